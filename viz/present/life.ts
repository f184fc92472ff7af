/** What has become of one employee under a plan, in a line: when they first came so far, and where they are now. */
import { FILM_STATE, FILMED, type Film } from "../../engine/index.ts";
import { monthText } from "../words/time.ts";

const FIRST_WORDS: Readonly<Record<number, string>> = {
  [FILM_STATE.registered]: "registered",
  [FILM_STATE.reader]: "a reader",
  [FILM_STATE.contributor]: "a contributor",
  [FILM_STATE.deep]: "deep in practice",
};

/** "In month 3 registered, in month 9 a contributor; now a reader." */
export function lifeText({ states, seatCount }: Film, seat: number, week: number): string {
  const at = (when: number): number => states[when * seatCount + seat] & FILMED.state;
  const firsts = new Map<string, string>();
  let deepest: number = FILM_STATE.none;
  for (let when = 0; when <= week; when++) {
    const state = at(when);
    if (state === FILM_STATE.absent || state <= deepest) continue;
    deepest = state;
    // Of several in a month the deepest counts.
    firsts.set(when === 0 ? "at the start" : `in ${monthText(when)}`, FIRST_WORDS[state]);
  }
  const now = at(week);
  const told = Array.from(firsts, ([month, words]) => `${month} ${words}`);
  if (now === FILM_STATE.absent) return sentence(told, "the seat is empty");
  if (now === deepest) return sentence(told, "");
  return sentence(told, `now ${now === FILM_STATE.none ? "not registered" : FIRST_WORDS[now]}`);
}

function sentence(firsts: readonly string[], now: string): string {
  const before = firsts.length === 0 ? "nothing so far" : firsts.join(", ");
  const text = now === "" ? before : `${before}; ${now}`;
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
