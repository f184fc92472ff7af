/** Every design from a study's file to its analysis on the command line, with points and measures of one's own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());

/** Long enough for assumptions to tell. */
const LONGER = { ...(smallStudy()["document"] as object), weeks: 20 };

/** Runs a study and analyses it; gives its rows by column, and what the analysis says. */
async function studied(name: string, changes: object) {
  place.write(`${name}.json`, JSON.stringify(smallStudy({ replicates: 2, document: LONGER, ...changes })));
  const words = ["study", `${name}.json`, "--out", name, "--csv", "--workers", "0", "--progress", "none"];
  expect(await groundwork(words)).toMatchObject({ code: 0, stderr: "" });
  const analysed = await groundwork(["analyse", name]);
  expect(analysed).toMatchObject({ code: 0, stderr: "" });
  const [header, ...lines] = readFileSync(join(place.folder, name, "table.csv"), "utf8")
    .trim()
    .split("\n");
  const names = header.split(",");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, i) => [column, cells[i]]));
  });
  return { rows, said: analysed.stdout };
}

type Rows = Awaited<ReturnType<typeof studied>>["rows"];

/** The factors' values at each point, as shares of their ranges. */
function sharesOf(rows: Rows): number[][] {
  const first = rows.filter(({ replicate, plan }) => replicate === "0" && plan === "first");
  const log = (value: string): number => Math.log(Number(value) / 0.01) / Math.log(50);
  return first.map((row) => [(Number(row["attendanceFrequency"]) - 0.2) / 0.6, log(row["externalProb"])]);
}

/** In which of so many equal parts of its range each point lies, sorted, for one factor. */
function partsOf(shares: readonly number[][], factor: number): number[] {
  return shares.map((share) => Math.floor(share[factor] * shares.length)).toSorted((a, b) => a - b);
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe.concurrent("from the file to the analysis", () => {
  test("a maximin hypercube has a point in every part of each range, farther apart than a plain one's", async () => {
    const nearest = async (name: string, maximinExchanges: number): Promise<number> => {
      const design = { kind: "latin hypercube", points: 12, maximinExchanges };
      const { rows, said } = await studied(name, { design });
      expect(said).toContain("partial rank correlation");
      const shares = sharesOf(rows);
      expect(partsOf(shares, 0)).toEqual(upTo(12));
      expect(partsOf(shares, 1)).toEqual(upTo(12));
      const gaps = shares.flatMap(([x, y], i) =>
        shares.slice(i + 1).map(([u, v]) => Math.hypot(x - u, y - v)),
      );
      return Math.min(...gaps);
    };
    expect(await nearest("maximin", 5000)).toBeGreaterThan(await nearest("plain", 0));
  });

  test("Sobol points beyond 2^20 fill each range evenly, scrambled by Owen or raw", async () => {
    for (const scrambled of [true, false]) {
      const design = { kind: "sobol", points: 16, skip: 2 ** 20, scrambled };
      const { rows } = await studied(`sobol-${scrambled}`, { design });
      const shares = sharesOf(rows);
      expect(partsOf(shares, 0)).toEqual(upTo(16));
      expect(partsOf(shares, 1)).toEqual(upTo(16));
    }
  });

  test("a folded Plackett–Burman design has every row's mirror, and main effects", async () => {
    const { rows, said } = await studied("folded", { design: { kind: "plackett burman" } });
    expect(said).toContain("main effect, low to high");
    const ends = sharesOf(rows).map((share) => share.map(Math.round));
    expect(new Set(ends.flat())).toEqual(new Set([0, 1]));
    const half = ends.length / 2;
    expect(ends.slice(half)).toEqual(ends.slice(0, half).map((share) => share.map((end) => 1 - end)));
  });

  test.each(["morris trajectories", "morris radial"])("%s screens by elementary effects", async (kind) => {
    const { rows, said } = await studied(kind.replace(" ", "-"), { design: { kind, blocks: 4 } });
    expect(said).toContain("size of an effect");
    expect(sharesOf(rows)).toHaveLength(4 * 3);
  });
});

describe.concurrent("one's own", () => {
  const table = { factors: [], design: { kind: "table", file: "points.csv" } };

  test("points come from a CSV beside the study, and measures are kept and analysed by their names", async () => {
    place.write("points.csv", "reviewers;helpBase\n1;0.25\n2;0.5\n3;0.75\n4;1e-1\n");
    const measures = [{ name: "gain", unit: "USD", sum: { value: 1, cost: -1 } }];
    const { rows, said } = await studied("own", { ...table, measures, outputs: ["gain", "value", "cost"] });
    expect(rows).toHaveLength(4 * 2 * 2);
    expect(rows.slice(4, 5)).toMatchObject([{ point: "1", reviewers: "2", helpBase: "0.5" }]);
    expect(new Set(rows.map(({ gain }) => gain)).size).toBeGreaterThan(2);
    for (const { gain, value, cost } of rows) expect(Number(gain)).toBe(Number(value) - Number(cost));
    expect(said).toMatch(/^gain$/m);
    const listed = JSON.parse(readFileSync(join(place.folder, "own", "study.json"), "utf8"));
    expect(listed.design).toMatchObject({
      kind: "table",
      points: [{ reviewers: 1, helpBase: 0.25 }, {}, {}, {}],
    });
  });

  test.each(
    [
      ["reviewers,helpBase\n1,0.2\n2,x\n", 'invalid helpBase; not a number: "x" (bad-0.csv:3)'],
      ["reviewers\n1.5\n", 'invalid reviewers; not a whole number: "1.5" (bad-1.csv:2)'],
      ["helpBase\n\n0.2\n7\n", 'invalid helpBase; not in [0, 0.95]: "7" (bad-2.csv:4)'],
      [
        "helpbase,luck\n0.2,1\n",
        'unknown column; not an assumption; `list parameters` shows them: "luck" (bad-3.csv:1)',
      ],
      ["helpBase\n", "no points; nothing below the header (bad-4.csv:1)"],
      ["helpBase\n0.2,3\n", 'malformed CSV; 2 fields where the header has 1: "0.2,3" (bad-5.csv:2)'],
      [`helpBase\n${"0.1\n".repeat(1001)}`, "too many points; more than 1000 (bad-6.csv:1002)"],
    ].map(([text, says], i) => [says, text, i] as const),
  )("%s", async (says, text, i) => {
    const design = { kind: "table", file: `bad-${i}.csv` };
    place.write(`bad-${i}.csv`, text);
    place.write(`bad-${i}.json`, JSON.stringify(smallStudy({ factors: [], design })));
    expect(await groundwork(["study", `bad-${i}.json`, "--out", "never"])).toEqual({
      code: 2,
      stdout: "",
      stderr: `groundwork: ${says}\n`,
    });
  });
});
