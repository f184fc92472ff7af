/** How far counts and correlations are from chance, as standard normal scores. */

/** A chi-square of counts that should all be equal, as a normal score (Wilson & Hilferty 1931). */
export function evenness(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i];
  const expected = total / counts.length;
  let chiSquare = 0;
  for (let i = 0; i < counts.length; i++) chiSquare += (counts[i] - expected) ** 2 / expected;
  return chiSquareScore(chiSquare, counts.length - 1);
}

export function chiSquareScore(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** A count of successes among trials of a known chance, as a normal score. */
export function shareScore(count: number, trials: number, chance: number): number {
  return (count - trials * chance) / Math.sqrt(trials * chance * (1 - chance));
}

/** A Poisson count of a known mean, as a normal score (Anscombe's root, good from means of 4 on). */
export function poissonScore(count: number, mean: number): number {
  return 2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(mean + 1 / 8));
}

/** A draw as a number of mean 0 and variance 1. */
function standard(word: number): number {
  return ((word + 0.5) / 2 ** 32 - 0.5) * Math.sqrt(12);
}

/** The correlation of draws with those `lag` places on, as a normal score; `part` picks what is looked at. */
export function serialScore(words: Uint32Array, lag: number, part: (word: number) => number): number {
  let sum = 0;
  const pairs = words.length - lag;
  for (let i = 0; i < pairs; i++) sum += standard(part(words[i])) * standard(part(words[i + lag]));
  return sum / Math.sqrt(pairs);
}

/** Of many sequences of equal length: the largest correlation score of two, and whether all together are too many. */
export function pairScores(sequences: readonly Uint32Array[]): { largest: number; together: number } {
  const values = sequences.map((words) => Float64Array.from(words, standard));
  let largest = 0;
  let squares = 0;
  let pairs = 0;
  for (let i = 0; i < values.length; i++)
    for (let k = 0; k < i; k++) {
      const score = productSum(values[i], values[k]) / Math.sqrt(values[i].length);
      largest = Math.max(largest, Math.abs(score));
      squares += score * score;
      pairs++;
    }
  return { largest, together: chiSquareScore(squares, pairs) };
}

function productSum(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Equal values among draws. */
export function collisions(words: Uint32Array): number {
  const sorted = words.toSorted();
  let equal = 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) equal++;
  return equal;
}

/** Equal gaps between sorted draws (Marsaglia's birthday spacings); their mean is length³/2³⁴. */
export function equalSpacings(words: Uint32Array): number {
  const sorted = words.toSorted();
  return collisions(sorted.map((word, i) => (i === 0 ? 0 : word - sorted[i - 1])).subarray(1));
}
