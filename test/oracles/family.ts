/** What every family of rows is: which rows, through which production functions, how they are checked, how long it takes. */
import type { Row } from "./rows.ts";
import type { Verdict } from "./verdict.ts";

export interface Context {
  /** All rows of the file. */
  readonly rows: readonly Row[];
  /** Folder of networks. */
  readonly data: string;
  /** Series of adoptions, each by its own name, of the file the rows give. */
  readonly seriesOf: (file: string) => Readonly<Record<string, unknown>>;
  /** Fewer runs, in a minute. */
  readonly isQuick: boolean;
}

export interface Family {
  /** Rows whose id is this, or goes on with a dot after it; the longest prefix wins. */
  readonly prefix: string;
  /** The production functions a row goes through. */
  readonly path: string;
  /** Rough seconds a row takes: long rows start first. */
  readonly seconds: number;
  /** Rows a quick check takes of this family, evenly spread; missing = all. */
  readonly quickRows?: number;
  /** Throws UnreadableRow or SkippedRow where it can't tell. */
  readonly check: (row: Row, context: Context) => Verdict;
}

/** The engine's part of every path. */
export const ENGINE_PATH = "createWorld → step → registration → contagion";
