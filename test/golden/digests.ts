/** The golden digests as a file: names of columns once, then a line of digests for each scene, plan and boundary. */
import type { Golden } from "./scenes.ts";

export interface GoldenFile {
  /** Columns in registry order, as one text. */
  readonly columns: string;
  /** By "scene / plan": the trace's digest, and by boundary the columns' digests as one text. */
  readonly scenes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What is written to digests.json. */
export function pack(goldens: ReadonlyMap<string, Golden>): GoldenFile {
  let columns = "";
  const scenes: Record<string, Record<string, string>> = {};
  for (const [key, golden] of goldens) {
    const lines: Record<string, string> = { trace: golden.trace };
    for (const [boundary, digests] of Object.entries(golden.columns)) {
      columns = Object.keys(digests).join(" ");
      lines[`week ${boundary}`] = Object.values(digests).join(" ");
    }
    scenes[key] = lines;
  }
  return { columns, scenes };
}

/** Where a scene first differs from what is held: the boundary and the columns; empty if nowhere. */
export function firstDifference(held: GoldenFile, key: string, golden: Golden): string {
  const lines = held.scenes[key] ?? {};
  const names = held.columns.split(" ");
  for (const [boundary, digests] of Object.entries(golden.columns)) {
    const then = new Map((lines[`week ${boundary}`] ?? "").split(" ").map((digest, i) => [names[i], digest]));
    const changed = Object.entries(digests).filter(([name, digest]) => then.get(name) !== digest);
    const missing = names.filter((name) => !(name in digests));
    const all = [...changed.map(([name]) => name), ...missing];
    if (all.length > 0) return `week ${boundary}: ${all.join(", ")}`;
  }
  return lines.trace === golden.trace ? "" : "the trace against the twin";
}
