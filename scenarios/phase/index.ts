/** The phase of victory over the plausible space. */
export { contestOf, victoryPhase } from "./phase.ts";
export type { Contest, Decisive, Phase, PhaseOptions, PhasePoint, PhaseRival } from "./phase.ts";
export { phaseSentence } from "./sentence.ts";
