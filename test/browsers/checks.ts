/** Holds what an engine answers against what is committed, and says where it first differs. */
import { createHash } from "node:crypto";
import { firstDifference, type GoldenFile } from "../golden/digests.ts";
import { HASHED_COUNT, MATH_CASES } from "../engine/math-cases.ts";
import type { Place } from "./host.ts";
import { locate, locateInTrace, locateValue } from "./locate.ts";
import type { Ask, Golden } from "./task.ts";

/** One scene or function in one place. */
export interface Check {
  /** The digest the place gave, empty if it gave none. */
  readonly digest: string;
  /** Why it failed, empty if it is as committed. */
  readonly problem: string;
}

/** A committed scene or function. */
export interface Row {
  readonly name: string;
  readonly digest: string;
  /** Checks it in a place; `reference` is the Node that runs the tests. */
  readonly check: (place: Place, reference: Ask) => Promise<Check>;
}

/** Golden texts of charts by name. */
export type GoldenCharts = Readonly<Record<string, string>>;

/** Every golden scene, every function of the engine's own mathematics, then every chart. */
export function rowsOf(held: GoldenFile, charts: GoldenCharts): Row[] {
  const scenes = Object.entries(held.scenes).map(([name, { trace }]) => ({
    name,
    digest: trace,
    check: (place: Place, reference: Ask) => checkScene(held, name, place, reference),
  }));
  const functions = MATH_CASES.map(({ name, hash }) => ({
    name: `10⁶ × ${name}`,
    digest: hash,
    check: ({ ask }: Place, reference: Ask) => checkFunction(name, hash, ask, reference),
  }));
  const drawings = Object.entries(charts).map(([name, text]) => ({
    name: `chart ${name}`,
    digest: textHash(text),
    check: ({ ask }: Place) => checkChart(name, text, ask),
  }));
  return [...scenes, ...functions, ...drawings];
}

/** A check that never throws: an engine that fails to answer has failed. */
export async function checkRow(row: Row, place: Place, reference: Ask): Promise<Check> {
  try {
    return await row.check(place, reference);
  } catch (error) {
    return { digest: "", problem: (error as Error).message };
  }
}

async function checkScene(
  held: GoldenFile,
  scene: string,
  { ask, weeksApart }: Place,
  reference: Ask,
): Promise<Check> {
  const weeks = weeksOf(held, scene);
  const found = await ask("golden", { scene, weeks, weeksApart });
  const expected = await reference("golden", { scene, weeks, weeksApart: 1 });
  const digest = found.trace;
  const difference = differenceOf(held, scene, found, expected);
  if (difference === "") return { digest, problem: "" };
  const place =
    (await locate(scene, Math.max(...weeks), ask, reference)) || (await locateInTrace(scene, ask, reference));
  if (place !== "") return { digest, problem: place };
  // Both agree now: either Node isn't as committed too, or the engine doesn't repeat itself.
  const why =
    firstDifference(held, scene, expected) === ""
      ? "run again, every week is as in Node"
      : "Node differs from what is committed in the same way";
  return { digest, problem: `not as committed, ${difference}; ${why}` };
}

/** Where a scene isn't as committed, or else which week isn't as in the reference; empty if nowhere. */
function differenceOf(held: GoldenFile, scene: string, found: Golden, expected: Golden): string {
  const difference = firstDifference(held, scene, found);
  if (difference !== "") return difference;
  const week = Object.keys(found.whole).find(
    (key) => found.whole[Number(key)] !== expected.whole[Number(key)],
  );
  return week === undefined ? "" : `week ${week}`;
}

async function checkFunction(name: string, hash: string, ask: Ask, reference: Ask): Promise<Check> {
  const digest = await ask("hash", { name, count: HASHED_COUNT });
  const problem = digest === hash ? "" : await locateValue(name, ask, reference);
  return { digest, problem };
}

/** Equal to the letter, or the first line that differs. */
async function checkChart(name: string, text: string, ask: Ask): Promise<Check> {
  const found = await ask("chart", { name });
  const digest = textHash(found);
  if (found === text) return { digest, problem: "" };
  const [lines, held] = [found.split("\n"), text.split("\n")];
  const i = lines.findIndex((line, k) => line !== held[k]);
  return { digest, problem: `line ${i + 1}: ${lines[i] ?? "nothing"} instead of ${held[i] ?? "nothing"}` };
}

function textHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The weeks whose digests are committed. */
function weeksOf(held: GoldenFile, scene: string): number[] {
  return Object.keys(held.scenes[scene])
    .filter((key) => key.startsWith("week "))
    .map((key) => Number(key.slice("week ".length)));
}
