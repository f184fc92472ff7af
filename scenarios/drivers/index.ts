/** What drives the difference between two plans: assumptions that move it, stages that make it. */
export { driversAt, inputDrivers, inputRuns, isBeside } from "./inputs.ts";
export type { Driver, InputDrivers, InputsQuestion, MovedInput } from "./inputs.ts";
export type { DriverPair, DriverQuestion } from "./pair.ts";
export { driverInputs } from "./ranges.ts";
export type { DriverInput } from "./ranges.ts";
export { splitAt, stageRuns, stageSplit } from "./stages.ts";
export type { SplitOf, StageKind, StageSplit } from "./stages.ts";
