/** Timings as a table on the screen and as rows of a file. */
import type { BatchTiming } from "./batches.ts";
import type { RunTiming } from "./runs.ts";
import type { Spread } from "./spread.ts";

const HEAD =
  "employees   plan         set-up ms   run ms (low–high)      CPU ms   M agent-weeks/s   B/employee  B/tie";

export function runLines(timings: readonly RunTiming[]): string[] {
  const lines = timings.map((t) =>
    [
      String(t.employees).padStart(9),
      t.plan.padEnd(12),
      t.setUpMs.median.toFixed(0).padStart(8),
      rangeOf(t.runMs, 0).padStart(20),
      t.runCpuMs.median.toFixed(0).padStart(9),
      (t.agentWeeksPerSecond / 1e6).toFixed(1).padStart(15),
      t.bytesPerEmployee.toFixed(0).padStart(12),
      t.bytesPerTie.toFixed(0).padStart(6),
    ].join("  "),
  );
  return [HEAD, ...lines];
}

/** Time of each process, its share of the run, by size. */
export function processLines(timings: readonly RunTiming[]): string[] {
  return timings.flatMap(({ employees, plan, processMs, runMs }) => {
    const spent = Object.entries(processMs).toSorted(([, a], [, b]) => b - a);
    const shares = spent.map(([name, ms]) => `${name} ${((100 * ms) / runMs.median).toFixed(0)}%`);
    return [`${employees}, ${plan}: ${shares.join(", ")}`];
  });
}

export function batchLines(batches: readonly BatchTiming[]): string[] {
  return batches.flatMap((b) => [
    `${b.runs} pairs of plans, ${b.employees} employees: one worker ${rangeOf(b.oneWorkerMs, 0)} ms, ` +
      `two ${rangeOf(b.twoWorkersMs, 0)} ms, ${rangeOf(b.speedUp, 2)} times as fast`,
    `  after a change at mid-horizon: ${rangeOf(b.changedMs, 0)} ms, ${rangeOf(b.anewOverChanged, 2)} times as fast ` +
      `as anew, ${rangeOf(b.anewOverChangedCpu, 2)} times by processor time`,
  ]);
}

export function sketchLine(sketchMs: Spread): string {
  return `a sketch, one run of 1,000 employees: ${rangeOf(sketchMs, 1)} ms`;
}

function rangeOf({ median, low, high }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`;
}

/** Rows of employees, plan (or pool), what, median, low, high; a line a number, so that machines can be compared. */
export function csvOf(
  timings: readonly RunTiming[],
  batches: readonly BatchTiming[],
  sketchMs?: Spread,
): string {
  const rows: (readonly (string | number)[])[] = [["employees", "of", "what", "median", "low", "high"]];
  for (const { employees, plan, processMs, ...numbers } of timings) {
    for (const [name, value] of Object.entries(numbers))
      rows.push([employees, plan, name, ...cellsOf(value)]);
    for (const [name, ms] of Object.entries(processMs))
      rows.push([employees, plan, `${name}Ms`, ...cellsOf(ms)]);
  }
  for (const { employees, runs, ...spreads } of batches)
    for (const [name, value] of Object.entries(spreads))
      rows.push([employees, `${runs} pairs`, name, ...cellsOf(value)]);
  if (sketchMs !== undefined) rows.push([1000, "sketch", "sketchMs", ...cellsOf(sketchMs)]);
  return rows.map((row) => row.join(",") + "\n").join("");
}

/** Four digits: more would only be the weather. */
function cellsOf(value: Spread | number): string[] {
  const spread = typeof value === "number" ? { median: value, low: value, high: value } : value;
  return [spread.median, spread.low, spread.high].map((number) => String(Number(number.toPrecision(4))));
}
