/** The summary that comes with the page: what is known of the default document before anything runs, until it is refuted. */
import { computed, signal } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { DOTS } from "../charts/dots.ts";
import { document } from "./document.ts";
import { planKey, worldKey } from "./keys.ts";
import { people } from "./people.ts";
import type { PlanRuns } from "./sample.ts";
import { reversed, type DifferenceSummary, type PlanSummary, type Summary } from "./summary.ts";

/** The summary as seen from a document, whose plans may be fewer, renamed or in another order. */
export interface View {
  readonly runs: number;
  /** Whether it knows all the document's plans. */
  readonly isWhole: boolean;
  /** By a plan's place in the document. */
  readonly planAt: (place: number) => PlanSummary | undefined;
  readonly differenceOf: (pair: Places, measure: MeasureName) => DifferenceSummary | undefined;
  /** Quantiles of the deciding difference at a week. */
  readonly dotsOf: (pair: Places, week: number) => number[];
}

/** Two plans by their places: b against a. */
interface Places {
  readonly a: number;
  readonly b: number;
}

/** Runs made here and compared with the shipped ones, digest by digest. */
export interface Check {
  /** Replicates of which every plan of the open document came out the same. */
  readonly identical: number;
  /** The first that did not. */
  readonly differing: { readonly plan: string; readonly replicate: number } | null;
}

interface Shipment {
  readonly summary: Summary;
  readonly world: string;
  readonly plans: readonly string[];
}

/** The place of a plan that isn't in the summary. */
const NOWHERE = -1;

const shipment = signal<Shipment | null>(null);
/** "place replicate" of all that came out the same. */
const confirmed = signal<ReadonlySet<string>>(new Set());
const differing = signal<Check["differing"]>(null);

export const check = computed<Check>(() => {
  const places = shipment.value === null ? [NOWHERE] : placesIn(shipment.value, document.value);
  let identical = 0;
  while (places.every((place) => confirmed.value.has(`${place} ${identical}`))) identical++;
  return { identical, differing: differing.value };
});

/** Takes the summary that came with the page, and the document it is about. */
export function ship(summary: Summary, about: Document): void {
  confirmed.value = new Set();
  differing.value = null;
  shipment.value = { summary, world: worldKey(about), plans: about.plans.map(planKey) };
}

/** What is known of a document without running it; null = nothing. */
export function viewOf(about: Document): View | null {
  const shipped = shipment.value;
  if (shipped === null || people.value !== null || worldKey(about) !== shipped.world) return null;
  return viewFrom(shipped.summary, placesIn(shipped, about));
}

/** Where a document's plans stand in the summary. */
function placesIn({ plans }: Shipment, about: Document): number[] {
  return about.plans.map((plan) => plans.indexOf(planKey(plan)));
}

function viewFrom({ runs, plans, pairs }: Summary, places: readonly number[]): View {
  const pairAt = ({ a, b }: Places) =>
    pairs.find((one) => one.a === Math.min(places[a], places[b]) && one.b === Math.max(places[a], places[b]));
  const isTurned = ({ a, b }: Places): boolean => places[a] > places[b];
  return {
    runs,
    isWhole: places.every((place, i) => place >= 0 && places.indexOf(place) === i),
    planAt: (place) => plans[places[place]],
    differenceOf: (pair, measure) => {
      const found = pairAt(pair)?.measures[measure];
      return found !== undefined && isTurned(pair) ? reversed(found) : found;
    },
    dotsOf: (pair, week) => {
      const dots = Array.from(pairAt(pair)?.dots ?? []).slice(week * DOTS, (week + 1) * DOTS);
      return isTurned(pair) ? dots.map((value) => 0 - value).toReversed() : dots;
    },
  };
}

/** Compares a replicate simulated here with the shipped one; a single other digest takes the whole summary away. */
export function compareWithShipped(about: Document, runs: readonly PlanRuns[], replicate: number): void {
  const shipped = shipment.peek();
  if (shipped === null || people.peek() !== null || worldKey(about) !== shipped.world) return;
  const same = new Set(confirmed.peek());
  for (const [i, place] of placesIn(shipped, about).entries()) {
    const theirs = shipped.summary.plans[place]?.digests[replicate];
    const ours = runs[i].get(replicate)?.digest;
    if (theirs === undefined || ours === undefined) continue;
    if (ours !== theirs) {
      differing.value = { plan: about.plans[i].name, replicate };
      shipment.value = null;
      return;
    }
    same.add(`${place} ${replicate}`);
  }
  if (same.size > confirmed.peek().size) confirmed.value = same;
}
