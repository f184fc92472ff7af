/** Where a figure comes from: document, seed, engine and the digest by which anybody can check it. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { digestOfRuns, documentSha256 } from "../../scenarios/index.ts";
import { sample, shown } from "../store/before.ts";
import { runCount } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { headcount, people } from "../store/people.ts";
import { basisText } from "../words/basis.ts";
import type { Figure } from "./figure.ts";
import { spanText } from "../words/time.ts";
import { countText } from "../words/decimals.ts";
import { notation } from "../store/notation.ts";

export interface Imprint {
  readonly name: string;
  readonly seed: string;
  readonly runs: number;
  readonly engine: string;
  /** SHA-256 of the document, names included. */
  readonly document: string;
  /** SHA-256 over the digests of all runs shown; empty before the first. */
  readonly digest: string;
}

/** Digits of a digest that people read. */
const SHOWN = 16;

/** The imprint of what is on the screen. */
export function imprintNow(): Imprint {
  const now = document.value;
  return {
    name: now.name,
    seed: now.seed,
    runs: runCount.value,
    engine: ENGINE_VERSION,
    document: documentSha256(now),
    digest: runCount.value === 0 ? "" : resultDigestNow(),
  };
}

/** Over the runs that came with the page, where they are what is shown. */
function resultDigestNow(): string {
  const view = shown.value;
  if (view === null) {
    const { plans, replicates } = sample.value;
    return digestOfRuns(document.value, replicates, (plan, one) => plans[plan].get(one)!.digest);
  }
  const all = Array.from({ length: view.runs }, (_, replicate) => replicate);
  return digestOfRuns(document.value, all, (plan, one) => view.planAt(plan)!.digests[one]);
}

/** The imprint in lines, from what is drawn of the runs to the digest. */
export function imprintLines(imprint: Imprint, basis: Figure["basis"]): string[] {
  const { name, seed, runs, engine, document: sha, digest } = imprint;
  const whose = people.value === null ? "employees" : "imported employees";
  const company = `${countText(headcount.value, notation.value)} ${whose} over ${spanText(document.value.weeks)}`;
  const result = digest === "" ? [] : [`result ${digest.slice(0, SHOWN)}`];
  return [
    ...(basis === "nothing" || runs === 0 ? [] : [basisLine(basis, runs)]),
    `${name}: ${company}, seed ${seed}`,
    [`Groundwork ${engine}`, `document ${sha.slice(0, SHOWN)}`, ...result].join(" · "),
  ];
}

function basisLine(basis: "medians" | "means", runs: number): string {
  if (basis === "medians") return basisText(runs, document.value);
  return runs === 1 ? "One run a plan." : `Means of ${runs} paired runs.`;
}
