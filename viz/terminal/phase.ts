/** The verb phase: where in the plausible space problems first beats platform first, and what decides it. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import {
  checkDocument,
  defaultDocument,
  phaseSentence,
  resolveOrganisation,
  victoryPhase,
  type Phase,
  type PhaseRival,
} from "../../scenarios/index.ts";
import { pendingFile, type PendingFile } from "../../workers/files.ts";
import { openBlock } from "./block.ts";
import { InfrastructureError, reasonOf } from "./errors.ts";
import { withEvaluation, type AnalysisOptions } from "./evaluation.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";
import { outputWidth, writeOut } from "./output.ts";
import { tableLines, wrapped } from "./table.ts";

export interface PhaseVerbOptions extends AnalysisOptions {
  readonly points: number;
  readonly runs: number;
  readonly employees: number;
  readonly seed: string;
  readonly out?: string;
  readonly write?: string;
}

const RIVALS = ["platform-first", "same-platform-first"] as const satisfies readonly PhaseRival[];

/** The company is the default bank, smaller, with its plans cut to its size. */
export async function phaseVerb(options: PhaseVerbOptions): Promise<void> {
  const usual = defaultDocument();
  const company = { ...usual.company, employees: options.employees };
  const document = checkDocument({ ...usual, company, seed: options.seed });
  const setting = { document, organisation: resolveOrganisation(document) };
  const block = options.write === undefined ? undefined : openBlock(options.write, "phase");
  const out = options.out === undefined ? undefined : openOut(options.out);
  process.once("exit", () => out?.drop());
  try {
    const phase = await withEvaluation(setting, options, (evaluate) =>
      victoryPhase(setting, { points: options.points, runs: options.runs }, evaluate),
    );
    if (out) told(options.out!, () => (out.write(pointsCsv(phase)), out.commit()));
    const text = phaseText(document.name, options.seed, phase);
    block?.fill(text);
    const origin = { engine: ENGINE_VERSION, seed: options.seed };
    await writeOut(options.json === true ? `${JSON.stringify({ ...origin, ...phase })}\n` : text);
  } finally {
    out?.drop();
  }
}

/** Opened before anything runs, so that a file that can't be written is told at once. */
function openOut(name: string): PendingFile {
  return told(name, () => pendingFile(pathOf(name)));
}

function told<T>(name: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new InfrastructureError(`cannot write to ${quoted(name)}; ${reasonOf(error)}`);
  }
}

/** One row a point: both leads with their intervals, then every assumption varied. */
function pointsCsv({ points, factors }: Phase): string {
  const leadNames = RIVALS.flatMap((rival) => ["", " low", " high"].map((end) => `over ${rival}${end}`));
  const rows = points.map(({ values, leads }, i) => {
    const numbers = RIVALS.flatMap((rival) => [leads[rival].value, leads[rival].low, leads[rival].high]);
    return [i, ...numbers.map((value) => value ?? ""), ...factors.map((name) => values[name])].join(",");
  });
  return `${[["point", ...leadNames, ...factors].join(","), ...rows].join("\n")}\n`;
}

function phaseText(name: string, seed: string, phase: Phase): string {
  const { points, runs, employees, weeks, factors } = phase;
  const rows = RIVALS.map((rival) => {
    const { clear } = phase.contests[rival];
    return [rival, ...[clear.wins, clear.losses, clear.undecided].map(String)];
  });
  const lines = [
    `${name}: ${points.length} points of the plausible space`,
    `${factors.length} assumptions varied · ${employees} employees · ${weeks} weeks · ${runs} runs a point · seed ${seed}`,
    "",
    ...tableLines([["problems first against", "clearly ahead", "clearly behind", "undecided"], ...rows]),
    "",
    ...wrapped(
      RIVALS.map((rival) => [phaseSentence(phase.contests[rival])]),
      outputWidth(),
    ).flat(),
    `Design ${phase.design.slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ];
  return `${lines.join("\n")}\n`;
}
