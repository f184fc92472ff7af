/** Round values for an axis, found by counting: host logarithms differ between engines. */

const MANTISSAS = [1, 2, 5] as const;

export interface Ticks {
  readonly values: readonly number[];
  /** The axis runs from the first tick to the last. */
  readonly domain: readonly [number, number];
}

/** Ticks that enclose [low, high], at most `most` of them (at least 3), at a step of 1, 2 or 5 times a power of ten. */
export function enclosingTicks(low: number, high: number, most: number): Ticks {
  if (!(high > low)) return enclosingTicks(low, low + 1, most);
  let exponent = -12;
  for (let i = 0; ; i++) {
    const step = stepOf(MANTISSAS[i % 3], exponent);
    const first = Math.floor(low / step);
    const last = Math.ceil(high / step);
    if (last - first < most) return ticksOf(first, last, MANTISSAS[i % 3], exponent);
    if (i % 3 === 2) exponent++;
  }
}

// Powers of ten with whole exponents up to 22 are exact; division keeps 0.1 the nearest double.
function stepOf(mantissa: number, exponent: number): number {
  return exponent < 0 ? mantissa / tenTo(-exponent) : mantissa * tenTo(exponent);
}

function tenTo(exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power *= 10;
  return power;
}

function ticksOf(first: number, last: number, mantissa: number, exponent: number): Ticks {
  const count = Math.max(last - first, 1) + 1;
  const values = Array.from({ length: count }, (_, i) =>
    exponent < 0 ? ((first + i) * mantissa) / tenTo(-exponent) : (first + i) * mantissa * tenTo(exponent),
  );
  return { values, domain: [values[0], values.at(-1)!] };
}

/** Reaching this little of a step below the next rule, values get the room they need, not the whole step. */
const SPARED_SHARE = 0.4;

/** Enclosing ticks for values on both sides of zero, without a lowest step that would stay all but empty. */
export function fittingTicks(low: number, high: number, most: number): Ticks {
  const ticks = enclosingTicks(Math.min(0, low), Math.max(0, high), most);
  const [first, second] = ticks.values;
  const reach = (second - low) / (second - first);
  if (first >= 0 || reach > SPARED_SHARE) return ticks;
  return { values: ticks.values.slice(1), domain: [Math.min(low, second), ticks.domain[1]] };
}
