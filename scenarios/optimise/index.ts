/** The search for the best plan under a budget. */
export { bestPlan } from "./best-plan.ts";
export type { BestPlan } from "./best-plan.ts";
export { bestPlanSentences } from "./sentences.ts";
