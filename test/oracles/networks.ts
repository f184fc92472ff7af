/** Networks in a folder of folders: found by name, read as pairs of people, and copied side by side. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { SkippedRow, UnreadableRow, recordOf } from "./rows.ts";

export interface Network {
  /** Person by the name it has in the files. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly size: number;
  /** Pairs as in the file, both directions and repeats possible. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

/** A folder and one of its files of pairs. */
interface Place {
  readonly folder: string;
  readonly file: string;
}

const PAIRS = ["edges.csv", "edges_aggregated.csv"];

/** A folder's file of pairs: by its name, or the only one whose first two columns say so. */
function pairsIn(folder: string): string | undefined {
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  const named = PAIRS.find((file) => files.includes(file));
  if (named !== undefined) return named;
  const isOfPairs = (file: string): boolean =>
    /^\uFEFF?"?(source"?,"?target|from"?,"?to)\b/i.test(readFileSync(join(folder, file), "utf8"));
  const found = files.filter(isOfPairs);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Where a network lies: `name` is a folder, or its name up to an underscore, with a file of pairs; or it is a
 * folder's name up to an underscore, an underscore, and the name of one of several files in it.
 */
function placeOf(name: string, data: string): Place | undefined {
  const folders = existsSync(data)
    ? readdirSync(data, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    : [];
  for (const folder of folders.filter((each) => each === name || each.startsWith(`${name}_`))) {
    const file = pairsIn(join(data, folder));
    if (file !== undefined) return { folder: join(data, folder), file };
  }
  for (let cut = name.indexOf("_"); cut > 0; cut = name.indexOf("_", cut + 1)) {
    const stem = name.slice(0, cut);
    const file = `${name.slice(cut + 1)}.csv`;
    const folder = folders.find(
      (each) => (each === stem || each.startsWith(`${stem}_`)) && existsSync(join(data, each, file)),
    );
    if (folder !== undefined) return { folder: join(data, folder), file };
  }
  return undefined;
}

function cellsOf(path: string): string[][] {
  return parse(readFileSync(path), {
    fromLine: 2,
    relaxColumnCount: true,
    skipEmptyLines: true,
    bom: true,
    trim: true,
  });
}

/**
 * People of a network: everybody named in nodes.csv and in a pair, so that those without ties count; only those in a
 * pair where the descriptor counts `nodes_with_contacts`.
 */
function namesOf({ folder }: Place, pairs: readonly (readonly string[])[]): Map<string, number> {
  const descriptor = join(folder, "descriptor.json");
  const counts = existsSync(descriptor)
    ? recordOf(recordOf(JSON.parse(readFileSync(descriptor, "utf8")))["counts"] ?? {})
    : {};
  const nodes = join(folder, "nodes.csv");
  const isEverybody = existsSync(nodes) && counts["nodes_with_contacts"] === undefined;
  const names = isEverybody ? cellsOf(nodes).map(([name]) => name) : [];
  for (const [from, to] of pairs) names.push(from, to);
  return new Map([...new Set(names)].map((name, index) => [name, index]));
}

const read = new Map<string, Network>();

/** A network of a data folder; a row about one that isn't there is skipped. */
export function networkOf(name: string, data: string): Network {
  const key = `${data}\n${name}`;
  const known = read.get(key);
  if (known) return known;
  const place = placeOf(name, data) ?? placeOf(name.replace(/_(un)?directed$/, ""), data);
  if (!place) throw new SkippedRow(`no network ${name} in the data folder`);
  const pairs = cellsOf(join(place.folder, place.file));
  const indexOf = namesOf(place, pairs);
  const indexed = (column: number): Uint32Array =>
    Uint32Array.from(pairs, (pair) => indexOf.get(pair[column]) ?? 0);
  const network = { indexOf, size: indexOf.size, source: indexed(0), target: indexed(1) };
  read.set(key, network);
  return network;
}

/** Indices of people named in a text. */
export function peopleOf(names: string, { indexOf }: Network): number[] {
  return names.split(/\s+/).map((name) => {
    const index = indexOf.get(name);
    if (index === undefined) throw new UnreadableRow(`nobody of that name in the network: ${name}`);
    return index;
  });
}

/** Pairs of several copies of the same people, copy after copy, none tied to another. */
export function copiesOf(
  { size, source, target }: Pick<Network, "size" | "source" | "target">,
  copies: number,
): { source: Uint32Array; target: Uint32Array } {
  const shifted = (column: Uint32Array): Uint32Array => {
    const all = new Uint32Array(copies * column.length);
    for (let copy = 0; copy < copies; copy++)
      for (let i = 0; i < column.length; i++) all[copy * column.length + i] = copy * size + column[i];
    return all;
  };
  return { source: shifted(source), target: shifted(target) };
}

/** Ties of each person: how many others it is paired with, in any direction or, one way, how many it sees. */
export function degreesOf({ size, source, target }: Network, isOneWay: boolean): Uint32Array {
  const others: Set<number>[] = Array.from({ length: size }, () => new Set());
  source.forEach((a, i) => {
    const b = target[i];
    if (a === b) return;
    others[b].add(a);
    if (!isOneWay) others[a].add(b);
  });
  return Uint32Array.from(others, (each) => each.size);
}
