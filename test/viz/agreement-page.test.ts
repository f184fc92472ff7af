/** The numbers one reads on the page are those the terminal prints for the same document and as many runs. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, runTwin } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  resolveOrganisation,
  specOf,
  summarize,
  type Result,
} from "../../scenarios/index.ts";
import { unitOf } from "../../viz/words/units.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { SMALL, startPage, type OpenedPage } from "./page.kit.ts";
import { ENGLISH } from "./notation.kit.ts";

const TESTS = 1;
const NUMBERS_LEAST = 100;
const QUARTER = 13;

const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of the page's numbers");

/** What `groundwork run --json` gives. */
function terminalResult(runs: number): Result {
  const organisation = resolveOrganisation(SMALL);
  const tally = createTally(SMALL);
  for (let replicate = 0; replicate < runs; replicate++) {
    const twin = runTwin(specOf(SMALL, organisation, 0, replicate));
    addReplicate(
      tally,
      replicate,
      SMALL.plans.map((_, plan) => run(specOf(SMALL, organisation, plan, replicate), { twin })),
    );
  }
  return summarize(tally);
}

/** The cells of a section's table, rows of texts without their heads. */
async function tableOf(page: Page, name: string): Promise<string[][]> {
  const details = await page.waitForSelector(`::-p-xpath(//details[summary[contains(., "of ${name}")]])`);
  await details!.evaluate((one) => ((one as HTMLDetailsElement).open = true));
  const table = await details!.waitForSelector("table");
  return await table!.$$eval("tbody tr", (rows) =>
    rows.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent)),
  );
}

describe.skipIf(chromium === undefined)("the page's numbers", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  test("are the terminal's: medians and ranges of plans, differences, wins and net values", async () => {
    const page = await opened.openSmall(1440);
    await page.waitForFunction(() => /enough|^400/.test(document.querySelector(".runs")!.textContent));
    const runs = Number(/\d+/.exec(await page.$eval(".runs", (one) => one.textContent))![0]);
    const { plans, differences } = terminalResult(runs);
    const [share, money] = [unitOf("share", ENGLISH), unitOf("USD", ENGLISH)];
    const weeks = Array.from({ length: SMALL.weeks / QUARTER + 1 }, (_, i) => i * QUARTER);
    const told = differences.find(
      ({ a, b, measure }) => a === SMALL.plans[0].id && b === SMALL.plans[1].id && measure === "deepShare",
    )!;
    const npv = differences.find(
      ({ a, b, measure }) => a === SMALL.plans[0].id && b === SMALL.plans[1].id && measure === "npv",
    )!;

    const spreadAt = (measure: "deepShare" | "netValue", plan: number, week: number) => {
      const bands = plans[plan].measures[measure]!;
      return { p5: bands.p5[week], p50: bands.p50[week], p95: bands.p95[week] };
    };
    const cells = (measure: "deepShare" | "netValue", unit: typeof share) =>
      weeks.map((week) => plans.map((_, plan) => unit.shortSpread(spreadAt(measure, plan, week))));

    const fan = await tableOf(page, "Deep practice");
    expect(fan).toEqual(cells("deepShare", share));
    const payback = await tableOf(page, "net value to date");
    expect(payback).toEqual(cells("netValue", money));
    const difference = await tableOf(page, "the difference");
    expect(difference).toEqual(
      weeks.map((week) => [share.change(told.p50[week]), share.changeRange(told.p5[week], told.p95[week])]),
    );
    const wins = await tableOf(page, "the dots");
    const end = SMALL.weeks;
    expect(wins.slice(3).flat()).toEqual(
      [npv.p5[end], npv.p50[end], npv.p95[end]].map((value) => money.change(value)),
    );
    const [above, below, equal] = wins.slice(0, 3).flat().map(Number);
    expect((above + equal / 2) / (above + below + equal)).toBe(npv.probabilityBBeatsA[end]);
    expect([fan, payback, difference, wins].flat(2).length).toBeGreaterThan(NUMBERS_LEAST);
    await page.close();
  });
});
