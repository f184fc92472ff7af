/** The table of AdoptBench, the lines it must hold, and what of both goes into the documentation. */
import { CONTESTANTS, ENGINE_NAME, type Contestant } from "./contestants.ts";
import { timesEngine, type Row } from "./summary.ts";
import { TICKS } from "./rounds.ts";

/** A line of the issue: how many times slower than the engine a peer must at least be; C at most 1/.45. */
interface Line {
  readonly text: string;
  readonly name: string;
  readonly times: number;
}

const LINES: readonly Line[] = [
  { text: "krABMaga at its best", name: "krabmaga-rows", times: 4 },
  { text: "krABMaga's Network", name: "krabmaga-network", times: 40 },
  { text: "AgentScript, colleagues cached", name: "agentscript-cached", times: 20 },
  { text: "AgentScript's links", name: "agentscript-links", times: 150 },
  { text: "flocc at its best", name: "flocc-arrays", times: 100 },
  { text: "flocc's Network", name: "flocc-network", times: 100 },
  { text: "Mesa at its best", name: "mesa-lists", times: 100 },
  { text: "Mesa's Network", name: "mesa-network", times: 100 },
];
const C_SHARE = 0.45;

const sizesOf = (rows: readonly Row[]): number[] =>
  [...new Set(rows.map(({ agents }) => agents))].toSorted((a, b) => a - b);

/** `12 345`, `123`, `12.3`, `1.23`: three digits, thousands apart. */
export function digits(value: number): string {
  const text = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
  return text.replace(/\B(?=(\d{3})+(?!\d|\.))/g, value >= 1000 ? " " : "");
}

/** Million agent-ticks a second. */
function speedOf({ agents, medianMs }: Row): number {
  return (agents * TICKS) / medianMs / 1000;
}

/** One table: by contestant and size, time with its spread, speed, ratio to the engine; lines of code once. */
export function tableOf(rows: readonly Row[]): string[][] {
  const sizes = sizesOf(rows);
  const head = [
    "contestant",
    "form",
    "language",
    "lines",
    ...sizes.flatMap((n) => [`ms at ${digits(n)}`, "M/s", "× engine"]),
  ];
  const body = CONTESTANTS.filter(({ name }) => rows.some((row) => row.name === name)).map((contestant) => [
    contestant.label,
    contestant.form,
    contestant.language,
    String(rows.find(({ name }) => name === contestant.name)?.lines ?? ""),
    ...sizes.flatMap((agents) => cellsOf(rows, contestant, agents)),
  ]);
  return [head, ...body];
}

function cellsOf(rows: readonly Row[], { name }: Contestant, agents: number): string[] {
  const row = rows.find((candidate) => candidate.name === name && candidate.agents === agents);
  if (!row) return ["–", "–", "–"];
  const times = timesEngine(rows, name, agents);
  return [
    `${digits(row.medianMs)} (${digits(row.lowMs)}–${digits(row.highMs)})`,
    digits(speedOf(row)),
    times === undefined ? "–" : digits(times),
  ];
}

/** A table in aligned columns for a terminal. */
export function plainText(table: readonly string[][]): string {
  const widths = table[0].map((_, column) => Math.max(...table.map((cells) => cells[column].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i < 3 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return table.map(line).join("\n");
}

/** A table in Markdown. */
export function markdown(table: readonly string[][]): string {
  const [head, ...body] = table.map((cells) => `| ${cells.join(" | ")} |`);
  const rule = `|${table[0].map((_, i) => (i < 3 ? " --- " : " ---: ")).join("|")}|`;
  return [head, rule, ...body].join("\n");
}

/** Each line of the issue beside what was measured at every size: held or not. */
export function linesTable(rows: readonly Row[]): string[][] {
  const sizes = sizesOf(rows);
  const cell = (
    times: number | undefined,
    isHeld: (times: number) => boolean,
    text: (times: number) => string,
  ) => (times === undefined ? "–" : `${text(times)} ${isHeld(times) ? "✓" : "✗"}`);
  const ofC = sizes.map((agents) =>
    cell(
      timesEngine(rows, "c-loop", agents),
      (times) => times >= C_SHARE,
      (times) => times.toFixed(2),
    ),
  );
  return [
    ["must hold", "", "", ...sizes.map(digits)],
    ["the engine's speed", `≥ ${C_SHARE} of C's`, "c-loop", ...ofC],
    ...LINES.map(({ text, name, times: least }) => [
      text,
      `≥ ${least} × slower`,
      name,
      ...sizes.map((agents) =>
        cell(
          timesEngine(rows, name, agents),
          (times) => times >= least,
          (times) => `${digits(times)} ×`,
        ),
      ),
    ]),
  ];
}

/** Puts a text between a document's `<!-- NAME -->` and `<!-- /NAME -->`; throws if it has no such place. */
export function replaceBetween(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [document.indexOf(open), document.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`no place for "${name}" in the document`);
  return `${document.slice(0, start + open.length)}\n${text}\n${document.slice(end)}`;
}

/** The form of the engine's row, told apart in the chart. */
export const isEngine = ({ name }: { readonly name: string }): boolean => name === ENGINE_NAME;
