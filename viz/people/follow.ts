/** Who is followed through the plans watched; the view's, never the document's. */
import { computed, signal } from "@preact/signals";
import { EVENT, NOBODY, uniform, type Chronicle } from "../../engine/index.ts";
import type { PlanName } from "../words/rich.ts";
import { films, watched } from "./watch.ts";
import type { Film } from "../../engine/index.ts";

/** A plan's film and chronicle. */
export interface Told {
  readonly plan: PlanName;
  readonly film: Film;
  readonly chronicle: Chronicle;
}

/** The id of the person followed; null = nobody. */
export const followed = signal<number | null>(null);

export const told = computed<readonly Told[]>(() => {
  const now = watched.value;
  if (now.kind !== "seen") return [];
  return films.value.flatMap(({ plan, film }, i) => {
    const { chronicle } = now.plans[i].seen;
    return chronicle === undefined ? [] : [{ plan, film, chronicle }];
  });
});

/** Ids of a seat's occupants lie this far apart. */
const HIRE_STRIDE = 2 ** 20;

/** The seat on which a person began. */
export function firstSeat(person: number): number {
  return person % HIRE_STRIDE;
}

/** The week in which a person was hired; −1 for those who were there at the start. */
export function weekHired(person: number): number {
  return Math.floor(person / HIRE_STRIDE) - 1;
}

/** Whose a seat is at a moment: after the events of all weeks before it. */
export function personAt({ kind, week, person, seat, count }: Chronicle, at: number, moment: number): number {
  let occupant = at;
  for (let i = 0; i < count && week[i] < moment; i++)
    if (seat[i] === at && (kind[i] === EVENT.hired || kind[i] === EVENT.moved)) occupant = person[i];
  return occupant;
}

/** A person's seat at every moment 0 … weeks; −1 where the person is not there. */
export function seatsOf(
  { kind, week, person, seat, count }: Chronicle,
  of: number,
  weeks: number,
): Int32Array {
  const seats = new Int32Array(weeks + 1).fill(weekHired(of) < 0 ? firstSeat(of) : -1);
  for (let i = 0; i < count; i++) {
    if (person[i] !== of) continue;
    if (kind[i] === EVENT.hired || kind[i] === EVENT.moved) seats.fill(seat[i], week[i] + 1);
    else if (kind[i] === EVENT.leftCompany) seats.fill(-1, week[i] + 1);
  }
  return seats;
}

let drawn = 0;

/** Somebody to whom something happens beyond coming and going, under one of the plans at least. */
export function followSomebody(): void {
  const lively = new Set<number>();
  for (const { chronicle } of told.value)
    for (let i = 0; i < chronicle.count; i++)
      if (chronicle.kind[i] !== EVENT.hired && chronicle.kind[i] !== EVENT.leftCompany)
        lively.add(chronicle.person[i]);
  const all = [...lively].toSorted((a, b) => a - b);
  if (all.length === 0) return;
  followed.value = all[Math.floor(uniform(drawn++, { k0: 0x5eed, k1: 0x90de }) * all.length)];
}

/** Whoever sits on a seat under a plan at a moment. */
export function followSeat(seat: number, plan: number, moment: number): void {
  const one = told.value.find((other) => other.plan.plan === plan);
  if (one !== undefined) followed.value = personAt(one.chronicle, seat, moment);
}

/** The other person of an event, if there is one. */
export function otherOf({ other }: Chronicle, i: number): number | undefined {
  return other[i] === NOBODY ? undefined : other[i];
}
