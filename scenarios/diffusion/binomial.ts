/** Binomial draws by inversion of one uniform. */
import { exp, log1p, normalQuantile } from "../../engine/math.ts";

/** Above this variance a normal distribution does; below, probabilities are summed from the nearer end. */
const VARIANCE_EXACT = 100;

/** How many of `count` events of a probability happen, for a uniform u in (0, 1). */
export function binomialQuantile(count: number, prob: number, u: number): number {
  if (prob > 0.5) return count - binomialQuantile(count, 1 - prob, 1 - u);
  if (!(prob > 0) || count <= 0) return 0;
  const mean = count * prob;
  const variance = mean * (1 - prob);
  if (variance > VARIANCE_EXACT) {
    const value = Math.round(mean + Math.sqrt(variance) * normalQuantile(u));
    return Math.min(count, Math.max(0, value));
  }
  const odds = prob / (1 - prob);
  let exactly = exp(count * log1p(-prob));
  let atMost = exactly;
  let k = 0;
  while (atMost < u && k < count) {
    k++;
    exactly *= (odds * (count - k + 1)) / k;
    atMost += exactly;
    if (exactly < 1e-300) break;
  }
  return k;
}
