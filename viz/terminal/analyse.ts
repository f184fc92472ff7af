/** The verb analyse: what a finished study says of its outputs, luck first. */
import { InputError } from "../../scenarios/index.ts";
import { findingsOf, type OutputFindings } from "../../scenarios/studies/index.ts";
import { openTable, readFolder, type BlockPlace } from "../../workers/studies/index.ts";
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

export async function analyseVerb(name: string, { outputs: asked, json }: AnalyseOptions): Promise<void> {
  const place = await told(name, () => readFolder(pathOf(name), resultsStamp()));
  const outputs = chosenOutputs(place, asked);
  const found = await told(name, async () => {
    const read = await openTable(place);
    const findings: OutputFindings[] = [];
    for (const output of outputs) findings.push(findingsOf(place.layout, output, await read(output)));
    return findings;
  });
  await writeOut(
    json === true
      ? `${JSON.stringify({ study: place.layout.sha, design: place.layout.study.design.kind, outputs: found })}\n`
      : findingsText(place.layout, found),
  );
}

/** Those asked for, or all that aren't one week of a trace. @throws InputError */
function chosenOutputs({ layout }: BlockPlace, asked: readonly string[] | undefined): string[] {
  const known = layout.outputs.map(({ name }) => name);
  const unknown = asked?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InputError(`unknown output; not one of ${known.join(", ")}: ${quoted(unknown)}`);
  if (asked !== undefined) return [...asked];
  const plain = known.filter((name) => !name.includes("@"));
  return plain.length > 0 ? plain : known;
}
