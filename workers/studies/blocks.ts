/** Block files: some runs' rows or events as Parquet, named after their content, so that any change of a byte shows. */
import { createHash } from "node:crypto";
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import { blockSpan, runAt, type Layout, type Row } from "../../scenarios/studies/index.ts";
import { partSuffix, pendingFile, type FileSystem } from "../files.ts";
import { hashOf } from "./bytes.ts";
import { columnsOf, type Values } from "./columns.ts";
import { readTable, tableBytes } from "./parquet.ts";

export interface BlockPlace {
  readonly folder: string;
  readonly layout: Layout;
  /** Stamp of the engine's results: blocks of another engine are others. */
  readonly results: string;
  readonly files?: StudyFiles;
}

/** The operations used, so that a test can make the n-th one fail. */
export type StudyFiles = FileSystem &
  Pick<typeof nodeFiles, "linkSync" | "readFileSync" | "readSync" | "readdirSync" | "statSync">;

/** A block's rows, and what happens to everybody in its runs. */
export type BlockKind = "rows" | "events";

/** A file that claims to be a block of this study and engine. */
export interface BlockFile {
  readonly block: number;
  readonly kind: BlockKind;
  readonly name: string;
  /** SHA-256 of its bytes, as its name says. */
  readonly sha256: string;
}

const FOLDER = "blocks";
const NAME = /^(\d{5,})-([0-9a-f]{16})-([0-9a-f]{64})(\.events)?\.parquet$/;
const ENDINGS: Readonly<Record<BlockKind, string>> = { rows: ".parquet", events: ".events.parquet" };

function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** What blocks are made from, as 16 hexadecimal digits: the study and the engine's results. */
function stampOf({ layout, results }: BlockPlace): string {
  return sha256Hex(`${layout.sha} ${results}`).slice(0, 16);
}

export function blockPath({ folder }: Pick<BlockPlace, "folder">, name: string): string {
  return join(folder, FOLDER, name);
}

/** The name of a block's file by its content. */
export function nameOf(place: BlockPlace, block: number, sha256: string, kind: BlockKind): string {
  return `${digitsOf(block)}-${stampOf(place)}-${sha256}${ENDINGS[kind]}`;
}

/** The name of a file whose content isn't known yet, which no block has. */
export function pendingName(block: number, kind: BlockKind): string {
  return `${digitsOf(block)}${ENDINGS[kind]}`;
}

function digitsOf(block: number): string {
  return String(block).padStart(5, "0");
}

/** Writes a block whole or not at all. @throws what the file system throws */
export function writeBlock(place: BlockPlace, block: number, rows: readonly Row[]): void {
  const columns = columnsOf(place.layout);
  const values = columns.map(({ cellOf }) => rows.map(cellOf));
  const bytes = tableBytes(columns, blockNotes(place, block), values);
  const name = nameOf(place, block, sha256Hex(bytes), "rows");
  const file = pendingFile(blockPath(place, name), place.files);
  file.write(bytes);
  file.commit();
}

/** What a block's files say of themselves. */
export function blockNotes({ layout, results }: BlockPlace, block: number): Record<string, string> {
  const { first, end } = blockSpan(layout, block);
  return {
    "groundwork.study": layout.sha,
    "groundwork.results": results,
    "groundwork.runs": `${first} to ${end - 1}`,
  };
}

/** Files of this study and engine by block; their content is not looked at. @throws what the file system throws */
export function listBlocks(place: BlockPlace): Map<number, BlockFile[]> {
  const { layout, files = nodeFiles, folder } = place;
  const found = new Map<number, BlockFile[]>();
  const stamp = stampOf(place);
  for (const name of namesIn(join(folder, FOLDER), files)) {
    const [, digits, own, sha256, events] = NAME.exec(name) ?? [];
    const block = Number(digits);
    if (own !== stamp || sha256 === undefined || !(block < layout.blockCount)) continue;
    const kind = events === undefined ? "rows" : "events";
    found.set(block, [...(found.get(block) ?? []), { block, kind, name, sha256 }]);
  }
  return found;
}

function namesIn(folder: string, files: StudyFiles): string[] {
  try {
    return files.readdirSync(folder).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** Removes what killed processes of this machine left half-written. */
export function sweepParts(
  { folder, files = nodeFiles }: BlockPlace,
  isAlive: (pid: number) => boolean,
): void {
  for (const place of [folder, join(folder, FOLDER)]) {
    for (const name of namesIn(place, files)) {
      const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1]);
      if (name.endsWith(partSuffix(pid)) && !isAlive(pid)) files.unlinkSync(join(place, name));
    }
  }
}

/** Whether a block file's bytes are those of its name. @throws what the file system throws */
export function isWhole(place: BlockPlace, file: BlockFile): boolean {
  if (file.kind === "events") return hashOf(blockPath(place, file.name), place.files) === file.sha256;
  return sha256Hex(bytesOf(place, file)) === file.sha256;
}

function bytesOf(place: BlockPlace, { name }: BlockFile): Uint8Array {
  return (place.files ?? nodeFiles).readFileSync(blockPath(place, name));
}

/** A block's values by column, checked to be the rows it should have. @throws Error if they aren't */
export async function readBlock(place: BlockPlace, file: BlockFile): Promise<Values> {
  const bytes = bytesOf(place, file);
  if (sha256Hex(bytes) !== file.sha256)
    throw new Error(`damaged block; not the bytes of its name: ${file.name}`);
  const { layout } = place;
  const columns = columnsOf(layout).map(({ name }) => name);
  const { values, notes, rowCount } = await readTable(bytes, columns);
  const { first, end } = blockSpan(layout, file.block);
  const plans = layout.planIds;
  const wanted = blockNotes(place, file.block);
  const isOurs =
    rowCount === (end - first) * plans.length &&
    Object.entries(wanted).every(([key, value]) => notes[key] === value) &&
    values[2].every((plan, i) => plan === plans[i % plans.length]) &&
    values[0].every(
      (point, i) =>
        runAt(layout, { point: Number(point), replicate: Number(values[1][i]) }) ===
        first + Math.floor(i / plans.length),
    );
  if (!isOurs) throw new Error(`foreign block; not the rows of block ${file.block}: ${file.name}`);
  return values;
}
