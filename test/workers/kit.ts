/** Small questions for the pool, and answers in a form that can be compared. */
import { createHash } from "node:crypto";
import { parametersWith, run, type Company, type Intervention, type RunSpec } from "../../engine/index.ts";
import type { RunRequest, RunResult, Task } from "../../workers/index.ts";

export const PLANS: readonly (readonly Intervention[])[] = [
  [],
  [
    { week: 0, kind: "platform" },
    { week: 0, kind: "campaign", weeks: 6, intensity: 1 },
  ],
  [
    { week: 0, kind: "communities", count: 4 },
    { week: 8, kind: "council" },
  ],
];

export function companyOf(employeeCount: number): Company {
  return { employeeCount, ties: { kind: "synthetic" }, salesLikeRole: -1 };
}

export const SMALL = companyOf(60);

export function taskOf(replicate: number, weeks = 20, plans = PLANS): Task {
  return {
    spec: { parameters: parametersWith(), shocks: [], weeks, seed: [1, 2], replicate },
    plans,
  };
}

export function requestOf(runs: number, more: Partial<RunRequest> = {}): RunRequest {
  return { company: SMALL, runs, taskOf: (replicate) => taskOf(replicate), ...more };
}

/** A result as text: its run, and a hash of every number of every trace. */
export function textOf({ run: replicate, traces }: RunResult): string {
  const hashes = traces.map(
    ({ digest, columns }) => `${digest} ${createHash("sha256").update(columns).digest("hex")}`,
  );
  return [replicate, ...hashes].join(" ");
}

/** What the engine itself says, without any pool. */
export function expectedText(replicate: number, weeks?: number): string {
  const { spec, plans } = taskOf(replicate, weeks);
  const traces = plans.map((plan) => run({ ...spec, company: SMALL, plan } satisfies RunSpec));
  return textOf({ run: replicate, traces });
}

export async function textsOf(results: AsyncIterable<RunResult>): Promise<string[]> {
  const texts: string[] = [];
  for await (const result of results) texts.push(textOf(result));
  return texts;
}

/** A worker that does what the source says. */
export function workerFile(source: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}
