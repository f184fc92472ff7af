/** What long work has measured so far, a JSON line a trial, so that it can be stopped and taken up again. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { InputError } from "../../scenarios/index.ts";
import { reasonOf } from "./errors.ts";
import { resultsStamp } from "./scenes.ts";

export interface Memory<Trial, Measured> {
  readonly get: (trial: Trial) => Measured | undefined;
  readonly put: (trial: Trial, measured: Measured) => void;
}

interface Line {
  readonly key: string;
  readonly measured: unknown;
}

/** Opens a file of earlier trials, or keeps them for this run only. @throws InputError */
export function openMemory<Trial, Measured>(path: string | undefined): Memory<Trial, Measured> {
  const known = new Map<string, unknown>();
  if (path !== undefined && existsSync(path))
    for (const { key, measured } of linesOf(path)) known.set(key, measured);
  return {
    get: (trial) => known.get(keyOf(trial)) as Measured | undefined,
    put: (trial, measured) => {
      const key = keyOf(trial);
      known.set(key, measured);
      if (path !== undefined) appendFileSync(path, `${JSON.stringify({ key, measured } satisfies Line)}\n`);
    },
  };
}

/** Trials of another engine's results are none of ours. */
function keyOf(trial: unknown): string {
  return JSON.stringify([resultsStamp(), trial]);
}

/** A last line that was cut off by a crash is taken away; any other that isn't one is an error. */
function linesOf(path: string): Line[] {
  try {
    const text = readFileSync(path, "utf8");
    const whole = text.slice(0, text.lastIndexOf("\n") + 1);
    const lines = whole.split("\n").slice(0, -1);
    const parsed = lines.map((line) => JSON.parse(line) as Line);
    if (whole !== text) writeFileSync(path, whole);
    return parsed;
  } catch (error) {
    throw new InputError(`invalid cache; ${reasonOf(error)}: ${JSON.stringify(path)}`);
  }
}
