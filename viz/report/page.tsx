/** A study's report as one page that stands by itself: no script, nothing fetched, a policy that would refuse both. */
import { createHash } from "node:crypto";
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";
import { WIDTH, type ReportFigure } from "./figures.tsx";
import { STYLE } from "./style.ts";

/** Rows of one table, the first its head. */
interface ReportTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** Sentences under a heading. */
interface Paragraphs {
  readonly heading: string;
  readonly sentences: readonly string[];
}

export interface Report {
  readonly title: string;
  readonly summary: readonly string[];
  readonly decision: readonly Paragraphs[];
  readonly figures: readonly ReportFigure[];
  readonly tables: readonly ReportTable[];
  /** What the verb analyse prints. */
  readonly findings: string;
  readonly method: readonly Paragraphs[];
  readonly factors: ReportTable;
  readonly digests: ReportTable;
  /** Commands that make it again. */
  readonly commands: readonly string[];
  /** The study itself, as JSON. */
  readonly study: string;
}

/** @param fonts a style sheet with the fonts in it */
export function reportHtml(report: Report, fonts: string): string {
  const style = `${fonts}\n${STYLE}`;
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{report.title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <Body report={report} />
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

function Body({ report }: { readonly report: Report }): JSX.Element {
  return (
    <main>
      <h1>{report.title}</h1>
      {report.summary.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <section>
        <h2>Which plan to choose</h2>
        {report.decision.map(paragraphsOf)}
      </section>
      {report.figures.map(figureOf)}
      <section>
        <h2>The numbers behind it</h2>
        {report.tables.map(tableOf)}
      </section>
      <section>
        <h2>Every output, plan by plan</h2>
        <pre tabIndex={0}>{report.findings}</pre>
      </section>
      <section>
        <h2>How it was made</h2>
        {report.method.map(paragraphsOf)}
        {tableOf(report.factors)}
      </section>
      <section>
        <h2>How to make it again</h2>
        <pre tabIndex={0}>{report.commands.join("\n")}</pre>
        {tableOf(report.digests)}
        <details>
          <summary>The study, for study.json</summary>
          <pre tabIndex={0}>{report.study}</pre>
        </details>
      </section>
    </main>
  );
}

function paragraphsOf({ heading, sentences }: Paragraphs): JSX.Element | null {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </>
  );
}

function figureOf({ heading, sentence, label, height, marks }: ReportFigure): JSX.Element {
  return (
    <section>
      <h2>{heading}</h2>
      <p>{sentence}</p>
      <div class="wide" tabIndex={0} role="region" aria-label={heading}>
        <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-label={label}>
          {marks}
        </svg>
      </div>
    </section>
  );
}

function tableOf({ title, rows: [head, ...rows] }: ReportTable): JSX.Element {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr>
              <th scope="row">{first}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
