/** A design and its analysis as one object: outputs carry the design's id, and no other design will analyse them. */
import { sha256OfPieces } from "../hash.ts";

/** One run a design asks for; its luck follows from the study's seed and the replicate alone. */
export interface DesignRun {
  readonly row: number;
  readonly replicate: number;
  /** A value by factor, in the factor's unit. */
  readonly values: Readonly<Record<string, number>>;
}

/** One number a run, in the order of the runs; NaN for a run that failed. */
export type Evaluate = (runs: readonly DesignRun[]) => Promise<readonly number[]>;

/** Outputs of one design's runs: plain data that may be kept in a file and analysed later. */
export interface Answers<Kind extends string> {
  readonly kind: Kind;
  /** Id of the design whose runs these are. */
  readonly design: string;
  /** By row, then replicate: [row · replicates + replicate]. */
  readonly outputs: readonly number[];
}

export interface Design<Kind extends string, Analysis> {
  readonly kind: Kind;
  /** SHA-256 of all that tells this design from others. */
  readonly id: string;
  readonly factors: readonly string[];
  readonly replicates: number;
  /** A value by factor, in the factors' order, for each row. */
  readonly rows: readonly Float64Array[];
  /** @throws RangeError at answers of another design, or a number of outputs that isn't rows × replicates */
  readonly analyse: (answers: Answers<Kind>) => Analysis;
}

interface Parts<Kind extends string, Analysis> {
  readonly kind: Kind;
  readonly factors: readonly string[];
  readonly replicates: number;
  readonly rows: readonly Float64Array[];
  /** What else tells the design from others, as text. */
  readonly settings: string;
  /** `outputs[row · replicates + replicate]`; NaN where a run failed. */
  readonly analyse: (outputs: Float64Array) => Analysis;
}

/** Puts design and analysis together. @throws RangeError at replicates that aren't a whole number above 0 */
export function makeDesign<Kind extends string, Analysis>({
  analyse,
  settings,
  ...design
}: Parts<Kind, Analysis>): Design<Kind, Analysis> {
  const { kind, replicates, rows } = design;
  if (!Number.isInteger(replicates) || replicates < 1)
    throw new RangeError(`invalid replicates; not a whole number above 0: ${replicates}`);
  const id = sha256OfPieces(identityOf({ ...design, settings }));
  return {
    ...design,
    id,
    analyse: (answers) => {
      if (answers.kind !== kind || answers.design !== id)
        throw new RangeError(`invalid answers; of another design: ${answers.kind} ${answers.design}`);
      if (answers.outputs.length !== rows.length * replicates)
        throw new RangeError(
          `invalid answers; not ${rows.length * replicates} outputs: ${answers.outputs.length}`,
        );
      // Infinity is no result either.
      return analyse(Float64Array.from(answers.outputs, (y) => (Number.isFinite(y) ? y : NaN)));
    },
  };
}

const ROWS_AT_ONCE = 4096;

/** JSON of what tells a design from others, its rows as one text; in pieces, as a million rows are long. */
function* identityOf({
  kind,
  factors,
  replicates,
  settings,
  rows,
}: Omit<Parts<string, unknown>, "analyse">): Generator<string> {
  const end = '"]';
  yield JSON.stringify([kind, factors, replicates, settings, ""]).slice(0, -end.length);
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    const lines = rows.slice(i, i + ROWS_AT_ONCE).map((row) => row.join(" "));
    yield JSON.stringify(`${i === 0 ? "" : "\n"}${lines.join("\n")}`).slice(1, -1);
  }
  yield end;
}

/** All runs of a design, row by row and replicate by replicate. */
export function runsOf({
  rows,
  factors,
  replicates,
}: Pick<Design<string, unknown>, "rows" | "factors" | "replicates">): DesignRun[] {
  return rows.flatMap((row, i) => {
    const values = Object.fromEntries(factors.map((name, j) => [name, row[j]]));
    return Array.from({ length: replicates }, (_, replicate) => ({ row: i, replicate, values }));
  });
}

/** Evaluates every run of a design. */
export async function answer<Kind extends string>(
  design: Design<Kind, unknown>,
  evaluate: Evaluate,
): Promise<Answers<Kind>> {
  return { kind: design.kind, design: design.id, outputs: await evaluate(runsOf(design)) };
}
