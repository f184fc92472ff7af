/** Exploring a study's table: strips to filter by, a map of who wins, an outcome along a factor, how figures settle. */
export { outputIn, tableIn, type Columns } from "./columns.ts";
export { settlingOf } from "./convergence.ts";
export { listColumns } from "./list.ts";
export { meanPoints, pairPoints, type PairPoints } from "./pairs.ts";
export { phaseMapOf, smoothShares, type PhaseMap } from "./phase-map.ts";
export { orderOf, runningOf } from "./running.ts";
export {
  coarser,
  histogramOf,
  markChosen,
  readableStrips,
  stripOf,
  type Range,
  type Strip,
} from "./strips.ts";
export { tableOf, type StudyTable } from "./table.ts";
