/** The public interface of scenarios: questions as documents, and what their answers are made of. */
export { InputError } from "./errors.ts";
export { checkChange, checkDocument, documentJsonSchema, parseDocument, shortened } from "./document.ts";
export type { ChartNote, Goal } from "./annotations.ts";
export { EMPLOYEES_MAX, EMPLOYEES_MIN, SCHEMA_VERSION, WEEKS_MAX } from "./limits.ts";
export type {
  Assumptions,
  Document,
  DocumentCompany,
  DocumentIntervention,
  DocumentScope,
  DocumentShock,
  Plan,
} from "./schema.ts";
export {
  STORY_HIGHLIGHTS,
  STORY_LANGUAGES_MAX,
  STORY_MEASURES,
  STORY_PLANS_MAX,
  STORY_STEPS_MAX,
  storyIn,
} from "./story.ts";
export type { Story, StoryHighlight, StoryMeasure, StoryStep, StoryWords } from "./story.ts";
export { LOGO_BYTES_MAX, LOGO_HEIGHT_MAX, LOGO_WIDTH_MAX, logoSize } from "./logo.ts";
export type { Brand } from "./brand.ts";
export { LIBRARY, libraryDocument } from "./library/index.ts";
export { companyById } from "./library/known.ts";
export { defaultDocument } from "./library/start.ts";
export { storyOf } from "./library/stories.ts";
export type { LibraryCompany, LibraryPlan } from "./library/index.ts";
export { resolveOrganisation } from "./organisation.ts";
export type { Organisation } from "./organisation.ts";
export { parametersOf, planOf, shocksOf, specOf } from "./resolve.ts";
export { pseudonymous } from "./pseudonyms.ts";
export type { Pseudonymous } from "./pseudonyms.ts";
export { readPeople, writePeople } from "./people-text.ts";
export { documentSha256, planSha } from "./hash.ts";
export { seedWords } from "./seeds.ts";
export { importObserved, importRoster, importSeries, importTies } from "./import/index.ts";
export type {
  Chunks,
  ImportedOrganisation,
  ImportedRoster,
  ImportedTies,
  ObservedSeries,
} from "./import/index.ts";
export { DIFFERENCE_MEASURES, addReplicate, createTally, digestOfRuns, resultDigest } from "./tally.ts";
export type { RunColumns, Tally } from "./tally.ts";
export { summarize } from "./summarize.ts";
export type { Bands, Difference, Final, PlanResult, Result, Spread, WeekSpread } from "./summarize.ts";
export { planDifference } from "./difference.ts";
export { EVIDENCE, evidenceOf, gradeCarried, parametersOn } from "./evidence.ts";
export type { Evidence, EvidenceGrade } from "./evidence.ts";
export {
  answer,
  grid,
  hypercubeDesign,
  latinHypercube,
  morrisRadial,
  morrisTrajectories,
  morrisWholeGrid,
  runsOf,
  shapleyDesign,
  valueAt,
} from "./designs/index.ts";
export type {
  Answers,
  Attribution,
  Design,
  DesignRun,
  Evaluate,
  Factor,
  FactorEffects,
  HypercubeOptions,
  MorrisOptions,
  RangeFactor,
  RankCorrelations,
  Screening,
  ValuesFactor,
} from "./designs/index.ts";
export type { Estimate } from "./student.ts";
export { fitKernel, MARKET_MOST, spreadCounts } from "./diffusion/index.ts";
export type {
  Band,
  ContagionForm,
  ContagionTest,
  Fit,
  KernelFit,
  OutsideForm,
  Pairs,
  Predictive,
  Series,
  UnknownName,
  Verdict,
} from "./diffusion/index.ts";
export type { EvaluatePlans, PairedTask, Setting } from "./paired.ts";
export { sizedPlan } from "./sizing.ts";
export { wilson } from "./wilson.ts";
export {
  leagueRuns,
  orderLeague,
  ORDERS,
  planOfOrder,
  SLOT_WEEKS,
  SLOTS,
  slotsWithin,
  SOURCE_ORDER,
} from "./orders/index.ts";
export type { League, LeagueOptions, Letter, Order, OrderRow } from "./orders/index.ts";
export {
  driverInputs,
  driversAt,
  inputDrivers,
  inputRuns,
  isBeside,
  splitAt,
  stageRuns,
  stageSplit,
} from "./drivers/index.ts";
export type {
  Driver,
  DriverInput,
  DriverPair,
  DriverQuestion,
  InputDrivers,
  InputsQuestion,
  MovedInput,
  SplitOf,
  StageKind,
  StageSplit,
} from "./drivers/index.ts";
export { ablate, assumptionsWithout, planWithout, SWITCHES } from "./ablations/index.ts";
export type {
  Ablation,
  Ablations,
  ComparedPlan,
  Effect,
  Lead,
  LeadVerdict,
  Rival,
  Switch,
} from "./ablations/index.ts";
export { PLAUSIBLE_FACTORS } from "./plausible.ts";
export { PLAUSIBLE_SHARES } from "./plausible-shares.ts";
export { rangeOf } from "./drawn.ts";
export { contestOf, phaseSentence, victoryPhase } from "./phase/index.ts";
export type { Contest, Decisive, Phase, PhaseOptions, PhasePoint, PhaseRival } from "./phase/index.ts";
