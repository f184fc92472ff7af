/** A study whose table of points lies in a CSV file beside it: read with it, and one document from then on. */
import type { Chunks } from "../import/csv.ts";
import { parseJson } from "../json.ts";
import { importPoints } from "./points.ts";
import { parseStudy, studyIn, type Study } from "./study.ts";

/**
 * Reads a study and the points its table names by `file`; `read` opens a file beside the study.
 * @throws InputError, with the line of the file that is at fault
 */
export async function readStudy(text: string, name: string, read: (file: string) => Chunks): Promise<Study> {
  const { value } = parseJson(text, name);
  const file = pointsFile(value);
  if (file === undefined) return parseStudy(text, name);
  const points = await importPoints(read(file), file);
  return studyIn(text, name, (fields) => ({ ...fields, design: { kind: "table", points } }));
}

/** The name of a table's file; undefined where points are listed, or anything else is amiss: that is told later. */
function pointsFile(value: unknown): string | undefined {
  const { design } = (value ?? {}) as { readonly design?: unknown };
  if (typeof design !== "object" || design === null) return undefined;
  const { kind, file, ...others } = design as Readonly<Record<string, unknown>>;
  const isFile = kind === "table" && typeof file === "string" && file !== "";
  return isFile && Object.keys(others).length === 0 ? file : undefined;
}
