/** Files of what was seen: read by a worker, kept in this browser beside their document, read anew when it is opened. */
import type { MeasureName } from "../../engine/index.ts";
import { InputError, type Document } from "../../scenarios/index.ts";
import { seriesIn } from "../../workers/studies/browser-calibrator.ts";
import { metricOf } from "../words/metrics.ts";
import { inStore } from "./database.ts";
import type { Observed } from "./observation.ts";
import { isolated } from "../charts/text.ts";

/** What is kept of a series. */
type Kept = Omit<Observed, "weeks" | "values">;

/** Longest file that is read: a thousand weeks come to far less. */
const BYTES_MOST = 1024 * 1024;

/** Values of a measure; `employees` where its shares are counts of people. @throws Error with the line */
export async function readSeries(
  source: File,
  measure: MeasureName,
  { start }: Pick<Document, "start">,
  employees?: number,
): Promise<Observed> {
  if (source.size > BYTES_MOST) throw new InputError(`file too long; more than 1 MiB: ${source.size}`);
  const { label } = metricOf(measure);
  // A measure is itself called value: here the word means the one that is looked at.
  const columns = { "value to date": "value", value: measure, [label]: measure } as const;
  const counted = employees === undefined ? {} : { employees };
  const dated = start === undefined ? {} : { start };
  const options = { name: isolated(source.name), columns, ...dated, ...counted };
  const found = (await seriesIn(source, options)).find((one) => one.measure === measure);
  if (found === undefined)
    throw new InputError(
      `missing column value; none is of ${label.toLowerCase()} (${isolated(source.name)})`,
    );
  return { ...found, source, ...dated, ...counted };
}

/** Keeps what is seen beside a document; nothing where there is none. */
export async function keepSeen(id: string, seen: readonly Observed[]): Promise<void> {
  const kept: Kept[] = seen.map(({ weeks: _weeks, values: _values, ...rest }) => rest);
  if (seen.length === 0) await inStore("observations", "readwrite", (store) => store.delete(id));
  else await inStore("observations", "readwrite", (store) => store.put(kept, id));
}

/** What a document was left with. @throws Error at what can't be read any more */
export async function readKept(id: string, document: Document): Promise<Observed[]> {
  const kept = (await inStore("observations", "readonly", (store) => store.get(id))) as unknown;
  const ours = Array.isArray(kept) ? (kept as Partial<Kept>[]).filter(isWhole) : [];
  return Promise.all(
    ours.map(async ({ measure, source, employees, follows }) => ({
      ...(await readSeries(source, measure, document, employees)),
      ...(follows === undefined ? {} : { follows }),
    })),
  );
}

function isWhole(one: Partial<Kept>): one is Kept {
  return one.source instanceof File && one.measure !== undefined;
}
