/** The verb verify on a study's folder: every file against its hash, and some runs drawn by lot simulated again. */
import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { createNodePool } from "../../workers/node.ts";
import {
  progressOf,
  readFolder,
  verifyFiles,
  verifyRuns,
  type BlockPlace,
} from "../../workers/studies/index.ts";
import { EXIT } from "./errors.ts";
import { pathOf } from "./input.ts";
import { writeOut } from "./output.ts";
import { resultsStamp } from "./scenes.ts";
import { told } from "./status.ts";

export interface VerifyStudyOptions {
  readonly runs: number;
  readonly workers?: number;
  readonly json?: boolean;
}

/** @returns the exit code: 0 identical, 1 different */
export async function verifyStudy(name: string, options: VerifyStudyOptions): Promise<number> {
  const { place } = await told(name, () => progressOf(readFolder(pathOf(name), resultsStamp())));
  const { faults: fileFaults, files } = await told(name, () => verifyFiles(place));
  const runs = drawnRuns(place, options.runs);
  const pool = createNodePool(Math.min(options.workers ?? availableParallelism(), runs.length));
  let faults = fileFaults;
  try {
    faults = [...fileFaults, ...(await told(name, () => verifyRuns(place, pool, runs)))];
  } finally {
    pool.close();
  }
  const verdict = { identical: faults.length === 0, files, runs, engine: ENGINE_VERSION, faults };
  await writeOut(options.json === true ? `${JSON.stringify(verdict)}\n` : textOf(place, verdict));
  return verdict.identical ? EXIT.ok : EXIT.differs;
}

/** By lot, not by the seed: who alters a result shouldn't know which runs are looked at. */
function drawnRuns({ layout: { runCount } }: BlockPlace, count: number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < Math.min(count, runCount)) drawn.add(randomInt(runCount));
  return [...drawn].toSorted((a, b) => a - b);
}

interface Verdict {
  readonly identical: boolean;
  readonly files: number;
  readonly runs: readonly number[];
  readonly faults: readonly string[];
}

function textOf({ layout }: BlockPlace, { identical, files, runs, faults }: Verdict): string {
  const what = `${files} files, runs ${runs.join(", ")} again; study ${layout.sha.slice(0, 16)}`;
  if (identical) return `identical, bit for bit: ${what}\n`;
  return `${[`different: ${what}`, ...faults].join("\n")}\n`;
}
