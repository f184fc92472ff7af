/** What a film counts to: people by state, by what they do, and who changed between two weeks. */
import { FILM_STATE, FILMED, type Film, type MeasureName } from "../../engine/index.ts";
import type { Stretch } from "../store/stretch.ts";
import type { Group } from "./layout.ts";

interface Verbs {
  readonly one: string;
  readonly many: string;
}

function both(text: string): Verbs {
  return { one: text, many: text };
}

/** Something people can be, as a byte of a film tells it. */
export interface Look {
  readonly name: string;
  readonly label: string;
  readonly holds: (byte: number) => boolean;
  /** The measure that counts the same. */
  readonly measure: MeasureName;
  /** "1 person …" and "812 people …", of those who came to it and those who left it. */
  readonly began: Verbs;
  readonly ended: Verbs;
}

/** What a curve over everybody can show; the first is looked at first. */
export const LOOKS: readonly Look[] = [
  {
    name: "deep",
    measure: "deepShare",
    label: "Deep practice",
    holds: (byte) => (byte & FILMED.state) === FILM_STATE.deep,
    began: both("came to deep practice"),
    ended: both("left it"),
  },
  {
    name: "user",
    measure: "registeredShare",
    label: "Registered",
    holds: (byte) => (byte & FILMED.user) !== 0,
    began: both("registered"),
    ended: { one: "is registered no longer", many: "are registered no longer" },
  },
  {
    name: "active",
    measure: "weeklyActiveShare",
    label: "Weekly active",
    holds: (byte) => (byte & FILMED.active) !== 0,
    began: both("became active"),
    ended: both("fell silent"),
  },
  {
    name: "member",
    measure: "memberShare",
    label: "Community members",
    holds: (byte) => (byte & FILMED.member) !== 0,
    began: both("joined a community"),
    ended: { one: "is in none any more", many: "are in none any more" },
  },
  {
    name: "champion",
    measure: "champions",
    label: "Champions",
    holds: (byte) => (byte & FILMED.champion) !== 0,
    began: { one: "became a champion", many: "became champions" },
    ended: { one: "is a champion no longer", many: "are champions no longer" },
  },
];

/** The bytes of a week, by seat; a view. */
export function pictureAt({ states, seatCount }: Film, week: number): Uint8Array {
  return states.subarray(week * seatCount, (week + 1) * seatCount);
}

/** People by state, from "not registered" to "deep"; the absent are left out. */
export function stateCounts(picture: Uint8Array): Uint32Array {
  const counts = new Uint32Array(FILMED.state + 1);
  for (const byte of picture) counts[byte & FILMED.state]++;
  return counts.subarray(0, FILM_STATE.deep + 1);
}

export function peopleIn(picture: Uint8Array): number {
  return stateCounts(picture).reduce((sum, count) => sum + count, 0);
}

export function countWhere(picture: Uint8Array, holds: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of picture) if (holds(byte)) count++;
  return count;
}

/** People of a look at weeks 0 … weeks. */
export function curveOf(film: Film, { holds }: Look): Float64Array {
  return Float64Array.from({ length: film.weeks + 1 }, (_, week) => countWhere(pictureAt(film, week), holds));
}

/** By seat, 1 = came to a look in a stretch of weeks, 2 = left it, 0 = neither; a vacated seat has left everything. */
export function changesIn(film: Film, { holds }: Look, { from, to }: Stretch): Uint8Array {
  const then = pictureAt(film, to);
  return Uint8Array.from(pictureAt(film, from), (byte, a) => {
    const [was, is] = [holds(byte), holds(then[a])];
    return was === is ? 0 : is ? 1 : 2;
  });
}

/** How many of some seats came and left. */
export function changeCounts(changes: Uint8Array, seats: ArrayLike<number>): { came: number; left: number } {
  let came = 0;
  let left = 0;
  for (let i = 0; i < seats.length; i++) {
    came += Number(changes[seats[i]] === 1);
    left += Number(changes[seats[i]] === 2);
  }
  return { came, left };
}

/** The group in which most of its people changed, of those with any. */
export function mostChanged(changes: Uint8Array, groups: readonly Group[]): Group | undefined {
  const countIn = ({ seats }: Group): number => {
    const { came, left } = changeCounts(changes, seats);
    return came + left;
  };
  const best = groups.toSorted((a, b) => countIn(b) - countIn(a))[0];
  return best !== undefined && countIn(best) > 0 ? best : undefined;
}
