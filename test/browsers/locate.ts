/** Finds where an engine first parts from another: the week, the column, the employee, and both values. */
import { COLUMN_NAMES, type ColumnName } from "../../engine/columns.ts";
import { MEASURES } from "../../engine/index.ts";
import { ACCOUNT_NAMES, STATE_NAMES } from "../../engine/measures.ts";
import { argumentAt, HASHED_COUNT, MATH_CASES } from "../engine/math-cases.ts";
import { bitsOf, numbersOf, type Ask, type Bits } from "./task.ts";

/**
 * Re-runs a scene up to `lastWeek` in both engines: the first week, column and employee that differ with both values, as
 * "week 57, employee.skill of employee 41: 0.5 (3f000000) instead of …"; empty if every column of every week is equal.
 */
export async function locate(scene: string, lastWeek: number, suspect: Ask, reference: Ask): Promise<string> {
  const weeks = Array.from({ length: lastWeek + 1 }, (_, week) => week);
  const theirDigests = await suspect("digests", { scene, weeks });
  const ourDigests = await reference("digests", { scene, weeks });
  for (const week of weeks) {
    const column = COLUMN_NAMES.find((name) => theirDigests[week][name] !== ourDigests[week][name]);
    if (column === undefined) continue;
    const task = { scene, week, column };
    const [theirs, ours] = [await suspect("column", task), await reference("column", task)];
    if (theirs.bytes === ours.bytes) return `week ${week}, ${column}: not what it was when asked again`;
    const { index, length, found, expected } = firstDifference(theirs, ours);
    return `week ${week}, ${column} of ${ownerOf(column, index, length)}: ${found} instead of ${expected}`;
  }
  return "";
}

/** Whose value an index is: an employee's, a unit's, …, or a measure's of some week. */
function ownerOf(column: ColumnName, index: number, length: number): string {
  const [group] = column.split(".", 1);
  if (column !== "trace.measures") return `${group} ${index}`;
  const names = [...STATE_NAMES, ...ACCOUNT_NAMES];
  const weekCount = length / names.length;
  return `${names[Math.floor(index / weekCount)]} in week ${index % weekCount}`;
}

/** Where the traces against the twin part though the worlds don't: a measure and its week, empty if nowhere. */
export async function locateInTrace(scene: string, suspect: Ask, reference: Ask): Promise<string> {
  const [theirs, ours] = [await suspect("trace", { scene }), await reference("trace", { scene })];
  if (theirs.bytes === ours.bytes) return "";
  const { index, length, found, expected } = firstDifference(theirs, ours);
  const weekCount = length / MEASURES.length;
  const { name } = MEASURES[Math.floor(index / weekCount)];
  return `week ${index % weekCount}, ${name} against the twin: ${found} instead of ${expected}`;
}

/** The first argument at which a function of the engine's mathematics differs, and both values. */
export async function locateValue(name: string, suspect: Ask, reference: Ask): Promise<string> {
  const count = HASHED_COUNT / 50;
  const row = MATH_CASES.find((each) => each.name === name)!;
  for (let from = 0; from < HASHED_COUNT; from += count) {
    const task = { name, from, count };
    const [theirs, ours] = [await suspect("values", task), await reference("values", task)];
    if (theirs.bytes === ours.bytes) continue;
    const { index, found, expected } = firstDifference(theirs, ours);
    return `${name}(${argumentAt(row, from + index)}) is ${found} instead of ${expected}`;
  }
  return `${name} has another hash, yet the same values as Node when asked again`;
}

interface Difference {
  readonly index: number;
  readonly length: number;
  readonly found: string;
  readonly expected: string;
}

/** Where unequal bits of one width first differ. */
function firstDifference(theirs: Bits, ours: Bits): Difference {
  const [found, expected] = [numbersOf(theirs), numbersOf(ours)];
  const digits = 2 * expected.BYTES_PER_ELEMENT;
  const piece = (bits: Bits, i: number) => bits.bytes.slice(digits * i, digits * (i + 1));
  let index = 0;
  while (piece(theirs, index) === piece(ours, index)) index++;
  const shown = (numbers: typeof found) => `${numbers[index]} (${hexadecimal(numbers, index)})`;
  return { index, length: expected.length, found: shown(found), expected: shown(expected) };
}

/** The bits of a number, its sign first. */
function hexadecimal(numbers: ReturnType<typeof numbersOf>, index: number): string {
  const { bytes } = bitsOf(numbers.subarray(index, index + 1));
  return (bytes.match(/../g) ?? []).toReversed().join("");
}
