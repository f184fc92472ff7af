/** Ablations: the claims' mechanisms switched off one by one. */
export { ablate } from "./ablations.ts";
export type { Ablation, Ablations, ComparedPlan, Effect, Lead, LeadVerdict, Rival } from "./ablations.ts";
export { assumptionsWithout, planWithout, SWITCHES } from "./switches.ts";
export type { Switch } from "./switches.ts";
