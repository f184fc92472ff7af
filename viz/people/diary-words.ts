/** What happened to somebody, in sentences. */
import { CAUSE, EVENT, eventAt, FILM_STATE, type Chronicle, type Event } from "../../engine/index.ts";
import { rich, type PlanName, type Rich } from "../words/rich.ts";
import type { Diary, Entry } from "./diary.ts";
import { firstWeek, isEverThere, timesOf } from "./diary.ts";
import { NOBODY } from "../../engine/index.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";

/** Names people by their ids. */
export type NameOf = (person: number) => string;

type Tell = (event: Event, other: string) => string;

const seen = ({ active, ties }: Event): string => `${active} of ${ties} colleagues had visited`;

const REGISTERED: Readonly<Record<number, Tell>> = {
  [CAUSE.start]: () => "was registered at the start",
  [CAUSE.outside]: () => "registered, without a campaign or a colleague behind it",
  [CAUSE.campaign]: () => "registered, won by the campaign or an event",
  [CAUSE.launch]: () => "registered at the launch, as a member of a community",
  [CAUSE.share]: (event, other) => `registered: ${seen(event)}, ${other} among them`,
  [CAUSE.tie]: (event, other) => `registered because ${other} visits (${seen(event)})`,
  [CAUSE.threshold]: (event, other) =>
    event.active === 0
      ? "registered, needing nobody’s example"
      : `registered: ${seen(event)}, enough for them; ${other} was one`,
  [CAUSE.invitation]: (_, other) => `registered, invited by ${other}, who had registered the week before`,
};

const JOINED: Readonly<Record<number, Tell>> = {
  [CAUSE.start]: () => "was in a community at the start",
  [CAUSE.planFounder]: () => "joined the founders of the plan’s community",
  [CAUSE.keenFounder]: ({ other: person }, other) =>
    person === NOBODY
      ? "called for a community and founded it"
      : `joined the founders whom ${other} called together`,
  [CAUSE.sparkFounder]: ({ active }) =>
    `joined the founders of a community, after ${active === 1 ? "an answer" : `${active} answers`} on the platform between people in none`,
  [CAUSE.enrolled]: () => "was enrolled in the community for its structured meetings",
  [CAUSE.invited]: () => "joined the community, which had sent an invitation",
  [CAUSE.example]: ({ active, ties }, other) =>
    `joined the community: ${active} of ${ties} colleagues of the role attend, enough for them; ${other} is one`,
};

const LEFT: Readonly<Record<number, string>> = {
  [CAUSE.useless]: "left the community, which was of no use",
  [CAUSE.dormant]: "is in no community any more: it fell dormant",
  [CAUSE.stopped]: "is in no community any more: the plan ended it",
  [CAUSE.gone]: "left the community",
};

const CAME: Readonly<Record<number, string>> = {
  [CAUSE.turnover]: "was hired",
  [CAUSE.merger]: "came with a merger",
};

const SOLVED: Readonly<Record<number, string>> = {
  [CAUSE.ambient]: "knew whom to ask, from following the platform",
  [CAUSE.communityBase]: "found a solution in the community’s knowledge base",
  [CAUSE.platformBase]: "found a solution in the platform’s knowledge base",
};

const TELL: Readonly<Record<number, Tell>> = {
  [EVENT.hired]: ({ cause }) => CAME[cause],
  [EVENT.leftCompany]: ({ cause }) => (cause === CAUSE.layoffs ? "was laid off" : "left the company"),
  [EVENT.moved]: () => "changed seats in a reorganisation",
  [EVENT.registered]: (event, other) => REGISTERED[event.cause](event, other),
  [EVENT.joined]: (event, other) => JOINED[event.cause](event, other),
  [EVENT.leftCommunity]: ({ cause }) => LEFT[cause],
  [EVENT.becameChampion]: ({ cause }) =>
    cause === CAUSE.deep ? "became a champion, out of deep practice" : "became a champion, out of eagerness",
  [EVENT.ceasedChampion]: ({ cause }) =>
    cause === CAUSE.stopped ? "is a champion no longer: the tribe ended" : "gave up being a champion",
  [EVENT.askedCommunity]: (event, other) => askedText("in the community", event, other),
  [EVENT.askedPlatform]: (event, other) => askedText("on the platform", event, other),
  [EVENT.solved]: ({ cause }) => SOLVED[cause],
  [EVENT.documented]: () => "wrote the solution down",
};

function askedText(where: string, { cause, other: person }: Event, other: string): string {
  if (cause === CAUSE.failed) return `asked ${where}; nobody could help`;
  return `asked ${where}; ${person === NOBODY ? "somebody" : other} answered`;
}

/** One entry, without its week. */
export function entryText(entry: Entry, chronicle: Chronicle, nameOf: NameOf): string {
  if (entry.kind === "became") return becameText(entry);
  const event = eventAt(chronicle, entry.event);
  if (entry.kind === "answered") {
    const where = event.kind === EVENT.askedPlatform ? "on the platform" : "in the community";
    return `answered ${nameOf(event.person)} ${where}`;
  }
  return TELL[event.kind](event, event.other === NOBODY ? "" : nameOf(event.other));
}

function becameText({ from, to }: Entry & { kind: "became" }): string {
  if (to === FILM_STATE.deep) return "has come to deep practice";
  if (from === FILM_STATE.deep) return "practises deeply no longer";
  return "has not taken part for four weeks";
}

/** A diary of one plan as it is told. */
export interface ToldDiary {
  readonly plan: PlanName;
  readonly chronicle: Chronicle;
  readonly diary: Diary;
}

/** What a person comes to under the plans, as a heading. */
export function followHeading(name: string, diaries: readonly ToldDiary[]): Rich {
  const ends = diaries.map(({ plan, diary }) => ({ plan, end: diary.states.at(-1)! }));
  const deep = ends.filter(({ end }) => end === FILM_STATE.deep);
  if (deep.length === 0) {
    return ends.every(({ end }) => end === FILM_STATE.absent)
      ? rich`${name} is not in the company at the end`
      : rich`${name} comes to no deep practice by the end`;
  }
  if (deep.length === diaries.length && diaries.length > 1)
    return rich`${name} practises deeply at the end under both plans`;
  return rich`${name} practises deeply at the end${diaries.length > 1 ? " only" : ""} under ${deep[0].plan}`;
}

/** When somebody registered and joined, and how often asked and answered, plan by plan. */
export function followSentence(diaries: readonly ToldDiary[], notation: Notation): Rich {
  const parts = diaries.map(({ plan, chronicle, diary }): Rich => {
    if (!isEverThere(diary)) return rich`Under ${plan}: never hired.`;
    const registered = firstWeek(diary, chronicle, EVENT.registered);
    const joined = firstWeek(diary, chronicle, EVENT.joined);
    const asked = timesOf(diary, chronicle, [EVENT.askedCommunity, EVENT.askedPlatform]);
    const answered = diary.entries.filter((entry) => entry.kind === "answered").length;
    const when = (what: string, week: number | undefined): string =>
      week === undefined ? `never ${what}` : `${what} in week ${week}`;
    return rich`Under ${plan}: ${when("registered", registered)}, ${when("joined a community", joined)}, ${asked === 0 ? "asked nobody" : `asked ${timesText(asked, notation)}`}, ${answered === 0 ? "answered nobody" : `answered ${timesText(answered, notation)}`}.`;
  });
  return parts.flatMap((part, i) => (i === 0 ? part : [{ text: " " }, ...part]));
}

function timesText(n: number, notation: Notation): string {
  return n === 1 ? "once" : n === 2 ? "twice" : `${countText(n, notation)} times`;
}

export interface DiaryRow {
  readonly week: number;
  /** What happened that week, a text a plan; empty where nothing did. */
  readonly texts: readonly string[];
}

/** The weeks in which something happened under any of the plans. */
export function diaryRows(diaries: readonly ToldDiary[], nameOf: NameOf): DiaryRow[] {
  const byWeek = diaries.map(({ diary, chronicle }) => {
    const lines = new Map<number, string[]>();
    for (const entry of diary.entries) {
      const line = lines.get(entry.week) ?? [];
      line.push(entryText(entry, chronicle, nameOf));
      lines.set(entry.week, line);
    }
    return lines;
  });
  const weeks = [...new Set(byWeek.flatMap((lines) => [...lines.keys()]))].toSorted((a, b) => a - b);
  return weeks.map((week) => ({ week, texts: byWeek.map((lines) => sentenceOf(lines.get(week) ?? [])) }));
}

function sentenceOf(parts: readonly string[]): string {
  if (parts.length === 0) return "";
  const text = parts.join("; ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
