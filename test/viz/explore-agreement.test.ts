/** Every panel of Explore, and every figure of a report, gives the numbers that the terminal prints and its table holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  pairPoints,
  phaseMapOf,
  readableStrips,
  stripOf,
  type PhaseMap,
} from "../../scenarios/exploration/index.ts";
import { factorText } from "../../viz/explore/words.ts";
import { unitOf } from "../../viz/words/units.ts";
import { smallStudy } from "../studies/kit.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { startPage, type OpenedPage } from "./page.kit.ts";
import { makePlace } from "./terminal.kit.ts";
import { ENGLISH } from "./notation.kit.ts";

const TESTS = 8;
const BASE = 32;
const REPLICATES = 3;
const PLANS = 2;
const BINS = 20;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "comparisons of Explore with the terminal");

interface Known {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

interface Analysed {
  readonly outputs: readonly {
    readonly output: string;
    readonly pairs: readonly {
      readonly difference: Known;
      readonly probabilityBBeatsA: Known;
      readonly seedShare: Known;
      readonly analysis: {
        readonly factors: readonly { readonly name: string; readonly first: Known; readonly total: Known }[];
      };
    }[];
  }[];
}

const percent = (share: number): string => String(Math.round(100 * share));
const MONEY = unitOf("USD", ENGLISH);

describe.skipIf(chromium === undefined)("Explore and the report", () => {
  const place = makePlace();
  let opened: OpenedPage;
  let page: Page;
  let pair: Analysed["outputs"][number]["pairs"][number];
  let columns: Record<string, Float64Array>;
  let report = "";
  /** By point: factors; by run: net values of either plan. */
  let factors: { readonly name: string; readonly isLog: boolean; readonly values: Float64Array }[];
  let values: Float64Array[];
  let map: PhaseMap;

  beforeAll(async () => {
    const longer = { ...(smallStudy()["document"] as object), weeks: 26 };
    place.write(
      "study.json",
      JSON.stringify(
        smallStudy({ document: longer, design: { kind: "saltelli", points: BASE }, replicates: REPLICATES }),
      ),
    );
    const say = async (words: string): Promise<string> => {
      const ended = await place.groundwork(words.split(" "));
      expect(ended).toMatchObject({ code: 0 });
      return ended.stdout;
    };
    await say("study study.json --out done --csv --progress none");
    const analysed = JSON.parse(await say("analyse done --json")) as Analysed;
    [pair] = analysed.outputs.find(({ output }) => output === "netValue")!.pairs;
    await say("report done --html report.html");
    report = readFileSync(join(place.folder, "report.html"), "utf8").replaceAll(/\s+/g, " ");
    columns = columnsOf(readFileSync(join(place.folder, "done", "table.csv"), "utf8"));
    const each = PLANS * REPLICATES;
    const points = columns["point"].length / each;
    const pick = (own: Float64Array, from: number, by: number): Float64Array =>
      own.filter((_, row) => row % by === from);
    factors = ["attendanceFrequency", "externalProb"].map((name) => ({
      name,
      isLog: name === "externalProb",
      values: pick(columns[name], 0, each),
    }));
    values = [0, 1].map((plan) => pick(columns["netValue"], plan, PLANS));
    map = phaseMapOf(
      ...axesOf(points),
      pairPoints(values[0], values[1], REPLICATES),
      new Uint8Array(points).fill(1),
    );
    opened = await startPage(chromium!);
    page = await opened.openSmall(1440);
    await page.evaluate(() => (location.hash = "#explore"));
    const input = await page.waitForSelector(".open-table input");
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
      join(place.folder, "done", "table.parquet"),
    );
    await page.waitForSelector(".decision");
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll(".explore-columns details.table")).every((one) =>
        one.querySelector("tr"),
      ),
    );
  });
  afterAll(async () => {
    await opened.close();
    place.remove();
  });

  /** The factor that matters more across, the other upwards. */
  function axesOf(points: number) {
    const weight = (name: string): number =>
      pair.analysis.factors.find((factor) => factor.name === name)!.total.value;
    const strips = factors.toSorted((one, other) => weight(other.name) - weight(one.name)).map(stripOf);
    const [x, y] = readableStrips(strips, points);
    return [x, y] as const;
  }

  const textOf = (selector: string): Promise<string> =>
    page.$eval(selector, (element) => (element as HTMLElement).innerText);

  const cells = (name: string): Promise<string[][]> =>
    page.evaluate((wanted) => {
      const tables = Array.from(document.querySelectorAll("details.table"));
      const own = tables.find((one) => one.querySelector("summary")!.textContent === `Table of ${wanted}`)!;
      return Array.from(own.querySelectorAll("tbody tr"), (row) =>
        Array.from(row.children, (cell) => cell.textContent),
      );
    }, name);

  const mapCounts = ({ verdicts }: PhaseMap): number[] =>
    ["b", "a", "undecided"].map((verdict) => verdicts.filter((each) => each === verdict).length);

  test("the headline has the chance that the verb analyse gives, with its interval", async () => {
    const { value, low, high } = pair.probabilityBBeatsA;
    const [share, from, to] = value < 0.5 ? [1 - value, 1 - high, 1 - low] : [value, low, high];
    const headline = await textOf("h1");
    if (share === 1) expect(headline).toContain("in every run");
    else expect(headline).toContain(`in ${percent(share)}% of runs (${percent(from)}–${percent(to)}%)`);
  });

  test("inputs reach from the least to the greatest value of the table", async () => {
    const rows = await cells("the inputs");
    expect(rows.map((row) => row.slice(1, 3))).toEqual(
      factors.map(({ name, values: own }) => [
        factorText(name, Math.min(...own), ENGLISH),
        factorText(name, Math.max(...own), ENGLISH),
      ]),
    );
  });

  test("the map counts and shares are the table's, and the report's figure says the same", async () => {
    const [b, a, undecided] = mapCounts(map);
    const shown = a + b + undecided;
    const sentence = await textOf("section:has(.map) .sentence");
    expect(sentence).toContain(`Second wins ${b} of ${shown} cells, First ${a}; ${undecided} are undecided`);
    expect(report).toContain(`Second wins ${b} of ${shown} cells by`);
    expect(report).toContain(`First ${a}; ${undecided} are undecided`);
    const told = await cells("the map");
    const expected = Array.from({ length: map.rows }, (_, i) =>
      Array.from({ length: map.columns }, (_column, column) => {
        const at = (map.rows - 1 - i) * map.columns + column;
        return map.points[at] === 0
          ? ""
          : `${percent(map.shares[at])}% (${percent(map.lows[at])}–${percent(map.highs[at])}%)`;
      }),
    );
    expect(told.map((row) => row.slice(1))).toEqual(expected);
  });

  test("what matters is what the verb analyse says, and what the report shows", async () => {
    const sentence = await textOf(
      "section:has(.points) ~ section .sentence, .explore-columns > :nth-child(3) .sentence",
    );
    const luck = `Luck alone makes ${percent(pair.seedShare.value)}% of all variance.`;
    expect(sentence).toContain(luck);
    expect(report).toContain(luck);
    const rows = await cells("the bars");
    const told = pair.analysis.factors
      .toSorted((one, other) => other.total.value - one.total.value)
      .map(({ first, total }) => {
        const alone = percent(first.value) === percent(total.value) ? "" : ` (${percent(first.value)} alone)`;
        const isNothing = total.low <= 0 && total.high >= 0;
        const text = isNothing ? "not distinguishable from 0" : `${percent(total.value)}%${alone}`;
        return [text, `${percent(total.low)}%`, `${percent(total.high)}%`];
      });
    expect(rows.map((row) => row.slice(1))).toEqual(told);
    for (const [text] of told) expect(report).toContain(text);
  });

  test("the outcome along an input has the quartiles of the table's own points", async () => {
    const [x] = axesOf(0);
    const { name, isLog, values: own } = factors.find((factor) => factor.name === x.name)!;
    const along = own.map((value) => (isLog ? Math.log(value) : value));
    const [low, high] = [Math.min(...along), Math.max(...along)];
    const bins = along.map((value) => Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS)));
    const leads = Array.from(own, (_, point) => leadAt(point));
    const expected = Array.from({ length: BINS }, (_, bin) => {
      const within = leads.filter((_lead, point) => bins[point] === bin).toSorted((p, q) => p - q);
      const quartile = (share: number): string =>
        within.length === 0 ? "" : MONEY.change(within[Math.max(0, Math.ceil(share * within.length) - 1)]);
      return [String(within.length), quartile(0.25), quartile(0.5), quartile(0.75)];
    });
    expect(name).toBe(x.name);
    expect((await cells("the outcome")).map((row) => row.slice(1))).toEqual(expected);
  });

  test("the mean settles at the difference that the verb analyse gives", async () => {
    const { value, low, high } = pair.difference;
    const last = (await cells("how it settled")).at(-1);
    expect(last).toEqual([
      String(factors[0].values.length),
      MONEY.change(value),
      MONEY.changeRange(low, high),
    ]);
  });

  test("the points' rows are the table's", async () => {
    const rows = await page.$$eval(".points tbody tr", (all) =>
      all.map((row) => Array.from(row.children, (cell) => cell.textContent)),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(rows).toEqual(
      rows.map((_, point) => {
        const runs = Array.from({ length: REPLICATES }, (_run, r) => point * REPLICATES + r);
        const mean = (plan: number): number =>
          runs.reduce((sum, run) => sum + values[plan][run], 0) / REPLICATES;
        const ahead = runs.filter((run) => values[1][run] > values[0][run]).length / REPLICATES;
        return [
          String(point),
          ...factors.map(({ name, values: own }) => factorText(name, own[point], ENGLISH)),
          MONEY.short(mean(1)),
          MONEY.short(mean(0)),
          MONEY.change(leadAt(point)),
          `${percent(ahead)}%`,
        ];
      }),
    );
  });

  test("the report's method counts what the table holds", () => {
    const points = factors[0].values.length;
    expect(report).toContain(
      `${points} points of a saltelli design, each run ${REPLICATES} times with every plan: ${columns["point"].length} runs`,
    );
  });

  function leadAt(point: number): number {
    let sum = 0;
    for (let r = 0; r < REPLICATES; r++)
      sum += values[1][point * REPLICATES + r] - values[0][point * REPLICATES + r];
    return sum / REPLICATES;
  }
});

/** Columns of numbers of a CSV without quotes; texts are NaN. */
function columnsOf(csv: string): Record<string, Float64Array> {
  const [head, ...lines] = csv.trim().split("\n");
  const rows = lines.map((line) => line.split(","));
  return Object.fromEntries(
    head.split(",").map((name, j) => [name, Float64Array.from(rows, (row) => Number(row[j]))]),
  );
}
