/** A measure as it was seen in the company itself. */
import type { MeasureName } from "../../engine/index.ts";

export interface Observed {
  readonly measure: MeasureName;
  /** Ascending. */
  readonly weeks: readonly number[];
  readonly values: ArrayLike<number>;
  /** What they were read from. */
  readonly source: File;
  /** Where shares were counted as people: of so many. */
  readonly employees?: number;
  /** The document's first day when it was read, from which days are counted. */
  readonly start?: string;
  /** The plan whose past they are, by its id, while the forecast is redrawn from them. */
  readonly follows?: string;
}
