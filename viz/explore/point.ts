/** A point as a question of its own: opened in Compare, or as a command line that runs it elsewhere. */
import { checkDocument, type Document } from "../../scenarios/index.ts";
import { documentAt } from "../../scenarios/studies/index.ts";
import { announce } from "../compare/spoken.tsx";
import { openAnother } from "../store/desk.ts";
import { copying, table } from "./store.ts";

/** The question of a point; undefined where the table has no study. */
function documentOf(point: number): Document | undefined {
  const of = table.peek();
  if (of === null || of.study === null) return undefined;
  const row = of.factors.map(({ values }) => values[point]);
  const names = of.factors.map(({ name }) => name);
  const question = documentAt(of.study, names, row);
  return checkDocument({ ...question, name: `${question.name.slice(0, 100)}, point ${point}` });
}

/** Puts a point's question on the desk as a document of its own, and goes there. */
export function openInCompare(point: number): void {
  const document = documentOf(point);
  if (document === undefined) return;
  openAnother(document);
  location.hash = "#compare";
}

/** A command that simulates the point's runs anywhere; the document is within it. */
export function commandOf(point: number): string {
  const document = documentOf(point);
  const runs = table.peek()?.replicates ?? 1;
  return document === undefined ? "" : heredoc(`run - --runs ${runs}`, document);
}

/** A command that simulates the whole study anywhere. */
export function studyCommand(): string {
  const study = table.peek()?.study ?? null;
  return study === null ? "" : heredoc("study - --out study", study);
}

/** A command that does something with a JSON of its own, which is within it. */
export function heredoc(verb: string, input: unknown): string {
  return `npm run -s groundwork -- ${verb} <<'END'\n${JSON.stringify(input)}\nEND\n`;
}

/** Copies text; where the browser forbids it, the text is shown to be copied by hand. */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    copying.value = null;
    announce(`${what} is copied.`);
  } catch {
    copying.value = text;
  }
}
