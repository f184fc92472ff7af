/** A presentation from a document and its results file, with nothing kept or changed: for pages that stand alone. */
import { signal } from "@preact/signals";
import type { Document, Organisation, Result } from "../../scenarios/index.ts";
import { personText } from "../people/persons.ts";
import type { Sights } from "../people/sights.ts";
import { resultsOfFile } from "../store/story-results.ts";
import { createFilms } from "./films.ts";
import type { StorySource } from "./source.ts";

export function fileSource(
  document: Document,
  result: Result,
  organisation: Organisation,
  sights: Sights,
): StorySource {
  const films = createFilms(
    sights,
    () => document,
    () => null,
  );
  return {
    document: signal(document),
    results: signal(resultsOfFile(result)),
    headcount: signal(organisation.company.employeeCount),
    unitNames: signal(organisation.unitNames),
    runsText: signal(""),
    bandsOf: (plan, measure) => result.plans[plan].measures[measure],
    // A results file keeps no single runs.
    runOf: () => undefined,
    filmOf: films,
    personOf: (seat, film) => personText(seat, film.seats, organisation, null),
  };
}
