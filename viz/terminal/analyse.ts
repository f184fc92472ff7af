/** The verb analyse: what a finished study says of its outputs, luck first. */
import { InputError } from "../../scenarios/index.ts";
import { findingsOf, reachedOf, type OutputFindings, type Reached } from "../../scenarios/studies/index.ts";
import { mergedPlace, openTable, readFolder, type BlockPlace } from "../../workers/studies/index.ts";
import { findingsText } from "./analyse-report.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { resultsStamp } from "./scenes.ts";
import { told } from "./status.ts";

export interface AnalyseOptions {
  readonly outputs?: readonly string[];
  readonly json?: boolean;
}

export async function analyseVerb(folder: string, { outputs: asked, json }: AnalyseOptions): Promise<void> {
  const place = await told(folder, () => mergedPlace(readFolder(pathOf(folder), resultsStamp())));
  const { layout } = place;
  const outputs = chosenOutputs(
    layout.outputs.map(({ name }) => name),
    asked,
  );
  const { findings, reached } = await told(folder, () => findingsIn(place, outputs));
  const {
    sha: study,
    study: { design },
  } = layout;
  await writeOut(
    json === true
      ? `${JSON.stringify({ study, design: design.kind, precision: reached ?? null, outputs: findings })}\n`
      : findingsText(layout, findings, reached),
  );
}

/** What a finished folder says of some outputs, and how precisely, where that was asked for. */
export async function findingsIn(
  place: BlockPlace,
  outputs: readonly string[],
): Promise<{ findings: OutputFindings[]; reached: Reached | undefined }> {
  const { layout } = place;
  const { replicates } = layout.study;
  const read = await openTable(place);
  const findings: OutputFindings[] = [];
  for (const output of outputs) findings.push(findingsOf(layout, output, await read(output)));
  const isFixed = typeof replicates === "number";
  return { findings, reached: isFixed ? undefined : reachedOf(layout, await read(replicates.output)) };
}

/** Those asked for, or all that aren't one week of a trace. @throws InputError */
export function chosenOutputs(known: readonly string[], asked: readonly string[] | undefined): string[] {
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InputError(`unknown output; not one of ${known.join(", ")}: ${quoted(unknown)}`);
  if (asked !== undefined) return [...asked];
  const plain = known.filter((name) => !name.includes("@"));
  return plain.length > 0 ? plain : [...known];
}
