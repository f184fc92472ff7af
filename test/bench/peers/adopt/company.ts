/** The company of AdoptBench: who is tied to whom and the keys of every draw, made once and given to every contestant. */
import { draw, runKey, TWO32, weekKey, type Key } from "../../../../engine/random.ts";
import { adjacencyOf, rowsOf } from "../../../../engine/rows.ts";

export interface Company {
  readonly agentCount: number;
  readonly tickCount: number;
  /** Two words a key: the key of the first knowledge, then one for every tick. */
  readonly keys: Int32Array;
  /** Row a is neighbours[offsets[a]] … neighbours[offsets[a + 1] − 1], ascending; every tie stands in both rows. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** Groups and how many colleagues everybody names in each; the last group is the company. */
const STUBS = [
  { size: 10, count: 3 },
  { size: 150, count: 3 },
  { size: Infinity, count: 1 },
] as const;

/** The benchmark's own streams; the engine's end far below. */
const STREAM = { ties: 200, knowledge: 201, transitions: 202 } as const;

/** A company of a size: the same for the same size, seed and ticks. */
export function makeCompany(agentCount: number, tickCount: number, seed: readonly [number, number]): Company {
  const run = runKey(seed, 0);
  const { source, target } = namedColleagues(agentCount, run);
  const adjacency = adjacencyOf(agentCount, source, target);
  const { offsets, neighbours } = rowsOf(agentCount, new Uint8Array(agentCount), adjacency, []);
  const keys = [weekKey(run, STREAM.knowledge, 0, 0)];
  for (let tick = 0; tick < tickCount; tick++) keys.push(weekKey(run, STREAM.transitions, 0, tick));
  return {
    agentCount,
    tickCount,
    keys: Int32Array.from(keys.flatMap(({ k0, k1 }) => [k0, k1])),
    offsets,
    neighbours,
  };
}

/** Everybody's named colleagues, with replacement: whoever is named twice, or in turn, is still one tie. */
function namedColleagues(agentCount: number, run: Key): { source: Uint32Array; target: Uint32Array } {
  const stubs = STUBS.flatMap(({ size, count }) => Array.from({ length: count }, () => size));
  const source = new Uint32Array(agentCount * stubs.length);
  const target = new Uint32Array(agentCount * stubs.length);
  stubs.forEach((size, stub) => {
    const { k0, k1 } = weekKey(run, STREAM.ties, stub, 0);
    for (let a = 0; a < agentCount; a++) {
      const first = size < agentCount ? a - (a % size) : 0;
      const others = Math.min(first + size, agentCount) - first - 1;
      const place = first + Math.floor((draw(a, k0, k1) / TWO32) * others);
      source[a * stubs.length + stub] = a;
      target[a * stubs.length + stub] = others > 0 && place >= a ? place + 1 : place;
    }
  });
  return { source, target };
}

/** The word a company's file starts with: "ADPT". */
const MAGIC = 0x54504441;
const HEADER_WORDS = 4;

/** A company as little-endian 32-bit words: magic, agents, ticks, entries of rows, keys, offsets, neighbours. */
export function bytesOf(company: Company): Uint8Array {
  const { agentCount, tickCount, keys, offsets, neighbours } = company;
  const words = new Uint32Array(HEADER_WORDS + keys.length + offsets.length + neighbours.length);
  words.set([MAGIC, agentCount, tickCount, neighbours.length]);
  words.set(keys, HEADER_WORDS);
  words.set(offsets, HEADER_WORDS + keys.length);
  words.set(neighbours, HEADER_WORDS + keys.length + offsets.length);
  return new Uint8Array(words.buffer);
}

/** Reads what `bytesOf` wrote; throws a RangeError at anything else. */
export function companyOf(bytes: Uint8Array): Company {
  const { buffer, length } = bytes.slice();
  if (length % 4 !== 0) throw new RangeError(`invalid company file; not a multiple of 4 bytes: ${length}`);
  const [magic, agentCount, tickCount, entries] = new Uint32Array(buffer, 0, HEADER_WORDS);
  if (magic !== MAGIC) throw new RangeError(`invalid company file; does not start with ADPT: ${magic}`);
  let start = 4 * HEADER_WORDS;
  const next = (count: number): number => {
    const here = start;
    start += 4 * count;
    return here;
  };
  const keys = new Int32Array(buffer, next(2 * (tickCount + 1)), 2 * (tickCount + 1));
  const offsets = new Uint32Array(buffer, next(agentCount + 1), agentCount + 1);
  return {
    agentCount,
    tickCount,
    keys,
    offsets,
    neighbours: new Uint32Array(buffer, next(entries), entries),
  };
}
