/** A WOFF 1.0 font unpacked into the TrueType file it holds, for readers that know no web fonts. */
import { inflateSync } from "node:zlib";

const SIGNATURE = 0x774f4646; // "wOFF"
const NAME = 0x6e616d65; // "name"
const FAMILY = 1;
const POSTSCRIPT = 6;
const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Uint8Array;
}

/**
 * https://www.w3.org/TR/WOFF/, section 5. `family` takes the place of the font's own names: static instances have one
 * each, and a renderer is to find them as the weights of one family. @throws Error if it is no such font
 */
export function sfntOf(woff: Uint8Array, family: string): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEADER || view.getUint32(0) !== SIGNATURE) throw new Error("not a WOFF font");
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i) => tableAt(woff, view, HEADER + i * ENTRY)).map(
    (table) => (table.tag === NAME ? { ...table, data: nameTable(family) } : table),
  );
  return assembled(view.getUint32(4), tables);
}

function tableAt(woff: Uint8Array, view: DataView, at: number): Table {
  const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
    view.getUint32(at + field),
  );
  const bytes = woff.subarray(offset, offset + packed);
  const data = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
  return { tag, checksum, data };
}

/** The family's name and, as renderers insist on one, the same as the PostScript name; in English for Windows. */
function nameTable(family: string): Uint8Array {
  const records = [FAMILY, POSTSCRIPT].flatMap((id) => [3, 1, 0x409, id, 2 * family.length, 0]);
  const fields = [0, 2, 2 * (3 + records.length), ...records];
  const letters = Array.from(family, (letter) => letter.charCodeAt(0));
  const table = new Uint8Array(2 * (fields.length + letters.length));
  const view = new DataView(table.buffer);
  [...fields, ...letters].forEach((value, i) => view.setUint16(2 * i, value));
  return table;
}

function assembled(flavour: number, tables: readonly Table[]): Uint8Array {
  const start = SFNT_HEADER + tables.length * SFNT_ENTRY;
  const size = tables.reduce((sum, { data }) => sum + padded(data.length), start);
  const font = new Uint8Array(size);
  const view = new DataView(font.buffer);
  const power = 31 - Math.clz32(tables.length);
  view.setUint32(0, flavour);
  [tables.length, 16 << power, power, (tables.length - (1 << power)) * 16].forEach((field, i) =>
    view.setUint16(4 + 2 * i, field),
  );
  let offset = start;
  for (const [i, { tag, checksum, data }] of tables.entries()) {
    [tag, checksum, offset, data.length].forEach((field, n) =>
      view.setUint32(SFNT_HEADER + i * SFNT_ENTRY + 4 * n, field),
    );
    font.set(data, offset);
    offset += padded(data.length);
  }
  return font;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}
