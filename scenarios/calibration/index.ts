/** Calibration: the set of assumptions that history matching doesn't rule out, and the most central of them. */
export { FREE_PARAMETERS } from "./free.ts";
export { matchHistory, type Match, type Measure } from "./match.ts";
