/** A film of a run: what everybody is at the boundary of every week, a byte a seat. */
import { NEVER } from "./columns.ts";
import type { Organisation } from "./organisation.ts";
import { isDeep, MONTH } from "./windows.ts";
import type { World } from "./world.ts";

/** What a byte of a film holds: a state in the lowest three bits, and a bit for each of the others. */
export const FILMED = {
  /** A number of FILM_STATE. */
  state: 7,
  /** Of the community of the seat's scope. */
  member: 8,
  /** Registered on the platform. */
  user: 16,
  champion: 32,
  /** Visited the platform in the week done last. */
  active: 64,
  /** Met in the community in the week done last. */
  attending: 128,
} as const;

/** The five states of the measures, and a seat that nobody has. */
export const FILM_STATE = { none: 0, registered: 1, reader: 2, contributor: 3, deep: 4, absent: 7 } as const;

/** Where everybody sits, by seat; fixed for a run. */
export type Seats = Pick<Organisation, "unit" | "team" | "role" | "level" | "site" | "scope"> & {
  readonly department: Uint16Array;
};

export interface Film {
  readonly weeks: number;
  /** Seats, those of a later merger among them. */
  readonly seatCount: number;
  /** Bits of FILMED: states[week · seatCount + seat], week = 0 … weeks. */
  readonly states: Uint8Array;
  readonly seats: Seats;
}

/** An empty film of a world. */
export function createFilm(world: World, department: Uint16Array): Film {
  const { unit, team, role, level, site, scope, employeeCount } = world.organisation;
  const { weeks } = world.spec;
  return {
    weeks,
    seatCount: employeeCount,
    states: new Uint8Array((weeks + 1) * employeeCount),
    // Copies: a film may be handed to another thread.
    seats: {
      unit: unit.slice(),
      department: department.slice(),
      team: team.slice(),
      role: role.slice(),
      level: level.slice(),
      site: site.slice(),
      scope: scope.slice(),
    },
  };
}

/** Takes the picture of a week's boundary. */
export function takePicture(film: Film, world: World, boundary: number): void {
  const first = boundary * film.seatCount;
  for (let a = 0; a < film.seatCount; a++) film.states[first + a] = pictureOf(world, a);
}

function pictureOf({ state: { employee } }: World, a: number): number {
  if (employee.isPresent[a] === 0) return FILM_STATE.absent;
  const isUser = employee.weekRegistered[a] !== NEVER;
  return (
    stateOf(employee, a, isUser) |
    (employee.isMember[a] === 1 ? FILMED.member : 0) |
    (isUser ? FILMED.user : 0) |
    (employee.champion[a] !== 0 ? FILMED.champion : 0) |
    ((employee.visitedWeeks[a] & 1) === 1 ? FILMED.active : 0) |
    ((employee.attendedWeeks[a] & 1) === 1 ? FILMED.attending : 0)
  );
}

/** The measures' five states for one person; tally.ts counts the same over all, a law holds the two together. */
function stateOf(employee: World["state"]["employee"], a: number, isUser: boolean): number {
  if (isDeep(employee.deepWeeks[a])) return FILM_STATE.deep;
  if ((employee.contributedWeeks[a] & MONTH) !== 0) return FILM_STATE.contributor;
  if (((employee.visitedWeeks[a] | employee.attendedWeeks[a]) & MONTH) !== 0) return FILM_STATE.reader;
  return isUser || employee.isMember[a] === 1 ? FILM_STATE.registered : FILM_STATE.none;
}
