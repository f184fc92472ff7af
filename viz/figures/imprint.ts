/** Where a figure comes from: document, seed, engine and the digest by which anybody can check it. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { digestOfRuns, documentSha256 } from "../../scenarios/index.ts";
import { sample, shown } from "../store/before.ts";
import { document } from "../store/document.ts";
import { headcount, people } from "../store/people.ts";
import type { View } from "../store/shipped.ts";
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

/** The imprint of what is on the screen, or of what is drawn of the runs made here alone. */
export function imprintNow(of: "all" | "here" = "all"): Imprint {
  const now = document.value;
  const view = of === "here" ? null : shown.value;
  const { replicates } = sample.value;
  return {
    name: now.name,
    seed: now.seed,
    runs: view?.runs ?? replicates.length,
    engine: ENGINE_VERSION,
    document: documentSha256(now),
    digest: view === null && replicates.length === 0 ? "" : resultDigestNow(view),
  };
}

/** The imprint of a figure; one of other runs than the page's has none of their number and digest. */
export function imprintOf({ drawnOf }: Pick<Figure, "drawnOf">): Imprint {
  const of = drawnOf?.() ?? "all";
  return of === "own" ? { ...imprintNow(), runs: 0, digest: "" } : imprintNow(of);
}

/** Over the runs that came with the page, or those made here. */
function resultDigestNow(view: View | null): string {
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
