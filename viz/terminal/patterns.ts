/** The verb patterns: measures every pattern and claim on many seeds and says which hold. */
import { availableParallelism } from "node:os";
import { seedWords } from "../../scenarios/index.ts";
import { readWanted, reportPatterns, type PatternReport } from "../../scenarios/patterns/index.ts";
import { measureTrials } from "../../workers/trials.ts";
import { resultsStamp } from "./scenes.ts";
import { outputWidth, writeOut } from "./output.ts";
import { createProgress, progressStyle } from "./progress.ts";
import { tableLines } from "./table.ts";

export interface PatternsOptions {
  readonly seeds: number;
  readonly employees: number;
  readonly seed: string;
  readonly measures?: readonly string[];
  readonly workers?: number;
  readonly json?: boolean;
  readonly progress: string;
}

export async function patternsVerb(options: PatternsOptions): Promise<void> {
  const wanted = (options.measures ?? []).map(readWanted);
  const seed = seedWords(options.seed);
  const trials = Array.from({ length: options.seeds }, (_, replicate) => ({
    assumptions: {},
    employees: options.employees,
    seed,
    replicate,
  }));
  const style = progressStyle(options.progress, options.json === true, process.stderr);
  const progress = createProgress(style, trials.length, process.stderr);
  try {
    const samples = await measureTrials(trials, {
      size: Math.max(1, options.workers ?? availableParallelism()),
      wanted,
      onDone: (done) => progress.update(done / trials.length, done),
    });
    progress.end();
    const report = reportPatterns(samples);
    await writeOut(
      options.json === true
        ? `${JSON.stringify({ results: resultsStamp(), ...report })}\n`
        : textOf(report, options),
    );
  } finally {
    progress.end();
  }
}

function textOf(report: PatternReport, { employees, seed, measures = [] }: PatternsOptions): string {
  const held = report.patterns.filter(({ holds }) => holds).length;
  const interval = ([low, high]: readonly [number, number]): string => `${digits(low)} to ${digits(high)}`;
  const rows = report.patterns.map(({ id, label, value, interval: bounds, target, holds }) => [
    id,
    holds ? "holds" : "fails",
    digits(value),
    interval(bounds),
    targetText(target),
    label,
  ]);
  const claims = report.claims.map((claim) => [
    claim.id,
    digits(claim.value),
    interval(claim.interval),
    claim.label,
  ]);
  const others = measures.map((name) => [
    name,
    digits(report.measures[name].value),
    interval(report.measures[name].interval),
  ]);
  const lines = [
    `${employees} employees · ${report.seeds} seeds from "${seed}"`,
    "",
    ...tableLines([["pattern", "", "mean", "95% interval", "target", "what"], ...rows]),
    "",
    `${held} of ${report.patterns.length} patterns hold. The claims below are tested, not aimed at:`,
    "",
    ...tableLines([["claim", "mean", "95% interval", "what"], ...claims]),
    ...(others.length === 0 ? [] : ["", ...tableLines([["measure", "mean", "95% interval"], ...others])]),
  ];
  return `${lines.map((line) => line.slice(0, Math.max(outputWidth(), 120))).join("\n")}\n`;
}

function targetText([low, high]: readonly [number | null, number | null]): string {
  if (low === null) return `at most ${high}`;
  return high === null ? `at least ${low}` : `${low} to ${high}`;
}

/** Three digits. */
function digits(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
