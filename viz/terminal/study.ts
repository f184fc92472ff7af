/** The verbs study, shard and merge: batches of runs in a folder that can be ended and resumed at any time. */
import { availableParallelism } from "node:os";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { InputError } from "../../scenarios/index.ts";
import { eventsExpected, type EventsExpected } from "../../scenarios/studies/index.ts";
import type { Pool } from "../../workers/index.ts";
import { createNodePool } from "../../workers/node.ts";
import {
  mergeStudy,
  openFolder,
  readFolder,
  runShard,
  runStudy,
  type BlockPlace,
  type Manifest,
  type Progressed,
  type Standing,
  type Work,
} from "../../workers/studies/index.ts";
import { lineOf } from "./errors.ts";
import { formatOf } from "./format.ts";
import { pathOf, readStudyFile } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { createProgress, progressStyle, type Progress } from "./progress.ts";
import { reachedText } from "./reached.ts";
import { resultsStamp } from "./scenes.ts";
import { runsOf, told } from "./status.ts";

export interface StudyOptions {
  readonly out: string;
  readonly csv?: boolean;
  readonly workers?: number;
  readonly json?: boolean;
  readonly progress: string;
}

export interface ShardOptions extends Omit<StudyOptions, "csv"> {
  readonly shard?: number;
  readonly of: number;
}

export async function studyVerb(name: string, options: StudyOptions): Promise<void> {
  const place = await openPlace(name, options.out);
  const manifest = await withPool(place, options, (work) =>
    runStudy({ ...work, hasCsv: options.csv === true }),
  );
  await writeOut(
    options.json === true ? `${JSON.stringify(manifest)}\n` : manifestText(manifest, options.out),
  );
}

export async function shardVerb(name: string, options: ShardOptions): Promise<void> {
  const shard = options.shard ?? shardOfTask(process.env);
  if (shard >= options.of) throw new InputError(`invalid shard; not in [0, ${options.of - 1}]: ${shard}`);
  const place = await openPlace(name, options.out);
  await withPool(place, options, (work) => runShard({ ...work, shard, of: options.of }));
  await writeOut(
    options.json === true
      ? `${JSON.stringify({ shard, of: options.of, study: place.layout.sha })}\n`
      : `shard ${shard} of ${options.of} is done: ${place.layout.study.name}\n`,
  );
}

export async function mergeVerb(
  name: string,
  { csv, json }: Pick<StudyOptions, "csv" | "json">,
): Promise<void> {
  const manifest = await told(name, () => mergeStudy(readFolder(pathOf(name), resultsStamp()), csv));
  await writeOut(json === true ? `${JSON.stringify(manifest)}\n` : manifestText(manifest, name));
}

/** Array jobs tell their place: Slurm, then Kubernetes. */
const TASK_VARIABLES = ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"] as const;

function shardOfTask(environment: Readonly<Record<string, string | undefined>>): number {
  for (const variable of TASK_VARIABLES) {
    const text = environment[variable];
    if (text === undefined) continue;
    if (!/^\d{1,6}$/.test(text))
      throw new InputError(`invalid ${variable}; not a whole number: ${quoted(text)}`);
    return Number(text);
  }
  throw new InputError(`missing shard; neither --shard nor ${TASK_VARIABLES.join(" nor ")}`);
}

/** Reads the study and opens its folder. @throws InputError, InfrastructureError */
async function openPlace(name: string, out: string): Promise<BlockPlace> {
  const study = await readStudyFile(name);
  return told(out, () => openFolder(pathOf(out), study, resultsStamp()));
}

async function withPool<R>(
  place: BlockPlace,
  { workers, json, progress: asked, out }: Omit<StudyOptions, "csv">,
  action: (work: Work) => Promise<R>,
): Promise<R> {
  const pool: Pool = createNodePool(workers ?? availableParallelism());
  const style = progressStyle(asked, json === true, process.stderr);
  let progress: Progress | undefined;
  const onStanding = (standing: Standing, { place: now, reached }: Progressed): void => {
    progress?.end();
    // Of a study that looks again, what is there is told once.
    if (progress === undefined) {
      tellStanding(now, standing);
      tellEvents(now, eventsExpected(now.layout.study, runsOf(now, standing.missing)));
    }
    if (reached !== undefined) tell(reachedText(now.layout, reached));
    progress = createProgress(style, runsOf(now, standing.missing), process.stderr);
  };
  try {
    return await told(out, () =>
      action({ place, pool, onStanding, onProgress: (share, done) => progress?.update(share, done) }),
    );
  } finally {
    progress?.end();
    pool.close();
  }
}

function tell(text: string): void {
  process.stderr.write(`${lineOf(text)}\n`);
}

function tellStanding({ layout }: BlockPlace, { done, missing, damaged }: Standing): void {
  for (const { name } of damaged) tell(`damaged block, made again: ${name}`);
  if (done.size > 0)
    tell(`${done.size} of ${done.size + missing.length} blocks are there: ${layout.study.name}`);
}

/** What will be written of everybody, before it is. */
function tellEvents({ layout }: BlockPlace, expected: EventsExpected | undefined): void {
  if (expected === undefined || expected.events === 0) return;
  const events = formatOf(layout.study.document).value(expected.events, "count");
  const megabytes = Math.ceil(expected.bytes / 1e6).toLocaleString("en");
  tell(
    `about ${events} events of everybody; ${megabytes} MB in blocks, and as much again when they are merged`,
  );
}

function manifestText(manifest: Manifest, folder: string): string {
  const { name, points, replicates, plans, rows, failedRows, table, events, study } = manifest;
  const lines = [
    name,
    `${points} points × ${replicates} replicates × ${plans.length} plans = ${rows} rows, ${failedRows} failed`,
    ...[table, events].flatMap((file) =>
      file === undefined ? [] : [`${folder}/${file.file} · ${file.bytes} bytes · sha256 ${file.sha256}`],
    ),
    `study ${study.slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ];
  return `${lines.join("\n")}\n`;
}
