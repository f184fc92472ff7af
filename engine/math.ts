/** Portable exponentials, logarithms and quantiles: the same bits in every JavaScript engine, within one ulp. */

// The host's own exp, log, … differ between engines; +, −, ×, ÷, sqrt and floor do not. The methods (argument
// reduction by ln 2 in two parts, one rational or polynomial approximation) and their coefficients are those of
// fdlibm 5.3 (Sun Microsystems 1993: e_exp, e_log, s_expm1, s_log1p), the normal quantile is PPND16 of
// Wichura (1988), algorithm AS 241, Applied Statistics 37, 477–484.

/** ln 2 in two parts; the first has 32 zero bits at its end, so a multiple of it by an exponent is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const HALF_LN2 = 0.34657359027997264;
/** Largest x with a finite exponential, and the smallest with one above zero. */
const EXP_MAX = 709.782712893384;
const EXP_MIN = -745.1332191019411;

const LOWEST_EXPONENT = -1074;
/** 2ⁿ for n from −1074 to 1023: exact, by doubling from the smallest double. */
const POWERS_OF_TWO = new Float64Array(1023 - LOWEST_EXPONENT + 1);
POWERS_OF_TWO[0] = 5e-324;
for (let i = 1; i < POWERS_OF_TWO.length; i++) POWERS_OF_TWO[i] = 2 * POWERS_OF_TWO[i - 1];

/** One double seen as two words; HIGH_WORD is where this machine keeps sign and exponent. */
const DOUBLE = new Float64Array(1);
const WORDS = new Uint32Array(DOUBLE.buffer);
const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** Added to a high word, carries into its exponent from √2 on: 0x3ff00000 less the high word of √2, rounded up. */
const SQRT2_CARRY = 0x00095f64;

/** y·2ⁿ, rounded once; n from −2148 to 2046. */
function scaled(y: number, n: number): number {
  if (n >= LOWEST_EXPONENT && n <= 1023) return y * POWERS_OF_TWO[n - LOWEST_EXPONENT];
  const half = n >> 1;
  return y * POWERS_OF_TWO[half - LOWEST_EXPONENT] * POWERS_OF_TWO[n - half - LOWEST_EXPONENT];
}

/** The n with x/2ⁿ in [√½, √2), for a normal x > 0. */
function exponentOf(x: number): number {
  DOUBLE[0] = x;
  return ((WORDS[HIGH_WORD] + SQRT2_CARRY) >>> 20) - 1023;
}

/** The c with eʳ = 1 + r + r·c/(2 − c) for |r| ≤ ½ ln 2, by a polynomial in r² (error below 2⁻⁵⁹). */
function expCorrection(r: number): number {
  const r2 = r * r;
  return (
    r -
    r2 *
      (1.66666666666666019037e-1 +
        r2 *
          (-2.77777777770155933842e-3 +
            r2 *
              (6.61375632143793436117e-5 +
                r2 * (-1.6533902205465251539e-6 + r2 * 4.13813679705723846039e-8))))
  );
}

/** eˣ; NaN for NaN, Infinity above 709.78, 0 below −745.13. Within 1 ulp; source: fdlibm e_exp. */
export function exp(x: number): number {
  if (!(x <= EXP_MAX)) return x > EXP_MAX ? Infinity : NaN;
  if (x < EXP_MIN) return 0;
  const n = Math.floor(INVERSE_LN2 * x + 0.5) | 0;
  const high = x - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  const c = expCorrection(r);
  return scaled(1 - (low - (r * c) / (2 - c) - high), n);
}

/** ln((1 + f)·2ⁿ) + c for 1 + f in [√½, √2) and a small c, by s = f/(2 + f) and a polynomial in s². */
function logOfParts(f: number, n: number, c: number): number {
  const s = f / (2 + f);
  const s2 = s * s;
  const s4 = s2 * s2;
  const even = s4 * (3.999999999940941908e-1 + s4 * (2.222219843214978396e-1 + s4 * 1.531383769920937332e-1));
  const odd =
    s2 *
    (6.66666666666673513e-1 +
      s4 * (2.857142874366239149e-1 + s4 * (1.818357216161805012e-1 + s4 * 1.479819860511658591e-1)));
  const half = 0.5 * f * f;
  return n * LN2_HIGH - (half - (s * (half + (odd + even)) + (n * LN2_LOW + c)) - f);
}

/** The natural logarithm; −Infinity at 0, NaN below. Within 1 ulp; source: fdlibm e_log. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  // A subnormal is first made normal: × 2⁵⁴.
  const shift = x < 2.2250738585072014e-308 ? 54 : 0;
  const normal = shift === 0 ? x : x * 18014398509481984;
  const n = exponentOf(normal);
  return logOfParts(normal * POWERS_OF_TWO[-n - LOWEST_EXPONENT] - 1, n - shift, 0);
}

/** ln(1 + x) without loss for small x; −Infinity at −1, NaN below. Within 1 ulp; source: fdlibm s_log1p. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  // 1 + x lies in [√½, √2): nothing is rounded away.
  if (x > -0.2928932188134524 && x < 0.41421356237309503) {
    return Math.abs(x) < 5.551115123125783e-17 ? x : logOfParts(x, 0, 0);
  }
  if (x === Infinity) return x;
  const sum = 1 + x;
  const lost = x > 1 ? 1 - (sum - x) : x - (sum - 1);
  const n = exponentOf(sum);
  return logOfParts(sum * POWERS_OF_TWO[-n - LOWEST_EXPONENT] - 1, n, lost / sum);
}

/** eˣ − 1 without loss for small x; −1 below −39, Infinity above 709.78. Within 1 ulp; source: fdlibm s_expm1. */
export function expm1(x: number): number {
  if (!(x <= EXP_MAX)) return x > EXP_MAX ? Infinity : NaN;
  if (x < -39) return -1;
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  const n = Math.abs(x) <= HALF_LN2 ? 0 : Math.floor(INVERSE_LN2 * x + 0.5) | 0;
  const high = x - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const halfSquare = 0.5 * r * r;
  const fit =
    1 +
    halfSquare *
      (-3.33333333333331316428e-2 +
        halfSquare *
          (1.58730158725481460165e-3 +
            halfSquare *
              (-7.93650757867487942473e-5 +
                halfSquare * (4.00821782732936239552e-6 + halfSquare * -2.01099218183624371326e-7))));
  const t = 3 - fit * 0.5 * r;
  const e = halfSquare * ((fit - t) / (6 - r * t));
  if (n === 0) return r - (r * e - halfSquare);
  return expm1FromParts(n, r, r * (e - lost) - lost - halfSquare);
}

/** 2ⁿ·(1 + r − e) − 1 for n ≠ 0, in the order of additions that loses least. */
function expm1FromParts(n: number, r: number, e: number): number {
  if (n === -1) return 0.5 * (r - e) - 0.5;
  if (n === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (n < -1 || n > 56) return scaled(1 - (e - r), n) - 1;
  const unit = POWERS_OF_TWO[-n - LOWEST_EXPONENT];
  return scaled(n < 20 ? 1 - unit - (e - r) : r - (e + unit) + 1, n);
}

/** x's upper 26 bits, so that products of halves are exact (Dekker 1971); |x| < 2⁹⁹⁶. */
function upperHalf(x: number): number {
  const product = 134217729 * x;
  return product - (product - x);
}

/** 1/(1 + e⁻ˣ), in [0, 1]; within 1 ulp: exponential, sum and quotient carry their rounding errors along. */
export function logistic(x: number): number {
  // Below −40 it is eˣ within .04 ulp, above 40 it is 1.
  if (x < -40) return exp(x);
  if (!(x <= 40)) return x > 40 ? 1 : NaN;
  const y = -Math.abs(x);
  const n = Math.floor(INVERSE_LN2 * y + 0.5) | 0;
  const high = y - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  const c = expCorrection(r);
  const tail = high - (low - (r * c) / (2 - c));
  const power = POWERS_OF_TWO[n - LOWEST_EXPONENT];
  const e = (1 + tail) * power;
  const eLost = (tail - (1 + tail - 1)) * power;
  const sum = 1 + e;
  const sumLost = e - (sum - 1) + eLost;
  const top = x < 0 ? e : 1;
  const topLost = x < 0 ? eLost : 0;
  const quotient = top / sum;
  const q1 = upperHalf(quotient);
  const q0 = quotient - q1;
  const s1 = upperHalf(sum);
  const s0 = sum - s1;
  const remainder = top - q1 * s1 - (q1 * s0 + q0 * s1) - q0 * s0;
  return quotient + (remainder + topLost - quotient * sumLost) / sum;
}

/**
 * base to the power of a real exponent, base ≥ 0: for learning curves, half-lives and discounting.
 * The relative error grows with |exponent·ln base|: about (1 + that)·2⁻⁵³. It is no correctly rounded power.
 */
export function powerOf(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * log(base));
}

/** The x of a standard exponential distribution with P(X ≤ x) = u; 0 ≤ u < 1, Infinity at 1. Within 1 ulp. */
export function exponentialQuantile(u: number): number {
  return -log1p(-u);
}

/** Values of two polynomials of degree 7 in x divided, coefficients from the constant up. */
function ratio(x: number, top: Float64Array, bottom: Float64Array): number {
  let above = top[7];
  let below = bottom[7];
  for (let i = 6; i >= 0; i--) {
    above = above * x + top[i];
    below = below * x + bottom[i];
  }
  return above / below;
}

// oxfmt-ignore
const CENTRE_TOP = new Float64Array([3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727]);
// oxfmt-ignore
const CENTRE_BOTTOM = new Float64Array([1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
  21213.794301586595867, 39307.89580009271061, 28729.085735721942674, 5226.495278852854561]);
// oxfmt-ignore
const MIDDLE_TOP = new Float64Array([1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4]);
// oxfmt-ignore
const MIDDLE_BOTTOM = new Float64Array([1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1,
  1.4810397642748007459e-1, 1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9]);
// oxfmt-ignore
const TAIL_TOP = new Float64Array([6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
  2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7]);
// oxfmt-ignore
const TAIL_BOTTOM = new Float64Array([1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2,
  7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15]);

/**
 * The x of a standard normal distribution with P(X ≤ x) = u; −Infinity at 0, Infinity at 1, NaN outside [0, 1].
 * Relative error below 1e-14; odd around u = ½; source: Wichura (1988), PPND16.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE_TOP, CENTRE_BOTTOM);
  if (!(u > 0 && u < 1)) return u === 0 ? -Infinity : u === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? u : 1 - u));
  const x = r <= 5 ? ratio(r - 1.6, MIDDLE_TOP, MIDDLE_BOTTOM) : ratio(r - 5, TAIL_TOP, TAIL_BOTTOM);
  return q < 0 ? -x : x;
}

/** xⁿ for a whole n ≥ 0, by squaring: a few roundings, the same in every engine. */
export function integerPower(x: number, n: number): number {
  let power = 1;
  let square = x;
  for (let rest = n; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) power *= square;
    square *= square;
  }
  return power;
}
