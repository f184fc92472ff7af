/** Trials of long soaks, kept one a line under artifacts/ as they are done, so that one broken off is taken up again. */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "../../../scenarios/calibration/ranks.ts";

const FOLDER = "test/scenarios/calibration/artifacts";
/** What a trial follows from: any change of these begins anew. */
const SOURCES = ["engine", "scenarios", "test/scenarios/calibration", "test/scenarios/evaluation.ts"];

interface KeptTrial {
  readonly truth: readonly number[];
  readonly points: readonly (readonly number[])[];
  readonly weights: readonly number[];
}

/** All trials from 0 on, those of an earlier go read; each new one is told with how far it has come. */
export async function keptTrials(
  name: string,
  count: number,
  trialOf: (i: number) => Promise<Trial>,
  tell: (trials: readonly Trial[], leftSeconds: number) => void,
): Promise<Trial[]> {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}-${sourcesHash()}.jsonl`);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const whole = text.split("\n").slice(0, -1);
  if (!text.endsWith("\n")) writeFileSync(file, whole.map((line) => `${line}\n`).join(""));
  const trials = whole.map(trialIn);
  const [began, known] = [Date.now(), trials.length];
  while (trials.length < count) {
    const trial = await trialOf(trials.length);
    trials.push(trial);
    appendFileSync(file, `${lineOf(trial)}\n`);
    tell(trials, (((Date.now() - began) / (trials.length - known)) * (count - trials.length)) / 1000);
  }
  return trials.slice(0, count);
}

function lineOf({ truth, posterior: { points, weights } }: Trial): string {
  const kept: KeptTrial = {
    truth: [...truth],
    points: points.map((point) => [...point]),
    weights: [...weights],
  };
  return JSON.stringify(kept);
}

function trialIn(line: string): Trial {
  const { truth, points, weights } = JSON.parse(line) as KeptTrial;
  return {
    truth: Float64Array.from(truth),
    posterior: {
      points: points.map((point) => Float64Array.from(point)),
      weights: Float64Array.from(weights),
    },
  };
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    const isFile = source.endsWith(".ts");
    const names = isFile ? [""] : readdirSync(source, { recursive: true, encoding: "utf8" });
    for (const name of names.filter((each) => isFile || each.endsWith(".ts")).toSorted())
      hash.update(`${source}/${name}\0`).update(readFileSync(join(source, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
