/** The verb compare: whether two versions' results of a study are the same, bit for bit or as far as it matters. */
import {
  commonOf,
  versionFindings,
  type Layout,
  type VersionFinding,
} from "../../scenarios/studies/index.ts";
import {
  openTable,
  readDigests,
  readVersion,
  type BlockPlace,
  type ReadOutput,
} from "../../workers/studies/index.ts";
import { outputUnit } from "../words/decisions.ts";
import { EXIT } from "./errors.ts";
import { formatOf } from "./format.ts";
import { pathOf } from "./input.ts";
import { chosenOutputs } from "./analyse.ts";
import { writeOut } from "./output.ts";
import { measured, UNKNOWN } from "./reached.ts";
import { told } from "./status.ts";
import { tableLines } from "./table.ts";

export interface CompareOptions {
  readonly margin: number;
  readonly outputs?: readonly string[];
  readonly json?: boolean;
}

interface Version {
  readonly place: BlockPlace;
  readonly layout: Layout;
  readonly engine: string;
  readonly read: ReadOutput;
}

/** @returns the exit code: 0 if all is identical or equivalent, 1 if anything isn't */
export async function compareVerb(
  beforeName: string,
  afterName: string,
  { margin, outputs: asked, json }: CompareOptions,
): Promise<number> {
  const [before, after] = [await versionIn(beforeName), await versionIn(afterName)];
  const common = commonOf(before.layout, after.layout);
  const findings: VersionFinding[] = [];
  for (const output of chosenOutputs(common.outputs, asked)) {
    const [old, now] = [await before.read(output), await after.read(output)];
    findings.push(
      ...versionFindings(
        common,
        output,
        [
          [before.layout, old],
          [after.layout, now],
        ],
        margin,
      ),
    );
  }
  const rows = await sameRows(before, after);
  await writeOut(
    json === true
      ? `${JSON.stringify({ before: named(before), after: named(after), margin, rows, findings })}\n`
      : textOf(before, after, rows, findings),
  );
  return findings.every(isSame) ? EXIT.ok : EXIT.differs;
}

async function versionIn(name: string): Promise<Version> {
  return told(name, async () => {
    const { place, engine } = readVersion(pathOf(name));
    return { place, layout: place.layout, engine, read: await openTable(place) };
  });
}

function named({ layout, engine, place }: Version): object {
  return { study: layout.sha, engine, results: place.results };
}

interface SameRows {
  readonly same: number;
  readonly of: number;
}

/** Rows of the same point, replicate and plan with the same digest. */
async function sameRows(before: Version, after: Version): Promise<SameRows> {
  const [old, now] = [await readDigests(before.place), await readDigests(after.place)];
  let same = 0;
  for (const [key, digest] of old) if (now.get(key) === digest) same++;
  return { same, of: old.size };
}

function isSame({ verdict }: VersionFinding): boolean {
  return verdict === "identical" || verdict === "equivalent";
}

function textOf(
  before: Version,
  after: Version,
  { same, of }: SameRows,
  findings: readonly VersionFinding[],
): string {
  const { study } = before.layout;
  const format = formatOf(study.document);
  const nameOf = (version: Version): string => `engine ${version.engine}, results ${version.place.results}`;
  const rows = findings.map(({ output, plan, less, verdict, margin, ...found }) => {
    const unit = outputUnit(before.layout, output);
    const text = (value: number | null): string => (value === null ? UNKNOWN : format.value(value, unit));
    const what = less === undefined ? plan : `${plan} less ${less}`;
    const { difference } = found;
    return [
      output,
      what,
      text(found.before),
      text(found.after),
      measured(difference, unit, format),
      `± ${text(margin)}`,
      verdict,
    ];
  });
  const other = findings.filter((each) => !isSame(each)).length;
  const lines = [
    study.name,
    `before: ${nameOf(before)}`,
    `after: ${nameOf(after)}`,
    ...(before.layout.sha === after.layout.sha ? [] : ["the two studies aren't the same; their points are"]),
    `${same} of ${of} rows are the same bit for bit`,
    "",
    ...tableLines([["output", "plan", "before", "after", "difference (90%)", "margin", "verdict"], ...rows]),
    "",
    other === 0
      ? "Every output is the same, as far as it matters."
      : `${other} of ${findings.length} comparisons are different or undecided.`,
  ];
  return `${lines.join("\n")}\n`;
}
