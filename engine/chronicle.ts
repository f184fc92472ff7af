/** A chronicle: what happened to every person in a run, and why, as numbers in columns; ordinary runs write none. */

/** What happens to a person. Append-only: numbers are part of chronicles that are kept. */
export const EVENT = {
  /** Came to the company: as a newcomer on somebody's seat, or with a merger. */
  hired: 0,
  leftCompany: 1,
  /** Changed seats in a reorganisation. */
  moved: 2,
  registered: 3,
  joined: 4,
  leftCommunity: 5,
  becameChampion: 6,
  ceasedChampion: 7,
  /** Asked people; `cause` says whether that helped, `other` who answered. */
  askedCommunity: 8,
  askedPlatform: 9,
  /** Found a solution without asking: `cause` says where. */
  solved: 10,
  /** Wrote a solution down. */
  documented: 11,
} as const;

/** Why it happened. Append-only. */
export const CAUSE = {
  none: 0,
  /** Was so at the start. */
  start: 1,
  /** Turnover, layoffs, a merger, a reorganisation. */
  turnover: 2,
  layoffs: 3,
  merger: 4,
  reorganisation: 5,
  /** Registered: from outside, by a campaign or event, at the launch as a member of a community. */
  outside: 6,
  campaign: 7,
  launch: 8,
  /**
   * Registered because colleagues were seen visiting: by their share, by each of them, past one's threshold, which may be
   * nothing and is then passed without anybody.
   */
  share: 9,
  tie: 10,
  threshold: 11,
  /** Registered on the invitation of a colleague who had registered the week before. */
  invitation: 12,
  /** Joined: among the founders of the plan's, of a keen person's, of a community sparked by platform answers. */
  planFounder: 13,
  keenFounder: 14,
  sparkFounder: 15,
  /** Joined: enrolled with everybody for structured meetings; on the community's own invitation. */
  enrolled: 16,
  invited: 17,
  /** Joined because enough colleagues of the role were seen attending. */
  example: 18,
  /** Left a community: it was of no use, it fell dormant, the plan ended it, the person left the company. */
  useless: 19,
  dormant: 20,
  stopped: 21,
  gone: 22,
  /** Became a champion: out of deep practice, out of eagerness. Ceased: gave up, the tribe ended. */
  deep: 23,
  eager: 24,
  gaveUp: 25,
  /** A question to people was answered or not. */
  answered: 26,
  failed: 27,
  /** Solved by ambient awareness, by the community's or the platform's knowledge base. */
  ambient: 28,
  communityBase: 29,
  platformBase: 30,
} as const;

/** No other person, no earlier event. */
export const NOBODY = 0xffffffff;
export const NO_EVENT = -1;

const COLUMNS = {
  kind: Uint8Array,
  cause: Uint8Array,
  /** The week that runs from boundary `week` to `week + 1`. */
  week: Uint16Array,
  /** Ids of persons, who keep them from seat to seat. */
  person: Uint32Array,
  seat: Uint32Array,
  /** The person through whom it happened, or NOBODY. */
  other: Uint32Array,
  /** The event it descends from, always an earlier one, or NO_EVENT. */
  parent: Int32Array,
  /** Of `ties` colleagues so many were seen to be active, where that mattered; else 0. */
  active: Uint32Array,
  ties: Uint32Array,
} as const;

type Columns = { [K in keyof typeof COLUMNS]: InstanceType<(typeof COLUMNS)[K]> };
/** One event as numbers. */
export type Event = { [K in keyof typeof COLUMNS]: number };

/** Events in the order in which they happened. */
export interface Chronicle extends Readonly<Columns> {
  readonly count: number;
}

/** A chronicle that is being written; its columns have room to spare. */
export interface Log {
  columns: Columns;
  count: number;
}

const ROOM_FIRST = 4096;
const NAMES = Object.keys(COLUMNS) as (keyof Columns)[];

export function createLog(): Log {
  return { columns: columnsOf(ROOM_FIRST), count: 0 };
}

function columnsOf(room: number): Columns {
  return Object.fromEntries(NAMES.map((name) => [name, new COLUMNS[name](room)])) as unknown as Columns;
}

/** Adds an event; what is not said is nobody, nothing, 0. Returns its place. */
export function write(
  log: Log,
  event: Pick<Event, "kind" | "cause" | "week" | "person" | "seat"> & Partial<Event>,
): number {
  if (log.count === log.columns.kind.length) grow(log);
  const { columns } = log;
  const i = log.count++;
  columns.kind[i] = event.kind;
  columns.cause[i] = event.cause;
  columns.week[i] = event.week;
  columns.person[i] = event.person;
  columns.seat[i] = event.seat;
  columns.other[i] = event.other ?? NOBODY;
  columns.parent[i] = event.parent ?? NO_EVENT;
  columns.active[i] = event.active ?? 0;
  columns.ties[i] = event.ties ?? 0;
  return i;
}

function grow(log: Log): void {
  const larger = columnsOf(2 * log.columns.kind.length);
  for (const name of NAMES) larger[name].set(log.columns[name]);
  log.columns = larger;
}

/** What has been written so far, without room to spare. */
export function chronicleOf({ columns, count }: Log): Chronicle {
  const trimmed = Object.fromEntries(NAMES.map((name) => [name, columns[name].slice(0, count)]));
  return { ...(trimmed as unknown as Columns), count };
}

/** The event at a place, as numbers. */
export function eventAt(chronicle: Chronicle, i: number): Event {
  return Object.fromEntries(NAMES.map((name) => [name, chronicle[name][i]])) as Event;
}
