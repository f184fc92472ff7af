/** The presentation of the document on the desk: the same stores as Compare's. */
import { computed } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { Bands } from "../charts/bands.ts";
import { nameOf } from "../people/person-names.ts";
import { personText } from "../people/persons.ts";
import type { Sights } from "../people/sights.ts";
import { sample } from "../store/before.ts";
import { runsHere } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { headcount, isAwaitingPeople, organisation, people } from "../store/people.ts";
import { firstRunShare, status } from "../store/results.ts";
import { createBands } from "../store/running.ts";
import { columnOf, exactColumn } from "../store/sample.ts";
import { RUNS_MOST } from "../store/stopping.ts";
import { resultsOfSample } from "../store/story-results.ts";
import { runsText } from "../words/runs.ts";
import { createFilms } from "./films.ts";
import type { StorySource } from "./source.ts";
import { notation } from "../store/notation.ts";

/** A source that follows the stores; `sights` let single runs be seen. */
export function storeSource(sights: Sights): StorySource {
  const films = createFilms(
    sights,
    () => document.value,
    () => people.value,
  );
  const diaries = createFilms(
    sights,
    () => document.value,
    () => people.value,
    "events",
  );
  const memories = new Map<string, ReturnType<typeof createBands>>();

  function bandsOf(plan: number, measure: MeasureName): Bands | undefined {
    const now = sample.value;
    if (now.replicates.length === 0 || now.plans[plan] === undefined) return undefined;
    const key = `${plan} ${measure}`;
    const remember = memories.get(key) ?? createBands();
    memories.set(key, remember);
    return remember([now.plans[plan], measure], now.replicates, (i) => columnOf(now, plan, measure, i));
  }

  return {
    document,
    results: computed(() => resultsOfSample(sample.value)),
    headcount,
    unitNames: computed(() => ("unitNames" in organisation.value ? organisation.value.unitNames : [])),
    runsText: computed(() => runsText(status.value, runsHere.value, RUNS_MOST, firstRunShare.value)),
    bandsOf,
    runOf: (plan, measure, replicate) => {
      const run = sample.value.plans[plan]?.get(replicate);
      return run && exactColumn(run, measure);
    },
    filmOf: (plan, replicate) =>
      isAwaitingPeople.value ? { kind: "waiting", share: 0 } : films(plan, replicate),
    diariesOf: (plan, replicate) =>
      isAwaitingPeople.value ? { kind: "waiting", share: 0 } : diaries(plan, replicate),
    nameOf: (person) => nameOf.value(person),
    personOf: (seat, film) => personText(seat, film.seats, organisation.value, people.value, notation.value),
    edit,
  };
}
