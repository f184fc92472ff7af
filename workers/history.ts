/** The history of one replicate: pasts of its plans, so that a changed plan goes on from the week of its change. */
import {
  groundBytes,
  groundOf,
  pastBytes,
  resumeWorld,
  savePast,
  type Ground,
  type Intervention,
  type RunSpec,
  type Trace,
  type World,
} from "../engine/index.ts";
import { firstDifference, versionOf, type Version } from "./versions.ts";

export interface History {
  /** A world of the spec, which differs from those before in the plan alone, as late as a past allows. */
  readonly resume: (spec: RunSpec) => World | undefined;
  /** To be shown the world that was asked for last, at the boundaries before its weeks; keeps some of its pasts. */
  readonly visit: (world: World) => void;
  /** The trace of a plan that has been finished. */
  readonly traceFor: (plan: readonly Intervention[]) => Trace | undefined;
  readonly finish: (plan: readonly Intervention[], trace: Trace) => void;
  readonly bytes: () => number;
}

interface Place {
  readonly version: Version;
  readonly week: number;
  /** The last plan, by number, that began with this past. */
  used: number;
}

interface Past extends Place {
  readonly saved: ArrayBuffer;
}

/** The horizon, the number of the plan at hand, and the week from which it differs from all before. */
interface Now {
  readonly weeks: number;
  readonly plans: number;
  readonly changeWeek: number;
}

interface Finished {
  readonly version: Version;
  readonly trace: Trace;
}

/** Weeks between pasts while there is room. */
const SPACING = 13;
/** Finished plans remembered, and their weeks of change. */
const VERSIONS_MOST = 8;
const NO_PLAN: Version = { weeks: [], texts: [] };

/** A history of at most `room` bytes; it keeps nothing where not even the ground and one past fit. */
export function createHistory(room: number): History {
  let ground: Ground | undefined;
  let pasts: readonly Past[] = [];
  let finished: readonly Finished[] = [];
  /** The version at hand, its number, and the week from which it differs from all that are finished. */
  let version = NO_PLAN;
  let plans = 0;
  let changeWeek = 0;

  const bytes = (): number => (ground === undefined ? 0 : groundBytes(ground)) + sizeOf(pasts, finished);

  function resume(spec: RunSpec): World | undefined {
    plans++;
    version = versionOf(spec.plan);
    changeWeek = Math.max(
      0,
      ...finished.map((one) => firstDifference(one.version, version)).filter(Number.isFinite),
    );
    let latest: Past | undefined;
    for (const past of pasts) {
      if (past.week > firstDifference(past.version, version)) continue;
      past.used = plans;
      if (latest === undefined || past.week > latest.week) latest = past;
    }
    if (ground === undefined || latest === undefined) return undefined;
    return resumeWorld(ground, spec, latest.week, latest.saved);
  }

  function visit(world: World): void {
    const week = world.state.firm.week[0];
    if (week % SPACING !== 0 && week !== changeWeek) return;
    if (pasts.some((past) => past.week === week && past.used === plans)) return;
    if (groundBytes(world) + world.buffer.byteLength > room) return;
    ground ??= groundOf(world);
    const place: Place = { version, week, used: plans };
    const { weeks } = world.spec;
    // What would go again at once needn't be copied.
    const now = { weeks, plans, changeWeek };
    const isTooMuch = !isPinned(place, now) && bytes() + pastBytes(world) > room;
    if (isTooMuch && leastOf([...pasts, place], now) === pasts.length) return;
    pasts = [...pasts, { ...place, saved: savePast(world) }];
    thin(weeks);
  }

  /** Makes the room good: pasts go first, then traces, last the start and the week of the change at hand. */
  function thin(weeks: number): void {
    const now = { weeks, plans, changeWeek };
    while (bytes() > room && pasts.length > 0) {
      if (finished.length > 0 && pasts.every((past) => isPinned(past, now))) finished = finished.slice(1);
      else pasts = pasts.toSpliced(leastOf(pasts, now), 1);
    }
  }

  function finish(plan: readonly Intervention[], trace: Trace): void {
    if (ground === undefined) return;
    // A trace that is handed out may be transferred, and is then lost to this thread.
    finished = [...finished, { version: versionOf(plan), trace: structuredClone(trace) }].slice(
      -VERSIONS_MOST,
    );
    thin(trace.weeks);
  }

  function traceFor(plan: readonly Intervention[]): Trace | undefined {
    const asked = versionOf(plan);
    const known = finished.find((one) => firstDifference(one.version, asked) === Infinity);
    return known && structuredClone(known.trace);
  }

  return { resume, visit, bytes, traceFor, finish };
}

function sizeOf(pasts: readonly Past[], finished: readonly Finished[]): number {
  let sum = 0;
  for (const { saved } of pasts) sum += saved.byteLength;
  for (const { trace } of finished) {
    sum += trace.columns.byteLength;
    for (const group of trace.groups) sum += group.columns.byteLength;
  }
  return sum;
}

/** The start and the week of the change at hand outlive all else. */
function isPinned({ week, used }: Place, { plans, changeWeek }: Now): boolean {
  return week === 0 || (week === changeWeek && used === plans);
}

/** Which of some pasts goes first. */
function leastOf(some: readonly Place[], now: Now): number {
  const worths = some.map((past) =>
    isPinned(past, now) ? Infinity : worthOf(past, some, now.weeks, now.plans),
  );
  return worths.indexOf(Math.min(...worths));
}

/**
 * Weeks back to the past before, times weeks on to the next: what changes at any week would cost without this one;
 * less for every plan since the last that began with it.
 */
function worthOf(past: Place, pasts: readonly Place[], weeks: number, plans: number): number {
  let before = 0;
  let after = weeks;
  for (const { week, version } of pasts) {
    const shared = firstDifference(version, past.version);
    if (week < past.week && week <= shared) before = Math.max(before, week);
    if (week > past.week && past.week <= shared) after = Math.min(after, week);
  }
  return ((past.week - before) * (after - past.week)) / (1 + plans - past.used);
}
