/** Digests: short proofs that two worlds or runs are the same, over logical columns, never over their layout. */
import { COLUMN_NAMES, columnsOf, type Column, type ColumnName } from "./columns.ts";
import type { World } from "./world.ts";

/** Two independent 32-bit lanes of a multiply–rotate hash over little-endian words. */
interface Lanes {
  a: number;
  b: number;
}

const MIX_A = 0x85ebca6b;
const MIX_B = 0xc2b2ae35;

function absorb(lanes: Lanes, word: number): void {
  let { a, b } = lanes;
  a = Math.imul(a ^ word, MIX_A);
  a = (a << 15) | (a >>> 17);
  b = Math.imul(b + word, MIX_B) ^ (b >>> 15);
  b = (b << 13) | (b >>> 19);
  lanes.a = (a + 0x9e3779b9) | 0;
  lanes.b = b ^ a;
}

function finish(lanes: Lanes): string {
  return finalMix(lanes.a ^ lanes.b) + finalMix(lanes.b);
}

function finalMix(word: number): string {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), MIX_A);
  h = Math.imul(h ^ (h >>> 13), MIX_B);
  return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/** Absorbs a column's bytes as little-endian words, its length first. Every engine in use is little-endian. */
function absorbColumn(lanes: Lanes, column: Column): void {
  absorb(lanes, column.length);
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  const whole = bytes.length >> 2;
  if (column.byteOffset % 4 === 0) {
    const words = new Int32Array(column.buffer, column.byteOffset, whole);
    for (let i = 0; i < whole; i++) absorb(lanes, words[i]);
  } else for (let i = 0; i < whole; i++) absorb(lanes, wordAt(bytes, 4 * i));
  let rest = 0;
  for (let i = 4 * whole; i < bytes.length; i++) rest = (rest << 8) | bytes[i];
  absorb(lanes, rest);
}

function wordAt(bytes: Uint8Array, i: number): number {
  return bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24);
}

/** 16 hexadecimal digits over some columns in their order. */
export function digestColumns(columns: readonly Column[]): string {
  const lanes = { a: 0x243f6a88, b: 0x85a308d3 };
  for (const column of columns) absorbColumn(lanes, column);
  return finish(lanes);
}

/** The digest of a world's state in registry order. */
export function digest(world: World): string {
  return digestColumns(columnsOf(world.state));
}

/** One digest a column, for finding where two worlds differ. */
export function digestByColumn(world: World): Record<ColumnName, string> {
  const columns = columnsOf(world.state);
  return Object.fromEntries(COLUMN_NAMES.map((name, i) => [name, digestColumns([columns[i]])])) as Record<
    ColumnName,
    string
  >;
}
