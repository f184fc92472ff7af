/** Event files: what happens to everybody in a block's runs as Parquet, written run by run. */
import { NO_EVENT, NOBODY, type Chronicle, type Trace } from "../../engine/index.ts";
import { CAUSE_NAMES, EVENT_NAMES, runOf, type Layout, type Run } from "../../scenarios/studies/index.ts";
import { pendingFile } from "../files.ts";
import { blockNotes, blockPath, nameOf, pendingName, type BlockFile, type BlockPlace } from "./blocks.ts";
import { bufferOfFile } from "./bytes.ts";
import { column, type Column, type Values } from "./columns.ts";
import { measuredFile } from "./measured.ts";
import { openGroups, tableWriter } from "./parquet.ts";
import { groupOf, groupRows } from "./row-groups.ts";

/** The i-th event of a plan in a run. */
interface Happened {
  readonly run: Run;
  readonly plan: string;
  readonly chronicle: Chronicle;
  readonly i: number;
}

const rising = (each: Column<Happened>): Column<Happened> => ({ ...each, encoding: "DELTA_BINARY_PACKED" });

/** Where it happened, what and why, to whom, through whom, and what it descends from. */
export const EVENT_COLUMNS: readonly Column<Happened>[] = [
  column("point", "INT32", false, ({ run }) => run.point),
  column("replicate", "INT32", false, ({ run }) => run.replicate),
  column("plan", "TEXT", false, ({ plan }) => plan),
  rising(column("event", "INT32", false, ({ i }) => i)),
  rising(column("week", "INT32", false, ({ chronicle, i }) => chronicle.week[i])),
  column("kind", "TEXT", false, ({ chronicle, i }) => EVENT_NAMES[chronicle.kind[i]]),
  column("cause", "TEXT", false, ({ chronicle, i }) => CAUSE_NAMES[chronicle.cause[i]]),
  column("person", "UINT32", false, ({ chronicle, i }) => chronicle.person[i]),
  column("seat", "INT32", false, ({ chronicle, i }) => chronicle.seat[i]),
  column("other", "UINT32", true, ({ chronicle, i }) => given(chronicle.other[i], NOBODY)),
  column("parent", "INT32", true, ({ chronicle, i }) => given(chronicle.parent[i], NO_EVENT)),
  column("active", "INT32", false, ({ chronicle, i }) => chronicle.active[i]),
  column("ties", "INT32", false, ({ chronicle, i }) => chronicle.ties[i]),
];

const GROUP = groupRows(EVENT_COLUMNS.length);

function given(value: number, none: number): number | null {
  return value === none ? null : value;
}

/** A run's events by column, plan by plan, a piece at a time; none of a run that failed. */
export function* eventValues(layout: Layout, run: number, traces: readonly Trace[]): Generator<Values> {
  for (const [p, { sight }] of traces.entries()) {
    const chronicle = sight?.chronicle;
    if (chronicle === undefined) throw new Error(`run without events: ${run}`);
    const place = { run: runOf(layout, run), plan: layout.planIds[p], chronicle };
    for (let from = 0; from < chronicle.count; from += GROUP) {
      const length = Math.min(GROUP, chronicle.count - from);
      const rows = Array.from({ length }, (_, i): Happened => ({ ...place, i: from + i }));
      yield EVENT_COLUMNS.map(({ cellOf }) => rows.map(cellOf));
    }
  }
}

export interface EventWriter {
  readonly add: (run: number, traces: readonly Trace[]) => void;
  /** Puts the file in place, whole. */
  readonly commit: () => void;
  /** Removes what was written; harmless after a commit. */
  readonly drop: () => void;
}

/** Begins a block's event file. @throws what the file system throws */
export function eventWriter(place: BlockPlace, block: number): EventWriter {
  const { file, write, end } = measuredFile(
    pendingFile(blockPath(place, pendingName(block, "events")), place.files),
  );
  const table = tableWriter(EVENT_COLUMNS, blockNotes(place, block), write);
  const group = groupOf(EVENT_COLUMNS.length, table.addRows);
  return {
    add: (run, traces) => {
      for (const values of eventValues(place.layout, run, traces)) group.add(values);
    },
    commit: () => {
      group.end();
      table.end();
      file.commit(blockPath(place, nameOf(place, block, end().sha256, "events")));
    },
    drop: file.drop,
  };
}

/** A block's events, a row group at a time. @throws Error at a file of other runs, and what the file system throws */
export async function* readEvents(place: BlockPlace, { block, name }: BlockFile): AsyncGenerator<Values> {
  const file = bufferOfFile(blockPath(place, name), place.files);
  const names = EVENT_COLUMNS.map((each) => each.name);
  const { notes, groups } = await openGroups(file, names, GROUP);
  if (Object.entries(blockNotes(place, block)).some(([key, value]) => notes[key] !== value))
    throw new Error(`foreign events; not those of block ${block}: ${name}`);
  yield* groups();
}
