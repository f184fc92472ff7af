/** What happens to everybody, where a study asks for it: how events are called, and how many a study may ask for. */
import { CAUSE, EVENT } from "../../engine/index.ts";
import { companyById } from "../library/known.ts";
import { counted } from "../import/words.ts";
import type { Study } from "./study.ts";

/** By number. */
export const EVENT_NAMES = namesOf(EVENT);
export const CAUSE_NAMES = namesOf(CAUSE);

function namesOf(numbers: Readonly<Record<string, number>>): readonly string[] {
  const names: string[] = [];
  for (const [name, number] of Object.entries(numbers)) names[number] = name;
  return names;
}

/** The most that a company of the library saw under a plan of it was 0.047. */
const EVENTS_PER_PERSON_WEEK = 0.05;
/** In a block, and once more in the merged file. */
const BYTES_PER_EVENT = 12;
/** A person's weeks count in every plan of every run: some 500 million events. */
const PERSON_WEEKS_MAX = 1e10;
/** Of one run, whose events are in memory together. */
const RUN_PERSON_WEEKS_MAX = 1e8;

/** Events to expect, and the bytes they take in blocks and again when merged; a plan that stirs people more has more. */
export interface EventsExpected {
  readonly events: number;
  readonly bytes: number;
}

/** None of a study that doesn't ask for them. */
export function eventsExpected(study: Study, runs: number): EventsExpected | undefined {
  if (study.events !== true) return undefined;
  const events = personWeeks(study) * runs * EVENTS_PER_PERSON_WEEK;
  return { events, bytes: events * BYTES_PER_EVENT };
}

/** Why a study may not ask for events; undefined if it may, or doesn't. */
export function eventsFault(study: Study, runs: number): string | undefined {
  if (study.events !== true) return undefined;
  const perRun = personWeeks(study);
  if (perRun > RUN_PERSON_WEEKS_MAX)
    return faultText("weeks of people in a run, whose events are in memory", RUN_PERSON_WEEKS_MAX, perRun);
  const gigabytes = Math.round((2 * runs * perRun * EVENTS_PER_PERSON_WEEK * BYTES_PER_EVENT) / 1e9);
  return runs * perRun > PERSON_WEEKS_MAX
    ? faultText(`weeks of people, some ${gigabytes} GB of events`, PERSON_WEEKS_MAX, runs * perRun)
    : undefined;
}

function faultText(what: string, most: number, value: number): string {
  return `invalid events; more than ${counted(most)} ${what}: ${counted(value)}`;
}

/** Of one run, all its plans. */
function personWeeks({ document: { company, plans, weeks } }: Study): number {
  const employees = company.employees ?? companyById(company.library ?? "")?.company.employees ?? 0;
  return employees * weeks * plans.length;
}
