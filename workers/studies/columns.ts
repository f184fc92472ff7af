/** The table's columns as Parquet knows them, and rows as their values. */
import type { SchemaElement } from "hyparquet-writer";
import type { Layout, Row } from "../../scenarios/studies/index.ts";

/** A column's values, row by row; null where there is none. */
export type Cell = number | string | null;

/** Values by column, all of one length. */
export type Values = readonly (readonly Cell[])[];

export interface Column<Of = Row> {
  readonly name: string;
  readonly element: SchemaElement;
  /** Of columns whose numbers rise; the others are written plain or by a dictionary, whichever is shorter. */
  readonly encoding?: "DELTA_BINARY_PACKED";
  readonly cellOf: (row: Of) => Cell;
}

type Kind = keyof typeof TYPES;

const TYPES = {
  INT32: { type: "INT32" },
  UINT32: { type: "INT32", converted_type: "UINT_32" },
  DOUBLE: { type: "DOUBLE" },
  TEXT: { type: "BYTE_ARRAY", converted_type: "UTF8" },
} as const;

export function column<Of = Row>(
  name: string,
  kind: Kind,
  isNullable: boolean,
  cellOf: Column<Of>["cellOf"],
): Column<Of> {
  const repetition_type = isNullable ? "OPTIONAL" : "REQUIRED";
  const element: SchemaElement = { name, ...TYPES[kind], repetition_type };
  return { name, element, cellOf };
}

/** Where a row stands, why it failed, its digest, then factors, then outputs. */
export function columnsOf({ experiment, outputs }: Layout): Column[] {
  return [
    column("point", "INT32", false, ({ point }) => point),
    column("replicate", "INT32", false, ({ replicate }) => replicate),
    column("plan", "TEXT", false, ({ plan }) => plan),
    column("status", "TEXT", false, ({ failure }) => (failure === undefined ? "ok" : "failed")),
    column("digest", "TEXT", true, ({ digest }) => digest ?? null),
    column("errorType", "TEXT", true, ({ failure }) => failure?.type ?? null),
    column("errorMessage", "TEXT", true, ({ failure }) => failure?.message ?? null),
    ...experiment.factors.map((name, j) => column(name, "DOUBLE", false, ({ factors }) => factors[j])),
    ...outputs.map(({ name }, j) =>
      column(name, "DOUBLE", true, (row) => (Number.isNaN(row.outputs[j]) ? null : row.outputs[j])),
    ),
  ];
}
