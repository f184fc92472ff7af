/** The verb fit: estimates the registration kernel from a series of adoptions and says whether there is contagion. */
import {
  fitKernel,
  importSeries,
  importTies,
  InputError,
  seedWords,
  spreadCounts,
  type KernelFit,
  type Pairs,
  type Series,
} from "../../scenarios/index.ts";
import { lineOf } from "./errors.ts";
import { fitText } from "./fit-report.ts";
import { readTable, sourceName } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";

export const DRAWS_MIN = 100;
export const DRAWS_MAX = 10_000;
export const DRAWS_DEFAULT = 200;

export interface FitOptions {
  readonly ties?: string;
  readonly time?: string;
  readonly group?: string;
  readonly adoptions?: string;
  readonly market?: number;
  readonly from?: number;
  readonly until?: number;
  readonly draws: number;
  readonly seed: string;
  readonly json?: boolean;
}

export async function fitVerb(name: string, options: FitOptions): Promise<void> {
  if (name === "-" && options.ties === "-") throw new InputError("both the series and the ties from stdin");
  const series = await readSeries(name, options);
  const pairs = await readTies(series, options.ties);
  const fit = fitKernel(series, pairs, {
    evaluate: (runs) => runs.map(spreadCounts),
    draws: options.draws,
    seed: seedWords(options.seed),
  });
  await writeOut(options.json === true ? `${jsonOf(fit)}\n` : fitText(fit, sourceName(name)));
}

function readSeries(name: string, options: FitOptions): Promise<Series> {
  const { time, group, adoptions, market, from, until } = options;
  return importSeries(readTable(name), {
    name: sourceName(name),
    columns: {
      ...(time === undefined ? {} : { time }),
      ...(group === undefined ? {} : { group }),
      ...(adoptions === undefined ? {} : { adoptions }),
    },
    ...(market === undefined ? {} : { market }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
}

/** Ties have no direction in the model, so both pairs of names mean the same. */
const ENDS = { source: ["source", "from"], target: ["target", "to"] };

async function readTies(series: Series, name: string | undefined): Promise<Pairs | undefined> {
  if (name === undefined) return undefined;
  if (series.form === "counts")
    throw new InputError(`invalid ties; the series counts adoptions and names nobody: ${quoted(name)}`);
  const ties = await importTies(readTable(name), series, { name: sourceName(name), called: ENDS });
  if (ties.source.length === 0) throw new InputError(`no ties; nobody is tied to anybody: ${quoted(name)}`);
  for (const sentence of ties.report) process.stderr.write(`${lineOf(sentence)}\n`);
  return ties;
}

/** Columns as lists; where a search ended on its own scales is nobody's business. */
function jsonOf(fit: KernelFit): string {
  return JSON.stringify(fit, (key, value: unknown) => {
    if (key === "maximum") return undefined;
    return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  });
}
