/** What the bench writes: medians between their bounds, and a file whose name says the machine and not its owner. */
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { machineSlug } from "./machine.ts";
import { csvOf } from "./report.ts";
import { timeRuns } from "./runs.ts";
import { spreadOf } from "./spread.ts";

test("a spread is the median, the least and the most, whatever the order", () => {
  expect(spreadOf([3, 1, 9, 2, 5])).toEqual({ median: 3, low: 1, high: 9 });
  expect(spreadOf([4])).toEqual({ median: 4, low: 4, high: 4 });
});

test("the file of a machine is named after its processor and cores", () => {
  expect(machineSlug()).toMatch(/^[a-z0-9-]+-\d+-cores$/);
  expect(machineSlug()).not.toContain(hostname().toLowerCase());
});

test("every number of a timing is a row: the run, its set-up and each of its processes", () => {
  const timings = timeRuns(30, 4, 2);
  const rows = csvOf(timings, []).trimEnd().split("\n");
  const processes = Object.keys(timings[0].processMs);
  expect(processes).toHaveLength(16);
  expect(rows).toHaveLength(1 + timings.length * (6 + processes.length));
  for (const row of rows.slice(1)) {
    const [, , , median, low, high] = row.split(",").map(Number);
    expect(median).toBeGreaterThanOrEqual(low);
    expect(median).toBeLessThanOrEqual(high);
  }
});

test("the processes of a run take no longer than the run", () => {
  for (const { runMs, processMs } of timeRuns(30, 4, 1)) {
    const spent = Object.values(processMs).reduce((sum, ms) => sum + ms, 0);
    expect(spent).toBeGreaterThan(0);
    expect(spent).toBeLessThanOrEqual(runMs.high);
  }
});
