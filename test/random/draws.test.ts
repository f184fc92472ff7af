/** Keyed draws are as good as independent uniform ones, whichever index runs fastest; full counts in `npm run soak`. */
import { describe, expect, it } from "vitest";
import { draw, runKey, weekKey, type Key } from "../../engine/random.ts";
import { createSequence, keyOf, keysAlong, LAYOUTS, PEOPLE, PROCESSES, SEED, WEEKS } from "./layouts.ts";
import {
  collisions,
  equalSpacings,
  evenness,
  pairScores,
  poissonScore,
  serialScore,
  shareScore,
} from "./statistics.ts";

const IS_SOAK = process.env["SOAK"] === "1";
/** Draws of a layout, in pages of this many words. */
const PAGE = 2 ** 20;
const PAGES = IS_SOAK ? 64 : 2;
/** Bases an input bit is flipped from. */
const BASES = IS_SOAK ? 2 ** 17 : 2 ** 12;
/** A normal score beyond this has a chance of 6 in 10⁷; with fixed keys a test passes always or never. */
const FAR = 5;
/** For the largest of some 10⁴ scores: a chance of 4 in 10⁴. */
const FAR_OF_MANY = 5.5;

/** A layout's sequence, page by page. */
function* pagesOf(layout: (typeof LAYOUTS)[number]): Generator<Uint32Array> {
  const words = new Uint32Array(PAGE);
  const fill = createSequence(layout);
  for (let page = 0; page < PAGES; page++) {
    fill(words);
    yield words;
  }
}

function within(scores: readonly number[], bound = FAR): void {
  for (const score of scores) expect(Math.abs(score)).toBeLessThan(bound);
}

describe.each(LAYOUTS)("draws with the $name index fastest", (layout) => {
  it("are uniform: bytes, top 16 bits, low 16 bits, single bits", () => {
    const bytes = Array.from({ length: 4 }, () => new Float64Array(256));
    const top = new Float64Array(65_536);
    const low = new Float64Array(65_536);
    for (const words of pagesOf(layout))
      for (const word of words) {
        for (let b = 0; b < 4; b++) bytes[b][(word >>> (8 * b)) & 255]++;
        top[word >>> 16]++;
        low[word & 65_535]++;
      }
    within([...bytes, top, low].map(evenness));
    within(bitCounts(top, low).map((ones) => shareScore(ones, PAGE * PAGES, 0.5)));
  });

  it("don't remember the draws before: lags 1 to 8, and the length of a row", () => {
    const parts = [(word: number) => word, (word: number) => (word << 16) >>> 0];
    for (const words of pagesOf(layout))
      for (const lag of [1, 2, 3, 4, 5, 6, 7, 8, PROCESSES.length, WEEKS, PEOPLE])
        within(
          parts.map((part) => serialScore(words, lag, part)),
          FAR_OF_MANY,
        );
  });

  it("fall between each other as chance has it: birthday spacings", () => {
    const SPAN = 4096;
    let equal = 0;
    let spans = 0;
    for (const words of pagesOf(layout))
      for (let i = 0; i < PAGE; i += SPAN, spans++) equal += equalSpacings(words.subarray(i, i + SPAN));
    within([poissonScore(equal, (spans * SPAN ** 3) / 2 ** 34)]);
  });
});

/** How many words had each bit set. */
function bitCounts(top: Float64Array, low: Float64Array): number[] {
  return [low, top].flatMap((half) =>
    Array.from({ length: 16 }, (_, bit) =>
      half.reduce((sum, count, value) => sum + (((value >>> bit) & 1) === 1 ? count : 0), 0),
    ),
  );
}

describe("two draws are never the same", () => {
  it("for two employees in one week and process: a key permutes the words", () => {
    for (const week of [0, 1, 207]) {
      const { k0, k1 } = keyOf({ stream: 9, sub: 0, week, replicate: 0 });
      expect(collisions(Uint32Array.from({ length: PAGE }, (_, a) => draw(a, k0, k1)))).toBe(0);
    }
  });

  it("elsewhere but by chance: over weeks, processes and seeds as often as it should be", () => {
    for (const layout of LAYOUTS.filter(({ name }) => name !== "employee")) {
      let equal = 0;
      for (const words of pagesOf(layout)) equal += collisions(words);
      // Draws under one key are never equal, so those pairs are left out.
      const keys = layout.keysOf(0).length;
      const pairs = (PAGE * (PAGE - 1)) / 2 - keys * (PAGE / keys) * ((PAGE / keys - 1) / 2);
      within([poissonScore(equal, (PAGES * pairs) / 2 ** 32)]);
    }
  });
});

describe("flipping one input bit flips half the output bits, each half the time", () => {
  /** Draws before and after a flip, from many bases. */
  function check(bits: number, drawOf: (base: number, flip: number) => number): void {
    for (let bit = 0; bit < bits; bit++) {
      const flips = new Float64Array(32);
      for (let base = 0; base < BASES; base++) {
        const change = drawOf(base, 0) ^ drawOf(base, 1 << bit);
        for (let out = 0; out < 32; out++) flips[out] += (change >>> out) & 1;
      }
      within(
        [...flips].map((count) => shareScore(count, BASES, 0.5)),
        FAR_OF_MANY,
      );
      const mean = flips.reduce((sum, count) => sum + count, 0) / BASES;
      expect(Math.abs(mean - 16)).toBeLessThan((FAR * Math.sqrt(8)) / Math.sqrt(BASES));
    }
  }
  /** Bases run through employees, weeks, processes and replicates at once. */
  const placeOf = (base: number) => ({
    ...PROCESSES[base % PROCESSES.length],
    week: base % WEEKS,
    replicate: base,
  });
  const drawAt = (base: number, { k0, k1 }: Key): number => draw((base * 37) % PEOPLE, k0, k1);

  it("of the employee's id", () => {
    const keys = keysAlong(BASES, placeOf);
    check(32, (base, flip) => draw(((base * 37) % PEOPLE) ^ flip, keys[base].k0, keys[base].k1));
  });

  it("of the week", () => {
    check(11, (base, flip) => {
      const place = placeOf(base);
      return drawAt(base, keyOf({ ...place, week: place.week ^ flip }));
    });
  });

  it("of the process and its sub-stream", () => {
    check(16, (base, flip) => {
      const { stream, sub, week, replicate } = placeOf(base);
      const label = ((stream << 8) | sub) ^ flip;
      return drawAt(base, weekKey(runKey(SEED, replicate), label >> 8, label & 255, week));
    });
  });

  it("of the replicate", () => {
    check(20, (base, flip) => {
      const place = placeOf(base);
      return drawAt(base, keyOf({ ...place, replicate: place.replicate ^ flip }));
    });
  });

  it.each([0, 1])("of word %i of the seed", (word) => {
    check(32, (base, flip) => {
      const { stream, sub, week } = placeOf(base);
      const seed: [number, number] = [SEED[0] + base, SEED[1] - base];
      seed[word] ^= flip;
      return drawAt(base, weekKey(runKey(seed, 0), stream, sub, week));
    });
  });
});

describe("streams don't know of each other: no two are correlated", () => {
  const people = IS_SOAK ? 100_000 : PEOPLE;
  function check(keys: readonly Key[]): void {
    const sequences = keys.map(({ k0, k1 }) =>
      Uint32Array.from({ length: people }, (_, a) => draw(a, k0, k1)),
    );
    const { largest, together } = pairScores(sequences);
    within([largest], FAR_OF_MANY);
    within([together]);
  }

  it("of two weeks", () => {
    check(keysAlong(WEEKS, (week) => ({ stream: 9, sub: 0, week, replicate: 0 })));
  });

  it("of two processes", () => {
    check(keysAlong(PROCESSES.length, (i) => ({ ...PROCESSES[i], week: 5, replicate: 0 })));
  });

  it("of two replicates", () => {
    check(keysAlong(WEEKS, (replicate) => ({ stream: 6, sub: 0, week: 5, replicate })));
  });

  it("of the successive people on a seat", () => {
    const { k0, k1 } = keyOf({ stream: 20, sub: 0, week: 0, replicate: 0 });
    const sequences = Array.from({ length: WEEKS + 1 }, (_, hire) =>
      Uint32Array.from({ length: people }, (_seat, a) => draw(a + hire * 2 ** 20, k0, k1)),
    );
    const { largest, together } = pairScores(sequences);
    within([largest], FAR_OF_MANY);
    within([together]);
  });
});
