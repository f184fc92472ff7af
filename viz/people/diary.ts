/** A person's diary under a plan: what happened, week by week, and how the person stood. */
import { CAUSE, EVENT, FILM_STATE, FILMED, type Chronicle, type Film } from "../../engine/index.ts";
import { otherOf, seatsOf } from "./follow.ts";

/** One line of a diary: an event of a chronicle, seen from the one or the other side, or a change of state. */
export type Entry =
  | { readonly week: number; readonly kind: "did"; readonly event: number }
  /** The person answered somebody else's question. */
  | { readonly week: number; readonly kind: "answered"; readonly event: number }
  | { readonly week: number; readonly kind: "became"; readonly from: number; readonly to: number };

export interface Diary {
  readonly entries: readonly Entry[];
  /** At moments 0 … weeks: a number of FILM_STATE, absent where the person is not in the company. */
  readonly states: Uint8Array;
}

/** Everything that happened to a person; entries in order. */
export function diaryOf(film: Film, chronicle: Chronicle, person: number): Diary {
  const entries: Entry[] = [];
  const { kind, cause, week, count } = chronicle;
  for (let event = 0; event < count; event++) {
    if (chronicle.person[event] === person) entries.push({ week: week[event], kind: "did", event });
    else if (
      cause[event] === CAUSE.answered &&
      otherOf(chronicle, event) === person &&
      kind[event] !== EVENT.joined
    )
      entries.push({ week: week[event], kind: "answered", event });
  }
  const states = statesOf(film, chronicle, person);
  const changes = changesOf(states);
  return { entries: [...entries, ...changes].toSorted((a, b) => a.week - b.week), states };
}

function statesOf(film: Film, chronicle: Chronicle, person: number): Uint8Array {
  return Uint8Array.from(seatsOf(chronicle, person, film.weeks), (seat, moment) =>
    seat < 0 ? FILM_STATE.absent : film.states[moment * film.seatCount + seat] & FILMED.state,
  );
}

/** Coming to deep practice and leaving it, and falling silent: what no single event tells. */
function changesOf(states: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let moment = 1; moment < states.length; moment++) {
    const [from, to] = [states[moment - 1], states[moment]];
    if (from === FILM_STATE.absent || to === FILM_STATE.absent || from === to) continue;
    const isDeepChange = from === FILM_STATE.deep || to === FILM_STATE.deep;
    const isSilence = to < FILM_STATE.reader && from >= FILM_STATE.reader;
    if (isDeepChange || isSilence) entries.push({ week: moment - 1, kind: "became", from, to });
  }
  return entries;
}

/** Whether the person was ever in the company under a plan. */
export function isEverThere({ states }: Diary): boolean {
  return states.some((state) => state !== FILM_STATE.absent);
}

/** The first entry of a kind of event; undefined if there is none. */
export function firstWeek({ entries }: Diary, chronicle: Chronicle, kind: number): number | undefined {
  return entries.find((entry) => entry.kind === "did" && chronicle.kind[entry.event] === kind)?.week;
}

/** How often somebody did something. */
export function timesOf({ entries }: Diary, chronicle: Chronicle, kinds: readonly number[]): number {
  return entries.filter((entry) => entry.kind === "did" && kinds.includes(chronicle.kind[entry.event]))
    .length;
}
