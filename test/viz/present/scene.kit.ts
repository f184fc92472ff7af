/** A small story with real runs and real people, for tests of what is shown. */
import { signal } from "@preact/signals";
import type { Film } from "../../../engine/index.ts";
import { libraryDocument, shortened, storyOf, type Document } from "../../../scenarios/index.ts";
import { createPool, spawnHere } from "../../../workers/index.ts";
import { createSights } from "../../../viz/people/sights.ts";
import type { Scene } from "../../../viz/present/draw-list.ts";
import type { StorySource } from "../../../viz/present/source.ts";
import { NO_RESULTS, resultsOfSample } from "../../../viz/store/story-results.ts";
import { runBoth } from "../runs.kit.ts";

export const WEEKS = 60;
export const HEADCOUNT = 217;

export const SMALL_DOCUMENT: Document = shortened(
  libraryDocument("measured-workplace", ["platform-first", "problems-first"]),
  WEEKS,
).document;

/** With three runs a plan, and everybody in the first. */
export async function smallScene(): Promise<Scene> {
  const document = SMALL_DOCUMENT;
  const pool = createPool({ size: 1, spawn: spawnHere });
  const sights = createSights(() => pool);
  const films: Film[] = [];
  for (const plan of document.plans.keys()) {
    films.push((await sights.see({ document, people: null, plan, replicate: 0, seeing: "states" })).film);
  }
  pool.close();
  const results = resultsOfSample(runBoth(document, 3).sample);
  return {
    document,
    results,
    headcount: HEADCOUNT,
    story: storyOf(document),
    filmOf: (plan) => films[plan],
    swap: 0,
  };
}

/** A source without results, whose document a test can change. */
export function emptySource(document: Document = SMALL_DOCUMENT): StorySource {
  return {
    document: signal(document),
    results: signal(NO_RESULTS),
    headcount: signal(HEADCOUNT),
    unitNames: signal([]),
    runsText: signal(""),
    bandsOf: () => undefined,
    runOf: () => undefined,
    filmOf: () => ({ kind: "waiting", share: 0 }),
    diariesOf: () => ({ kind: "waiting", share: 0 }),
    nameOf: (person) => `Employee ${person + 1}`,
    personOf: (seat) => `Employee ${seat + 1}`,
  };
}
