/** A presentation from a document and its results file, with nothing kept or changed: for pages that stand alone. */
import { signal } from "@preact/signals";
import type { Document, Organisation, Result } from "../../scenarios/index.ts";
import { calledOf } from "../people/person-names.ts";
import { personText } from "../people/persons.ts";
import type { Sights } from "../people/sights.ts";
import { resultsOfFile } from "../store/story-results.ts";
import { createFilms } from "./films.ts";
import type { StorySource } from "./source.ts";
import { notationOf } from "../words/notation.ts";

export function fileSource(
  document: Document,
  result: Result,
  organisation: Organisation,
  sights: Sights,
): StorySource {
  const documentOf = (): Document => document;
  const notation = notationOf(document);
  const nobody = (): null => null;
  return {
    document: signal(document),
    results: signal(resultsOfFile(result)),
    headcount: signal(organisation.company.employeeCount),
    unitNames: signal(organisation.unitNames),
    runsText: signal(""),
    bandsOf: (plan, measure) => result.plans[plan].measures[measure],
    // A results file keeps no single runs.
    runOf: () => undefined,
    filmOf: createFilms(sights, documentOf, nobody),
    diariesOf: createFilms(sights, documentOf, nobody, "events"),
    nameOf: (person) => calledOf(person, null, notation),
    personOf: (seat, film) => personText(seat, film.seats, organisation, null, notation),
  };
}
