/** Maxima of smooth functions of a few bounded coordinates, and intervals by profiling them. */

/** A direction to search in. */
export interface Coordinate {
  readonly start: number;
  /** How far the first step goes; > 0. */
  readonly step: number;
  readonly low: number;
  readonly high: number;
}

export interface Maximum {
  readonly point: readonly number[];
  readonly value: number;
}

type Target = (point: readonly number[]) => number;

/** Steps of one search, searches at most, and the gain below which they end. */
const STEPS_MAX = 400;
const SEARCHES_MAX = 12;
const GAIN_MIN = 1e-6;
/** A simplex this small, in steps, has come to rest. */
const REST = 1e-5;

/**
 * Climbs by the simplex of Nelder & Mead (1965), points outside the bounds moved onto them; searches anew from where
 * it came to rest, with a fresh simplex, until that gains nothing. Without coordinates it is the value itself.
 */
export function maximise(target: Target, coordinates: readonly Coordinate[]): Maximum {
  let best: Maximum = { point: coordinates.map(({ start }) => start), value: -Infinity };
  best = { ...best, value: target(best.point) };
  for (let i = 0, scale = 1; i < SEARCHES_MAX && coordinates.length > 0; i++, scale = -scale / 2) {
    const next = search(target, coordinates, best, scale);
    const gain = next.value - best.value;
    if (next.value > best.value) best = next;
    if (i > 0 && !(gain > GAIN_MIN)) break;
  }
  return best;
}

function search(target: Target, coordinates: readonly Coordinate[], from: Maximum, scale: number): Maximum {
  const clamped = (point: readonly number[]): number[] =>
    point.map((x, j) => Math.min(coordinates[j].high, Math.max(coordinates[j].low, x)));
  const at = (point: readonly number[]): Maximum => {
    const inside = clamped(point);
    return { point: inside, value: target(inside) };
  };
  const corners = coordinates.map(({ step }, j) => {
    const moved = (by: number): number[] => from.point.map((x, k) => (k === j ? x + by : x));
    const first = at(moved(step * scale));
    return first.point[j] === from.point[j] ? at(moved(-step * scale)) : first;
  });
  let simplex = ordered([from, ...corners]);
  for (let i = 0; i < STEPS_MAX && !isAtRest(simplex, coordinates); i++)
    simplex = ordered(moveWorst(simplex, at));
  return simplex[0];
}

function ordered(simplex: readonly Maximum[]): readonly Maximum[] {
  return simplex.toSorted((a, b) => (a.value === b.value ? 0 : a.value > b.value ? -1 : 1));
}

function isAtRest(simplex: readonly Maximum[], coordinates: readonly Coordinate[]): boolean {
  const [best, ...others] = simplex;
  return coordinates.every(({ step }, j) =>
    others.every(({ point }) => Math.abs(point[j] - best.point[j]) <= REST * step),
  );
}

/** Reflects the worst corner, expands, contracts, or shrinks towards the best. */
function moveWorst(simplex: readonly Maximum[], at: (point: readonly number[]) => Maximum): Maximum[] {
  const kept = simplex.slice(0, -1);
  const worst = simplex[simplex.length - 1];
  const centre = worst.point.map((_, j) => kept.reduce((sum, { point }) => sum + point[j], 0) / kept.length);
  const along = (share: number): Maximum => at(centre.map((c, j) => c + share * (c - worst.point[j])));
  const reflected = along(1);
  if (reflected.value > simplex[0].value) {
    const expanded = along(2);
    return [...kept, expanded.value > reflected.value ? expanded : reflected];
  }
  if (reflected.value > kept[kept.length - 1].value) return [...kept, reflected];
  const contracted = along(reflected.value > worst.value ? 0.5 : -0.5);
  if (contracted.value > Math.max(reflected.value, worst.value)) return [...kept, contracted];
  const [best] = simplex;
  return simplex.map((corner) =>
    corner === best ? best : at(corner.point.map((x, j) => (x + best.point[j]) / 2)),
  );
}

/** Doublings until an end is bracketed, then steps that narrow the bracket until it is this narrow, in its own steps. */
const DOUBLINGS_MAX = 40;
const NARROWINGS_MAX = 60;
const NARROW = 1e-5;

/**
 * The values of one coordinate at which the target, maximised over the others, lies at most `drop` below its maximum:
 * a bound of the coordinate where it never falls so far.
 */
export function profileInterval(
  target: Target,
  coordinates: readonly Coordinate[],
  best: Maximum,
  index: number,
  drop: number,
): { low: number; high: number } {
  const { low, high, step } = coordinates[index];
  return {
    low: profileEnd(target, coordinates, best, index, drop, low, -step),
    high: profileEnd(target, coordinates, best, index, drop, high, step),
  };
}

function profileEnd(
  target: Target,
  coordinates: readonly Coordinate[],
  best: Maximum,
  index: number,
  drop: number,
  bound: number,
  step: number,
): number {
  const profile = profileOf(target, coordinates, best, index);
  /** How much farther than wanted a value lies from the maximum, on a scale on which likelihoods are nearly straight. */
  const excess = (value: number): number =>
    Math.sqrt(Math.max(0, best.value - profile(value))) - Math.sqrt(drop);
  let inside = best.point[index];
  let outside = inside;
  let [below, above] = [-Math.sqrt(drop), 0];
  for (let i = 0, stride = step / 4; i < DOUBLINGS_MAX; i++, stride *= 2) {
    outside = step < 0 ? Math.max(bound, inside + stride) : Math.min(bound, inside + stride);
    above = excess(outside);
    if (above > 0) break;
    [inside, below] = [outside, above];
    if (outside === bound) return bound;
  }
  // Regula falsi after Dowell & Jarratt (1971): an end that stays put twice counts half, so that both ends close in.
  let stays = 0;
  for (let i = 0; i < NARROWINGS_MAX && Math.abs(outside - inside) > NARROW * Math.abs(step); i++) {
    const share = above === Infinity ? 0.5 : below / (below - above);
    const next = inside + share * (outside - inside);
    const value = excess(next);
    if (value > 0) {
      [outside, above] = [next, value];
      if (stays < 0) below /= 2;
      stays = -1;
    } else {
      [inside, below] = [next, value];
      if (stays > 0) above /= 2;
      stays = 1;
    }
    if (value === 0) return next;
  }
  return (inside + outside) / 2;
}

/** The target by one coordinate, maximised over the others, which start from where they were last. */
function profileOf(
  target: Target,
  coordinates: readonly Coordinate[],
  best: Maximum,
  index: number,
): (value: number) => number {
  const free = coordinates.filter((_, j) => j !== index);
  let others = best.point.filter((_, j) => j !== index);
  return (value) => {
    const profile = maximise(
      (point) => target([...point.slice(0, index), value, ...point.slice(index)]),
      free.map((coordinate, j) => ({ ...coordinate, start: others[j], step: coordinate.step / 4 })),
    );
    others = [...profile.point];
    return profile.value;
  };
}
