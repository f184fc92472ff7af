/** Peeling and pasting: a box is cut slice by slice to what is dense in cases, then let out where it was cut too far. */
import {
  countOf,
  pointsIn,
  restrictedFactors,
  wholeBox,
  type Box,
  type BoxCount,
  type Cases,
} from "./boxes.ts";

export interface PeelingOptions {
  /** Share of the box's points that a slice takes, in (0, 1). */
  readonly slice: number;
  /** Share of all points below which a box isn't cut further, in (0, 1). */
  readonly leastMass: number;
}

/** A box on the way from all points to the densest, with what is in it. */
export interface Peeled extends BoxCount {
  readonly box: Box;
}

/** A slice that may go: what would be left, and the box around it. */
interface Cut {
  readonly removed: number;
  readonly cases: number;
  readonly factor: number;
  readonly isLow: boolean;
  readonly bound: number;
}

/**
 * The boxes from all points on (Friedman & Fisher 1999). Of all slices the one goes whose loss lifts the share of cases
 * most a point (Kwakkel & Jaxa-Rozen 2016), so that factors of few values, which lose many points at once, aren't
 * favoured. It ends when a box would have fewer points than wanted, or has nothing but cases.
 */
export function peel(cases: Cases, { slice, leastMass }: PeelingOptions): Peeled[] {
  const total = cases.isCase.length;
  const least = Math.max(1, Math.ceil(leastMass * total));
  let box = wholeBox(cases);
  /** By factor: the box's points, by the factor's values. */
  let orders = cases.factors.map(({ values }) =>
    Uint32Array.from(cases.isCase.keys()).toSorted((a, b) => values[a] - values[b] || a - b),
  );
  const way: Peeled[] = [{ box, ...countOf(cases, Uint32Array.from(cases.isCase.keys())) }];
  const isOut = new Uint8Array(total);
  for (;;) {
    const now = way[way.length - 1];
    if (now.cases === now.points || orders.length === 0) return way;
    const cut = bestCut(cases, orders, now, Math.max(1, Math.floor(slice * now.points)), least);
    if (cut === undefined) return way;
    const { factor, isLow, bound, removed, cases: left } = cut;
    const order = orders[factor];
    for (const i of isLow ? order.subarray(0, removed) : order.subarray(order.length - removed)) isOut[i] = 1;
    box = isLow
      ? { low: box.low.with(factor, bound), high: box.high }
      : { low: box.low, high: box.high.with(factor, bound) };
    orders = orders.map((each) => each.filter((i) => isOut[i] === 0));
    way.push({ box, points: now.points - removed, cases: left });
  }
}

function bestCut(
  { factors, isCase }: Cases,
  orders: readonly Uint32Array[],
  now: BoxCount,
  wanted: number,
  least: number,
): Cut | undefined {
  let best: Cut | undefined;
  let bestGain = -Infinity;
  for (const [factor, order] of orders.entries())
    for (const isLow of [true, false]) {
      const cut = cutOf(factors[factor].values, isCase, order, now, wanted, isLow);
      if (cut === undefined || now.points - cut.removed < least) continue;
      const gain = (cut.cases / (now.points - cut.removed) - now.cases / now.points) / cut.removed;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { ...cut, factor };
    }
  return best;
}

/** The slice at one end: points beyond the wanted one, or all that share the last value where that would be none. */
function cutOf(
  values: Float64Array,
  isCase: Uint8Array,
  order: Uint32Array,
  now: BoxCount,
  wanted: number,
  isLow: boolean,
): Omit<Cut, "factor"> | undefined {
  const count = order.length;
  const at = (place: number): number => order[isLow ? place : count - 1 - place];
  let removed = wanted;
  while (removed > 0 && values[at(removed - 1)] === values[at(removed)]) removed--;
  if (removed === 0) {
    removed = wanted;
    while (removed < count && values[at(removed)] === values[at(0)]) removed++;
  }
  if (removed >= count) return undefined;
  let lost = 0;
  for (let place = 0; place < removed; place++) lost += isCase[at(place)];
  const bound = (values[at(removed - 1)] + values[at(removed)]) / 2;
  return { removed, cases: now.cases - lost, isLow, bound };
}

/** A box let out, end by end, by as many points as a slice has, while that raises the share of cases. */
export function paste(cases: Cases, from: Box, { slice }: PeelingOptions): Peeled {
  const whole = wholeBox(cases);
  let box = from;
  let now = countOf(cases, pointsIn(cases, box, restrictedFactors(box, whole)));
  for (;;) {
    const wider = restrictedFactors(box, whole)
      .flatMap((factor) => [true, false].map((isLow) => widened(cases, box, whole, factor, isLow, slice)))
      .filter((each) => each !== undefined)
      .filter(({ cases: own, points }) => own * now.points > now.cases * points)
      .toSorted((a, b) => b.cases / b.points - a.cases / a.points)[0];
    if (wider === undefined) return { box, ...now };
    box = wider.box;
    now = { points: wider.points, cases: wider.cases };
  }
}

function widened(
  cases: Cases,
  box: Box,
  whole: Box,
  factor: number,
  isLow: boolean,
  slice: number,
): Peeled | undefined {
  const end = isLow ? whole.low[factor] : whole.high[factor];
  if ((isLow ? box.low : box.high)[factor] === end) return undefined;
  const open: Box = isLow
    ? { low: box.low.with(factor, end), high: box.high }
    : { low: box.low, high: box.high.with(factor, end) };
  const restricted = restrictedFactors(open, whole);
  const { values } = cases.factors[factor];
  const inside = pointsIn(cases, box, restrictedFactors(box, whole)).length;
  const beyond = pointsIn(cases, open, restricted)
    .filter((i) => (isLow ? values[i] < box.low[factor] : values[i] > box.high[factor]))
    .toSorted((a, b) => (isLow ? values[b] - values[a] : values[a] - values[b]));
  const added = Math.max(1, Math.floor(slice * inside));
  const bound = added >= beyond.length ? end : (values[beyond[added - 1]] + values[beyond[added]]) / 2;
  const next: Box = isLow
    ? { low: box.low.with(factor, bound), high: box.high }
    : { low: box.low, high: box.high.with(factor, bound) };
  return { box: next, ...countOf(cases, pointsIn(cases, next, restrictedFactors(next, whole))) };
}
