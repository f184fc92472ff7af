/** The summary that comes with the page: what is known of the default document before anything runs, until it is refuted. */
import { signal } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { DOTS } from "../charts/dots.ts";
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
  /** Replicates of which every plan came out the same. */
  readonly identical: number;
  /** The first that did not. */
  readonly differing: { readonly plan: string; readonly replicate: number } | null;
}

const UNCHECKED: Check = { identical: 0, differing: null };

interface Shipment {
  readonly summary: Summary;
  readonly world: string;
  readonly plans: readonly string[];
}

const shipment = signal<Shipment | null>(null);
export const check = signal<Check>(UNCHECKED);
/** "place replicate" of all that came out the same. */
const confirmed = new Set<string>();

/** Takes the summary that came with the page, and the document it is about. */
export function ship(summary: Summary, about: Document): void {
  confirmed.clear();
  check.value = UNCHECKED;
  shipment.value = { summary, world: worldKey(about), plans: about.plans.map(planKey) };
}

/** What is known of a document without running it; null = nothing. */
export function viewOf(document: Document): View | null {
  const shipped = shipment.value;
  if (shipped === null || people.value !== null || worldKey(document) !== shipped.world) return null;
  return viewFrom(shipped.summary, placesIn(shipped, document));
}

/** Where a document's plans stand in the summary; −1 = nowhere. */
function placesIn({ plans }: Shipment, document: Document): number[] {
  return document.plans.map((plan) => plans.indexOf(planKey(plan)));
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
export function compareWithShipped(document: Document, runs: readonly PlanRuns[], replicate: number): void {
  const shipped = shipment.peek();
  if (shipped === null || people.peek() !== null || worldKey(document) !== shipped.world) return;
  for (const [i, place] of placesIn(shipped, document).entries()) {
    const theirs = shipped.summary.plans[place]?.digests[replicate];
    const ours = runs[i].get(replicate)?.digest;
    if (theirs === undefined || ours === undefined) continue;
    if (ours !== theirs) {
      check.value = { identical: 0, differing: { plan: document.plans[i].name, replicate } };
      shipment.value = null;
      return;
    }
    confirmed.add(`${place} ${replicate}`);
  }
  const isConfirmed = (one: number): boolean =>
    shipped.plans.every((_, place) => confirmed.has(`${place} ${one}`));
  let identical = 0;
  while (isConfirmed(identical)) identical++;
  if (identical !== check.peek().identical) check.value = { identical, differing: null };
}
