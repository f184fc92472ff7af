/** What is reported of the rounds: medians, spreads, ratios to the engine, lines of code; as CSV and back. */
import { readFileSync } from "node:fs";
import { csvParse } from "d3";
import { ENGINE_NAME, type Contestant } from "./contestants.ts";
import type { Measured } from "./rounds.ts";

export interface Row {
  readonly name: string;
  readonly agents: number;
  readonly rounds: number;
  /** CPU time of the tick loop: median, least and most of the rounds. */
  readonly medianMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  /** Median of each process' first run, which compilers at run time still work in. */
  readonly firstMs: number;
  readonly readMs: number;
  readonly setUpMs: number;
  readonly peakMB: number;
  readonly lines: number;
  /** Median of the cores that others kept busy meanwhile. */
  readonly othersCores: number;
  readonly hash: string;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A contestant's rounds at a size as one row: a process counts with the median of its runs. */
export function rowOf(contestant: Contestant, agents: number, rounds: readonly Measured[]): Row {
  const runs = rounds.map(({ runMs }) => medianOf(runMs));
  return {
    name: contestant.name,
    agents,
    rounds: rounds.length,
    medianMs: medianOf(runs),
    lowMs: Math.min(...runs),
    highMs: Math.max(...runs),
    firstMs: medianOf(rounds.map(({ runMs }) => runMs[0])),
    readMs: medianOf(rounds.map(({ readMs }) => readMs)),
    setUpMs: medianOf(rounds.map(({ setUpMs }) => setUpMs)),
    peakMB: Math.max(...rounds.map(({ peakMB }) => peakMB)),
    lines: linesOf(contestant.sources),
    othersCores: medianOf(rounds.map(({ othersCores }) => othersCores)),
    hash: rounds[0].hash,
  };
}

/** Lines of code without blank lines, comments and captions. */
function linesOf(sources: readonly string[]): number {
  const isCode = (line: string): boolean =>
    line !== "" && !/^(\/\/|\/\*|\*|#(?!include|pragma)|""")/.test(line);
  return sources
    .flatMap((source) => readFileSync(source, "utf8").split("\n"))
    .filter((line) => isCode(line.trim())).length;
}

/** How many times as long as the engine a contestant takes at a size; undefined where either wasn't measured. */
export function timesEngine(rows: readonly Row[], name: string, agents: number): number | undefined {
  const find = (wanted: string) => rows.find((row) => row.name === wanted && row.agents === agents);
  const [engine, other] = [find(ENGINE_NAME), find(name)];
  return engine && other ? other.medianMs / engine.medianMs : undefined;
}

const NUMBERS = [
  "agents",
  "rounds",
  "medianMs",
  "lowMs",
  "highMs",
  "firstMs",
  "readMs",
  "setUpMs",
  "peakMB",
  "lines",
  "othersCores",
] as const;

/** Rows as CSV, the machine in every row: its processor, its cores, and how busy it was. */
export function csvOf(rows: readonly Row[], machine: Readonly<Record<string, string | number>>): string {
  const names = ["name", ...NUMBERS, "hash"] as const;
  const rounded = (value: string | number): string | number =>
    typeof value === "number" ? Number(value.toPrecision(5)) : value;
  const lines = rows.map((row) =>
    [...names.map((name) => rounded(row[name])), ...Object.values(machine)].join(","),
  );
  return [[...names, ...Object.keys(machine)].join(","), ...lines, ""].join("\n");
}

/** Reads what `csvOf` wrote; the machine is that of the first row. */
export function rowsOfCsv(text: string): { rows: Row[]; machine: Record<string, string> } {
  const table = csvParse(text);
  const rows = table.map((record) => {
    const numbers = Object.fromEntries(NUMBERS.map((name) => [name, Number(record[name])]));
    return { name: record["name"], hash: record["hash"], ...numbers } as Row;
  });
  const machine = Object.fromEntries(
    table.columns.slice(NUMBERS.length + 2).map((name) => [name, table[0]?.[name] ?? ""]),
  );
  return { rows, machine };
}
