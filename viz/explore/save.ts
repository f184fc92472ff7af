/** A finished study as a file: the same table the command line writes, to be opened here or by any reader of Parquet. */
import { columnsOf } from "../../workers/studies/columns.ts";
import { csvHeader, csvRows } from "../../workers/studies/csv.ts";
import { tableWriter } from "../../workers/studies/parquet.ts";
import { resultsStamp } from "../terminal/scenes.ts";
import { finishedRows } from "./live.ts";

export function saveTable(kind: "parquet" | "csv"): void {
  const finished = finishedRows();
  if (finished === undefined) return;
  const { layout, rows } = finished;
  const columns = columnsOf(layout);
  const values = columns.map(({ cellOf }) => rows.map(cellOf));
  const parts: BlobPart[] = [];
  if (kind === "csv") parts.push(csvHeader(columns), csvRows(values));
  else {
    const notes = {
      "groundwork.study": layout.sha,
      "groundwork.results": resultsStamp(),
      "groundwork.document": JSON.stringify(layout.study),
    };
    const writer = tableWriter(columns, notes, (bytes) => parts.push(bytes.slice()));
    writer.addRows(values);
    writer.end();
  }
  download(new Blob(parts), `${fileName(layout.study.name)}.${kind}`);
}

/** Letters, digits and dashes: a name every file system takes. */
function fileName(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replaceAll(/[^\w]+/g, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 60) || "study"
  );
}

function download(content: Blob, name: string): void {
  const link = globalThis.document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
