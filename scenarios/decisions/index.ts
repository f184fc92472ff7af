/** Decisions: from columns of outcomes and assumptions to which plan, how surely, when not, and what to find out. */
export { breakEven } from "./break-even.ts";
export type { BreakEven } from "./break-even.ts";
export { decide } from "./decide.ts";
export type { Decision, DecisionOptions, Rivalry } from "./decide.ts";
export { informationValue } from "./information.ts";
export type { InformationValue } from "./information.ts";
export type { FactorColumn, Payoffs } from "./payoffs.ts";
export { discover } from "./prim.ts";
export type { Discovery, Region, Restriction } from "./prim.ts";
export type { Robustness } from "./robustness.ts";
export { DECISION_HEADINGS, decisionSentences, labelOf, regionSentence, turnText } from "./sentences.ts";
export type { DecisionSentences, DecisionWords } from "./sentences.ts";
