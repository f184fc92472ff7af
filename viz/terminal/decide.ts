/** The verb decide: what a finished study says of the choice between its plans, for people or as JSON. */
import { InputError } from "../../scenarios/index.ts";
import { decide, type Decision, type FactorColumn } from "../../scenarios/decisions/index.ts";
import { mergedPlace, openTable, readFolder, type BlockPlace } from "../../workers/studies/index.ts";
import { decisionText } from "./decide-report.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { resultsStamp } from "./scenes.ts";
import { told } from "./status.ts";

export interface DecideOptions {
  readonly output?: string;
  readonly threshold: number;
  readonly json?: boolean;
}

export async function decideVerb(name: string, options: DecideOptions): Promise<void> {
  const place = await told(name, () => mergedPlace(readFolder(pathOf(name), resultsStamp())));
  const output = decisionOutput(place, options.output);
  const decision = await told(name, () => decisionOn(place, output, options.threshold));
  const { sha } = place.layout;
  await writeOut(
    options.json === true
      ? `${JSON.stringify({ study: sha, output, ...decision })}\n`
      : decisionText(place.layout, output, decision),
  );
}

/** The decision on an output of a finished study. @throws InputError where no point can be judged */
export async function decisionOn(place: BlockPlace, output: string, threshold: number): Promise<Decision> {
  const { layout } = place;
  const { planIds, experiment, replicates, study } = layout;
  const read = await openTable(place);
  const payoffs = {
    plans: planIds,
    points: experiment.points.length,
    replicates,
    values: await read(output),
  };
  const decision = decide(payoffs, factorColumns(layout), { threshold, seed: study.seed });
  if (decision === undefined)
    throw new InputError(`nothing to decide on; no point has runs of all plans: ${quoted(output)}`);
  return decision;
}

/** What varied in a study, column by column. */
function factorColumns({ experiment }: BlockPlace["layout"]): FactorColumn[] {
  return experiment.factors.map((name, j) => ({
    name,
    values: Float64Array.from(experiment.points, (point) => point[j]),
  }));
}

/** Money first: what more of is better, whatever else a study keeps. */
const PREFERRED = ["npv", "netValue", "value"];

/** The output asked for, or the best to decide on. @throws InputError */
export function decisionOutput({ layout }: BlockPlace, asked: string | undefined): string {
  const known = layout.outputs.map(({ name }) => name);
  if (asked !== undefined && !known.includes(asked))
    throw new InputError(`unknown output; not one of ${known.join(", ")}: ${quoted(asked)}`);
  return asked ?? PREFERRED.find((name) => known.includes(name)) ?? known[0];
}
