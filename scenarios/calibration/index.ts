/** Calibration: the set of assumptions that history matching doesn't rule out, and those that one's own data speak for. */
export { FREE_PARAMETERS } from "./free.ts";
export { matchHistory, type Match, type Measure } from "./match.ts";
export { calibrateTo } from "./own-data.ts";
export type { Band, OwnCalibration } from "./own-data.ts";
export { calibrateStudy, observedWeeks, ownSetting, pilotsFor } from "./own-study.ts";
export type { OwnWish } from "./own-wish.ts";
export { calibratedDocument, posteriorMembers } from "./calibrated.ts";
export { ownSentences, toldOf, type ToldCalibration } from "./own-sentences.ts";
