/** What a file of observed weeks may hold: its columns, the measure each sounds like, and its greatest value. */
import { MEASURES, type MeasureName } from "../../engine/index.ts";
import { InputError } from "../errors.ts";
import { placeInFile, readCsv, type Chunks } from "./csv.ts";

export interface ObservedColumn {
  readonly name: string;
  /** Null where its name is like none. */
  readonly measure: MeasureName | null;
  /** NaN in a column without numbers. */
  readonly greatest: number;
}

const TIMES = new Set(["week", "date"]);

/** What people call it; the first that fits. */
const CALLED: readonly (readonly [RegExp, MeasureName])[] = [
  [/month|\bmau\b/i, "monthlyActiveShare"],
  [/attend|meeting/i, "attendeeShare"],
  [/member/i, "memberShare"],
  [/active|visit|\bwau\b/i, "weeklyActiveShare"],
  [/regist|account|sign|user/i, "registeredShare"],
  [/communit/i, "communities"],
  [/post/i, "posts"],
];

/** Whether a header is that of weeks rather than of a study's table. */
export function isOfWeeks(header: string): boolean {
  const names = header.split(/[,;\t]/).map((name) =>
    name
      .replaceAll(/["\ufeff]/g, "")
      .trim()
      .toLowerCase(),
  );
  return names.some((name) => TIMES.has(name)) && !names.includes("point");
}

/** Columns but week and date, no measure twice. @throws InputError at what isn't CSV */
export async function observedColumns(chunks: Chunks, file: string): Promise<ObservedColumn[]> {
  let names: readonly string[] = [];
  let greatest: number[] = [];
  await readCsv(chunks, file, (fields) => {
    if (names.length === 0) {
      names = fields.map((field) => field.trim());
      greatest = names.map(() => NaN);
      return;
    }
    for (const [j, field] of fields.slice(0, names.length).entries()) {
      const value = field.trim() === "" ? NaN : Number(field);
      if (Number.isFinite(value) && !(greatest[j] >= value)) greatest[j] = value;
    }
  });
  if (names.length === 0) throw new InputError(`empty file (${placeInFile(file, 1)})`);
  const taken = new Set<MeasureName>();
  return names.flatMap((name, j) => {
    if (TIMES.has(name.toLowerCase())) return [];
    const measure = measureOf(name);
    const isFree = measure !== null && !taken.has(measure);
    if (isFree) taken.add(measure);
    return [{ name, measure: isFree ? measure : null, greatest: greatest[j] }];
  });
}

function measureOf(name: string): MeasureName | null {
  const own = MEASURES.find((row) =>
    [row.name, row.label].some((each) => each.toLowerCase() === name.toLowerCase()),
  );
  return own?.name ?? CALLED.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
