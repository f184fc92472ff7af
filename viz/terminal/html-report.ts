/** The verb report: a finished study as one HTML file, with its decision, figures, tables, method and digests. */
import { DECISION_HEADINGS, decisionSentences } from "../../scenarios/decisions/index.ts";
import { tableOf } from "../../scenarios/exploration/index.ts";
import { sha256Of } from "../../scenarios/hash.ts";
import { findingsOf } from "../../scenarios/studies/index.ts";
import {
  mergedPlace,
  openTable,
  readFolder,
  readManifest,
  type BlockPlace,
} from "../../workers/studies/index.ts";
import { FONT_FILES, fontStyle } from "../exports/fonts.ts";
import { decisionWords } from "../words/decisions.ts";
import { mapFigure, mattersFigure } from "../report/figures.tsx";
import { methodOf, reproduction } from "../report/method.ts";
import { reportHtml, type Report } from "../report/page.tsx";
import { chosenOutputs, findingsIn } from "./analyse.ts";
import { findingsText } from "./analyse-report.ts";
import { decisionOn, decisionOutput } from "./decide.ts";
import { decisionHead, decisionTables } from "./decide-report.ts";
import { packedFont } from "./fonts.ts";
import { pathOf } from "./input.ts";
import { openFile, writeOut } from "./output.ts";
import { resultsStamp } from "./scenes.ts";
import { told } from "./status.ts";

export interface ReportOptions {
  readonly html: string;
  readonly output?: string;
  readonly threshold: number;
}

export async function reportVerb(name: string, options: ReportOptions): Promise<void> {
  const place = await told(name, () => mergedPlace(readFolder(pathOf(name), resultsStamp())));
  const output = decisionOutput(place, options.output);
  const report = await told(name, () => reportOf(place, output, options.threshold));
  const file = openFile(options.html);
  try {
    const html = reportHtml(report, fontStyle(FONT_FILES.map((font) => packedFont(font.file))));
    file.put(html);
    await writeOut(`${options.html} · ${Buffer.byteLength(html)} bytes · sha256 ${sha256Of(html)}\n`);
  } finally {
    file.drop();
  }
}

/** Everything in it is what the verbs decide and analyse say of the same folder. */
async function reportOf(place: BlockPlace, output: string, threshold: number): Promise<Report> {
  const { layout } = place;
  const decision = await decisionOn(place, output, threshold);
  const words = decisionWords(layout, output);
  const sentences = decisionSentences(decision, words);
  const outputs = chosenOutputs(
    layout.outputs.map(({ name }) => name),
    undefined,
  );
  const { findings, reached } = await findingsIn(place, outputs);
  const values = await (await openTable(place))(output);
  const found = findings.find((each) => each.output === output) ?? findingsOf(layout, output, values);
  const [title, ...summary] = decisionHead(layout, words);
  const rival = decision.rivals[0]?.rival;
  const pair = found.pairs.find(
    ({ a, b }) => [a, b].includes(decision.chosen) && rival !== undefined && [a, b].includes(rival),
  );
  const table = tableOf({ ...layout.study, replicates: layout.replicates });
  const figures =
    pair === undefined
      ? []
      : [mattersFigure(table, output, pair), mapFigure(table, values, pair)].filter(
          (each) => each !== undefined,
        );
  return {
    title,
    summary,
    decision: Object.entries(DECISION_HEADINGS).map(([key, heading]) => ({
      heading,
      sentences: sentences[key as keyof typeof sentences],
    })),
    figures,
    tables: decisionTables(decision, words),
    findings: findingsText(layout, findings, reached),
    ...methodOf(layout),
    ...reproduction(layout, place.results, readManifest(place)!.table.sha256, { output, threshold }),
  };
}
