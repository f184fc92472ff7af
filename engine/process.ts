/** The shape of a process: one submodel of a week, with the columns it may write. */
import type { ColumnName } from "./columns.ts";
import type { World } from "./world.ts";

export interface Process {
  /** The submodel's name in ODD.md and of its file. */
  readonly name: string;
  /** State columns it writes; a law fails on any other. */
  readonly writes: readonly ColumnName[];
  /** One week of the submodel, `week` being the week that runs from boundary `week` to `week + 1`. */
  readonly run: (world: World, week: number) => void;
}
