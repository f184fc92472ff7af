/** The proof of a link: its runs done again here, and compared bit for bit as soon as all of them are there. */
import { effect, signal, untracked } from "@preact/signals";
import { verdictOnLink, type Claim, type Link } from "../../scenarios/links/index.ts";
import { createBrowserPool } from "../../workers/browser.ts";
import { sample } from "../store/before.ts";
import { createCache } from "../store/cache.ts";
import { hashesOfPeople } from "../store/desk.ts";
import { document } from "../store/document.ts";
import { planKey, worldKey } from "../store/keys.ts";
import { linkNotice, type LinkNotice } from "../store/links.ts";
import { people } from "../store/people.ts";
import { status } from "../store/results.ts";
import { keptOf, type PlanRuns } from "../store/sample.ts";
import {
  changeSentences,
  MISSING_PEOPLE,
  OTHER_PEOPLE,
  provingText,
  STOPPED,
  verdictSentence,
} from "../words/links.ts";
import { claimOfRuns, countInRow } from "./claim.ts";
import { notationOf } from "../words/notation.ts";

/** How to end the proof that is under way: the next takes its place. */
let endLast: (() => void) | undefined;

/** Proves a link whose document is on the desk; ends as soon as another question is. */
export function prove(link: Link): void {
  endLast?.();
  const asked = questionOf(link.document);
  /** Whether the lists of people on the desk are those of the link; null = not known yet. */
  const isTheirs = signal<boolean | null>(link.people === undefined ? true : null);
  /** Runs that the page itself had no need of. */
  const further = signal<readonly PlanRuns[]>([]);
  const stop = new AbortController();
  const state = { isRunning: false };
  const end = (notice: LinkNotice | null): void => {
    stop.abort();
    linkNotice.value = notice;
    queueMicrotask(() => dispose());
  };
  const dispose = effect(() => {
    if (stop.signal.aborted) return;
    const isAsked = questionOf(document.value) === asked;
    const hasPeople = people.value !== null;
    const plans = further.value.length > 0 ? further.value : sample.value.plans;
    const { kind } = status.value;
    const theirs = isTheirs.value;
    untracked(() => {
      if (!isAsked) end(null);
      else if (theirs === null && hasPeople) void compare(link, isTheirs);
      else if (theirs !== true) linkNotice.value = peopleNotice(link, theirs);
      else if (link.claim === undefined) end(null);
      else if (countInRow(plans) >= link.claim.runs) end(verdictNotice(link, link.claim, plans));
      else if (kind === "failed") end({ text: STOPPED });
      else linkNotice.value = { text: provingText(countInRow(plans), link.claim.runs) };
      const isMissing = theirs === true && kind !== "running" && kind !== "failed";
      if (isMissing && !state.isRunning && !stop.signal.aborted) {
        state.isRunning = true;
        void runRest(link, plans, stop.signal).then(
          (all) => (further.value = all),
          () => end({ text: STOPPED }),
        );
      }
    });
  });
  endLast = () => end(null);
}

function questionOf(one: Link["document"]): string {
  return [worldKey(one), ...one.plans.map(planKey)].join("\n");
}

function peopleNotice({ people: wanted }: Link, isTheirs: boolean | null): LinkNotice {
  const hashes = Object.entries(wanted ?? {}).map(([kind, sha]) => [{ text: `${kind}: SHA-256 ${sha}` }]);
  return { text: isTheirs === null ? MISSING_PEOPLE : OTHER_PEOPLE, lines: hashes };
}

async function compare({ people: wanted }: Link, isTheirs: { value: boolean | null }): Promise<void> {
  const given = await hashesOfPeople();
  isTheirs.value = given?.roster === wanted?.roster && given?.ties === wanted?.ties;
}

function verdictNotice({ document: of }: Link, claim: Claim, plans: readonly PlanRuns[]): LinkNotice {
  const verdict = verdictOnLink(of, claim, claimOfRuns(of, plans, claim.runs));
  const names = of.plans.map(({ name }, plan) => ({ name, plan }));
  return {
    text: verdictSentence(verdict, claim.runs),
    lines: verdict.isIdentical ? [] : changeSentences(verdict, names, notationOf(of)),
  };
}

/** The page stops when it knows enough; the proof wants every run of the claim. */
async function runRest(
  { document: of, claim }: Link,
  have: readonly PlanRuns[],
  stopped: AbortSignal,
): Promise<readonly PlanRuns[]> {
  const cached = createCache().read(of, people.peek());
  have.forEach((runs, plan) => runs.forEach((run, replicate) => cached.plans[plan].set(replicate, run)));
  const missing = cached.missing(claim!.runs);
  const pool = createBrowserPool(1);
  try {
    const taskOf = (i: number): ReturnType<typeof cached.taskOf> => cached.taskOf(missing[i]);
    for await (const { run, traces } of pool.run({
      company: cached.company,
      runs: missing.length,
      taskOf,
      signal: stopped,
    })) {
      const { replicate, places } = missing[run];
      places.forEach((place, i) => cached.plans[place].set(replicate, keptOf(traces[i])));
    }
    return cached.plans;
  } finally {
    pool.close();
  }
}
