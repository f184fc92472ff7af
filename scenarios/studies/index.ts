/** Studies: a question asked at many points, often enough, as a document, a layout and a table of rows. */
export { experimentOf } from "./design.ts";
export type { Analysis, Experiment } from "./design.ts";
export { designFactors } from "./factors.ts";
export { findingOf, findingsOf } from "./findings.ts";
export type { Finding, OutputFindings, PairFinding, PlanFinding } from "./findings.ts";
export { differenceOf } from "./comparison.ts";
export type { Comparison } from "./comparison.ts";
export type { Grid } from "./seed-share.ts";
export { blockSpan, layoutOf, runOf, shardBlocks } from "./layout.ts";
export type { Layout, Run, Span } from "./layout.ts";
export type { Output } from "./outputs.ts";
export { documentAt, failedRows, pointDocument, rowsOf, taskMaker } from "./rows.ts";
export type { Failure, Row } from "./rows.ts";
export { checkStudy, parseStudy, studySha256 } from "./study.ts";
export type { Study } from "./study.ts";
