/** A figure's numbers as files of text: CSV that no spreadsheet takes for a formula, JSON with its imprint. */
import { csvHeader, csvRows } from "../../workers/studies/csv.ts";
import type { Figure } from "../figures/figure.ts";
import { imprintOf } from "../figures/imprint.ts";
import { plain } from "../words/rich.ts";

export function csvOf(figure: Figure): string {
  const { heads, rows } = figure.numbers();
  const columns = heads.map((_, i) => rows.map((row) => row[i]));
  return csvHeader(heads.map((name) => ({ name }))) + csvRows(columns);
}

export function jsonOf(figure: Figure): string {
  const { heads, rows } = figure.numbers();
  const { runs, digest, ...rest } = imprintOf(figure);
  const imprint = digest === "" ? rest : { ...rest, runs, digest };
  const { name } = figure;
  const words = { title: figure.title(), sentence: plain(figure.sentence()) };
  return `${JSON.stringify({ figure: name, ...words, imprint, heads, rows }, null, 2)}\n`;
}
