/** The public interface of the engine: the model of a company taking up social ways of working. */
export { ENGINE_VERSION } from "./version.ts";
export { PARAMETERS, parametersWith } from "./parameters.ts";
export type { Grade, Parameter, ParameterName, Parameters } from "./parameters.ts";
export { MEASURES, MEASURE_INDEX } from "./measures.ts";
export type { Measure, MeasureName, MeasureUnit } from "./measures.ts";
export { STOPPABLE_KINDS, canonicalOrder, canonicalText } from "./interventions.ts";
export type {
  Action,
  ActionKind,
  Intervention,
  Medium,
  Scope,
  Shock,
  StoppableKind,
} from "./interventions.ts";
export type { Company, Roster, RunSpec, TieSpec } from "./spec.ts";
export { series } from "./trace.ts";
export type { GroupBy, GroupTrace, Trace } from "./trace.ts";
export { GROUP_MEASURES } from "./trace.ts";
export { accountsOf, run, runTwin, traceOf, twinSpec } from "./run.ts";
export type { RunOptions, Twin } from "./run.ts";
export { createWorld } from "./creation.ts";
export type { WorldOptions } from "./creation.ts";
export { groundBytes, groundOf, restore, snapshot, worldBytes } from "./world.ts";
export type { Ground, World } from "./world.ts";
export { countPast, pastBytes, resumeWorld, savePast } from "./past.ts";
export { SCHEDULE, step } from "./step.ts";
export type { ProcessObserver } from "./step.ts";
export { FILM_STATE, FILMED } from "./film.ts";
export type { Film, Seats } from "./film.ts";
export { CAUSE, EVENT, eventAt, NO_EVENT, NOBODY } from "./chronicle.ts";
export type { Chronicle, Event } from "./chronicle.ts";
export type { Chronicler } from "./chronicler.ts";
export { createWitness } from "./witness.ts";
export type { Seeing, Sight, Witness } from "./witness.ts";
export { digest, digestByColumn } from "./digest.ts";
export { buildOrganisation } from "./organisation.ts";
export { runKey, STREAM, uniform, weekKey } from "./random.ts";
