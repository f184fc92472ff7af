/** The summary as a file: what is text as JSON, then all series as steps between 32-bit numbers, so that it packs well. */
import type { WeekSpread } from "../../scenarios/index.ts";
import type { Bands } from "../charts/bands.ts";
import { DOTS } from "../charts/dots.ts";
import { DECIDING, MEAN_MEASURES, METRICS } from "../words/metrics.ts";
import type { DifferenceSummary, PairSummary, Summary } from "./summary.ts";

interface Head {
  readonly weeks: number;
  readonly runs: number;
  readonly plans: readonly { readonly digests: string; readonly payback: WeekSpread }[];
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    /** A measure each, in the order of PAIR_NAMES. */
    readonly ahead: readonly DifferenceSummary["ahead"][];
  }[];
}

const METRIC_NAMES = METRICS.map(({ name }) => name);
const PAIR_NAMES = [...METRIC_NAMES, DECIDING];
const DIGEST_LENGTH = 16;
const BYTES = 4;

export function packSummary(summary: Summary): Uint8Array<ArrayBuffer> {
  const head: Head = {
    weeks: summary.weeks,
    runs: summary.runs,
    plans: summary.plans.map(({ digests, payback }) => ({ digests: digests.join(""), payback })),
    pairs: summary.pairs.map(({ a, b, measures }) => ({
      a,
      b,
      ahead: PAIR_NAMES.map((name) => measures[name].ahead),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const steps = stepsOf(Float32Array.from(seriesOf(summary).flatMap((series) => Array.from(series))));
  const file = new Uint8Array(BYTES + text.length + steps.length);
  new DataView(file.buffer).setUint32(0, text.length, true);
  file.set(text, BYTES);
  file.set(steps, BYTES + text.length);
  return file;
}

/** From each number's bits to the next's, all lowest bytes first: neighbours are alike, and so are their high bytes. */
function stepsOf(values: Float32Array): Uint8Array {
  const bits = new Uint32Array(values.buffer);
  const bytes = new Uint8Array(bits.length * BYTES);
  for (let i = 0; i < bits.length; i++) {
    const step = (bits[i] - (bits[i - 1] ?? 0)) >>> 0;
    for (let place = 0; place < BYTES; place++) bytes[place * bits.length + i] = step >>> (8 * place);
  }
  return bytes;
}

/** Every series, in the order in which they are read. */
function seriesOf({ plans, pairs }: Summary): ArrayLike<number>[] {
  return [
    ...plans.flatMap(({ bands, means }) => [
      ...METRIC_NAMES.flatMap((name) => quantilesOf(bands[name])),
      ...MEAN_MEASURES.map((name) => means[name]),
    ]),
    ...pairs.flatMap(({ measures, dots }) => [
      ...PAIR_NAMES.flatMap((name) => {
        const { bands, above, below } = measures[name];
        return [...quantilesOf(bands), above, below];
      }),
      dots,
    ]),
  ];
}

function quantilesOf({ p5, p25, p50, p75, p95 }: Bands): ArrayLike<number>[] {
  return [p5, p25, p50, p75, p95];
}

export function unpackSummary(file: Uint8Array): Summary {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(file.subarray(BYTES, BYTES + length))) as Head;
  const next = readerOf(valuesOf(file.subarray(BYTES + length)));
  const weeks = head.weeks + 1;
  const bands = (): Bands => ({
    p5: next(weeks),
    p25: next(weeks),
    p50: next(weeks),
    p75: next(weeks),
    p95: next(weeks),
  });
  const recordOf = <T>(names: readonly string[], make: (i: number) => T): Record<string, T> =>
    Object.fromEntries(names.map((name, i) => [name, make(i)]));
  return {
    weeks: head.weeks,
    runs: head.runs,
    plans: head.plans.map(({ digests, payback }) => ({
      digests: Array.from({ length: head.runs }, (_, i) =>
        digests.slice(i * DIGEST_LENGTH, (i + 1) * DIGEST_LENGTH),
      ),
      payback,
      bands: recordOf(METRIC_NAMES, bands),
      means: recordOf(MEAN_MEASURES, () => next(weeks)),
    })),
    pairs: head.pairs.map(({ a, b, ahead }): PairSummary => ({
      a,
      b,
      measures: recordOf(PAIR_NAMES, (i) => ({
        bands: bands(),
        above: next(weeks),
        below: next(weeks),
        ahead: ahead[i],
      })),
      dots: next(weeks * DOTS),
    })),
  };
}

/** Puts the bytes of each step together again, and the steps one after another. */
function valuesOf(bytes: Uint8Array): Float32Array {
  const bits = new Uint32Array(bytes.length / BYTES);
  for (let i = 0; i < bits.length; i++) {
    let step = 0;
    for (let place = 0; place < BYTES; place++) step |= bytes[place * bits.length + i] << (8 * place);
    bits[i] = (bits[i - 1] ?? 0) + step;
  }
  return new Float32Array(bits.buffer);
}

function readerOf(values: Float32Array): (length: number) => Float32Array {
  let at = 0;
  return (length) => values.subarray(at, (at += length));
}
