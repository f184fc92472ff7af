/** Points of a study from CSV: a column an assumption, a row a point. */
import { PARAMETERS, type ParameterName } from "../../engine/index.ts";
import { inputError, InputError } from "../errors.ts";
import { placeInFile, type Chunks } from "../import/csv.ts";
import { numberIn } from "../import/numbers.ts";
import { readTable } from "../import/table.ts";
import { rowOf, valueFault } from "./assumptions.ts";
import { POINTS_LISTED_MAX } from "./schema.ts";

type Point = Partial<Record<ParameterName, number>>;

/** As many values as a study's JSON may hold beside its document. */
const VALUES_MAX = 40_000;
const NAMES = PARAMETERS.map((row) => row.name);

/** Reads points. @throws InputError with the line, and the column by its name */
export async function importPoints(chunks: Chunks, name: string): Promise<Point[]> {
  const points: Point[] = [];
  const { found, ignored } = await readTable<ParameterName>(
    chunks,
    { name, required: [], optional: NAMES },
    (row) => {
      if (points.length === POINTS_LISTED_MAX)
        throw new InputError(`too many points; more than ${POINTS_LISTED_MAX} (${row.place})`);
      const point: Point = {};
      for (const column of NAMES) {
        if (!row.has(column)) continue;
        const text = row.get(column);
        const value = numberIn(text);
        const why = Number.isNaN(value) ? "not a number" : valueFault(rowOf(column), value);
        if (why !== undefined) throw inputError(`invalid ${column}`, why, text, row.place);
        point[column] = value;
      }
      points.push(point);
    },
  );
  const head = placeInFile(name, 1);
  // A slip in a name would leave that assumption where it is, without a word.
  if (ignored.length > 0)
    throw inputError("unknown column", "not an assumption; `list parameters` shows them", ignored[0], head);
  if (points.length === 0) throw new InputError(`no points; nothing below the header (${head})`);
  if (points.length * found.size > VALUES_MAX)
    throw new InputError(
      `too many values; more than ${VALUES_MAX}: ${points.length * found.size} (${placeInFile(name, points.length + 1)})`,
    );
  return points;
}
