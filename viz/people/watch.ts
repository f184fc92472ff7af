/** What is watched person by person: the plans compared, in one possible future, once somebody looks. */
import { batch, computed, effect, signal } from "@preact/signals";
import type { Film } from "../../engine/index.ts";
import { isCancelled } from "../../workers/index.ts";
import { planNames, runCount } from "../store/comparison.ts";
import { document, isDrafting } from "../store/document.ts";
import { planKey, worldKey } from "../store/keys.ts";
import { isAwaitingPeople, people } from "../store/people.ts";
import { status } from "../store/results.ts";
import { pair } from "../store/view.ts";
import type { PlanName } from "../words/rich.ts";
import { LOOKS, type Look } from "./counts.ts";
import type { Seen, SightRequest, Sights } from "./sights.ts";

export interface WatchedPlan {
  readonly plan: PlanName;
  readonly seen: Seen;
}

export type Watched =
  | { readonly kind: "waiting"; readonly share: number }
  | { readonly kind: "seen"; readonly plans: readonly WatchedPlan[] }
  | { readonly kind: "failed"; readonly why: string };

/** The possible future that is looked at: a replicate. */
export const future = signal(0);
export const watched = signal<Watched>({ kind: "waiting", share: 0 });
/** How people are put into blocks. */
export const blocksBy = signal<"unit" | "department">("unit");
/** What the curve over everybody shows. */
export const look = signal<Look>(LOOKS[0]);
/** Sights are of one run; a first answer about many comes before. */
const RUNS_FIRST = 16;
const isReady = computed(() => status.value.kind !== "running" || runCount.value >= RUNS_FIRST);
const attempts = signal(0);

export function watchAgain(): void {
  attempts.value++;
}

/** The two plans by their places, in the document's order; one where there is only one. */
const places = computed(() => [...new Set([pair.value.a, pair.value.b])].toSorted((x, y) => x - y));

/** What the sights depend on, as text. */
const question = computed(() => {
  const { plans } = document.value;
  return [worldKey(document.value), ...places.value.map((place) => planKey(plans[place]))].join("\n");
});

/** Watches the plans compared from now on; returns how to end it. Nothing of another question stays on the screen. */
export function followPair(sights: Sights): () => void {
  return effect(() => {
    void question.value;
    void attempts.value;
    const persons = people.value;
    const replicate = future.value;
    const shown = places.value;
    if (isDrafting.value || isAwaitingPeople.value) return undefined;
    const requests = shown.map(
      (plan) => ({ document: document.peek(), people: persons, plan, replicate, seeing: "events" }) as const,
    );
    const known = requests.map(sights.known);
    if (known.every((seen) => seen !== undefined)) {
      show(known, shown);
      return undefined;
    }
    watched.value = { kind: "waiting", share: 0 };
    if (!isReady.value) return undefined;
    const stop = new AbortController();
    void seeAll(sights, requests, stop.signal);
    return () => stop.abort();
  });
}

async function seeAll(sights: Sights, requests: readonly SightRequest[], wanted: AbortSignal): Promise<void> {
  const shares = requests.map(() => 0);
  const hear = (i: number, share: number): void => {
    shares[i] = share;
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    if (!wanted.aborted) watched.value = { kind: "waiting", share: mean };
  };
  try {
    const all = await Promise.all(
      requests.map((request, i) => sights.see(request, wanted, (share) => hear(i, share))),
    );
    if (!wanted.aborted)
      show(
        all,
        requests.map(({ plan }) => plan),
      );
  } catch (error) {
    if (wanted.aborted || isCancelled(error)) return;
    watched.value = { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

function show(all: readonly Seen[], shown: readonly number[]): void {
  batch(() => {
    const names = planNames.peek();
    watched.value = { kind: "seen", plans: all.map((seen, i) => ({ plan: names[shown[i]], seen })) };
  });
}

/** The films of the plans watched, with their plans' present names. */
export const films = computed<readonly { readonly plan: PlanName; readonly film: Film }[]>(() =>
  watched.value.kind === "seen"
    ? watched.value.plans.map(({ plan, seen }) => ({
        plan: planNames.value[plan.plan] ?? plan,
        film: seen.film,
      }))
    : [],
);
