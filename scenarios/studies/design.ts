/** A study's design by its name, with the analysis that belongs to it. */
import {
  factorialDesign,
  hypercubeDesign,
  morrisRadial,
  morrisTrajectories,
  pawnOf,
  plackettBurmanDesign,
  rowMeans,
  saltelliDesign,
  sobolDesign,
  tableDesign,
  type Design,
  type MainEffects,
  type Pawn,
  type RankCorrelations,
  type Screening,
  type VarianceShares,
} from "../designs/index.ts";
import { InputError } from "../errors.ts";
import { designFactors } from "./factors.ts";
import type { StudyFields } from "./schema.ts";

export type Analysis =
  | ({ readonly form: "rank correlations"; readonly pawn: Pawn | null } & RankCorrelations)
  | ({ readonly form: "main effects" } & MainEffects)
  | ({ readonly form: "elementary effects" } & Screening)
  | ({ readonly form: "shares of variance" } & VarianceShares);

export interface Experiment {
  readonly factors: readonly string[];
  /** A value by factor for each point. */
  readonly points: readonly Float64Array[];
  /** `outputs[point · replicates + replicate]`; NaN where a run failed. @throws RangeError at another number of them */
  readonly analyse: (outputs: Float64Array) => Analysis;
}

type Asked = Pick<StudyFields, "factors" | "design" | "seed"> & { readonly replicates: number };

/** The points a study asks for. @throws InputError at a design its factors don't allow */
export function experimentOf(study: Asked): Experiment {
  try {
    return made(study);
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  }
}

function made({ factors: asked, design, replicates, seed }: Asked): Experiment {
  const factors = designFactors({ factors: asked });
  const common = { replicates, seed };
  switch (design.kind) {
    case "table":
      return correlated(tableOf(design.points, replicates), seed);
    case "factorial":
      return correlated(factorialDesign(factors, { ...common, ...design }), seed);
    case "latin hypercube":
      return correlated(
        hypercubeDesign(factors, {
          ...common,
          ...wanted(
            design,
            factors.map(({ name }) => name),
          ),
        }),
        seed,
      );
    case "sobol":
      return correlated(sobolDesign(factors, { ...common, ...design, ...scrambling(design) }), seed);
    case "saltelli":
      return experiment(
        saltelliDesign(factors, {
          ...common,
          points: design.points,
          ...scrambling(design),
          isSecondOrder: design.secondOrder === true,
        }),
        (found) => ({ form: "shares of variance", ...found }),
      );
    case "plackett burman":
      return experiment(
        plackettBurmanDesign(factors, { replicates, isFolded: design.folded !== false }),
        (found) => ({ form: "main effects", ...found }),
      );
    case "morris trajectories":
      return screened(morrisTrajectories(factors, { ...common, ...design }));
    default:
      return screened(morrisRadial(factors, { ...common, ...design }));
  }
}

/** A hypercube's settings with its pairs of factors as a matrix. */
function wanted(
  design: Extract<StudyFields["design"], { kind: "latin hypercube" }>,
  names: readonly string[],
) {
  const { correlations, ...settings } = design;
  if (correlations === undefined) return settings;
  const matrix = names.map((_row, i) => names.map((_column, j): number => (i === j ? 1 : 0)));
  for (const { a, b, rank } of correlations) {
    const [i, j] = [names.indexOf(a), names.indexOf(b)];
    matrix[i][j] = rank;
    matrix[j][i] = rank;
  }
  return { ...settings, correlations: matrix };
}

function scrambling({ scrambled = true }: { readonly scrambled?: boolean }): { isScrambled: boolean } {
  return { isScrambled: scrambled };
}

function tableOf(points: readonly Readonly<Record<string, number | undefined>>[], replicates: number) {
  const names = Object.keys(points[0]);
  const rows = points.map((point) => Float64Array.from(names, (name) => point[name] ?? NaN));
  return tableDesign(names, rows, replicates);
}

function correlated<Kind extends string>(design: Design<Kind, RankCorrelations>, seed: string): Experiment {
  const { factors, rows } = design;
  return experiment(design, (found, outputs) => {
    const pawn = pawnOf(factors, rows, rowMeans(rows.length, outputs), seed) ?? null;
    return { form: "rank correlations", ...found, pawn };
  });
}

function screened<Kind extends string>(design: Design<Kind, Screening>): Experiment {
  return experiment(design, (found) => ({ form: "elementary effects", ...found }));
}

function experiment<Kind extends string, Found>(
  design: Design<Kind, Found>,
  named: (found: Found, outputs: Float64Array) => Analysis,
): Experiment {
  const { kind, id, factors, rows } = design;
  return {
    factors,
    points: rows,
    analyse: (outputs) => named(design.analyse({ kind, design: id, outputs: Array.from(outputs) }), outputs),
  };
}
