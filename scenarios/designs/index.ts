/** Designs of experiments, each with its analysis. */
export { answer, runsOf } from "./design.ts";
export type { Answers, Design, DesignRun, Evaluate } from "./design.ts";
export { grid, valueAt } from "./factors.ts";
export type { Factor, RangeFactor, ValuesFactor } from "./factors.ts";
export { factorialDesign, sobolDesign, tableDesign } from "./given.ts";
export { hypercubeDesign, latinHypercube } from "./hypercube.ts";
export type { HypercubeOptions } from "./hypercube.ts";
export type { RankCorrelations } from "./rank-correlations.ts";
export { morrisRadial, morrisTrajectories, morrisWholeGrid } from "./morris.ts";
export type { MorrisOptions } from "./morris.ts";
export type { FactorEffects, Screening } from "./elementary-effects.ts";
export { saltelliDesign } from "./saltelli.ts";
export type { VarianceShares } from "./variance-shares.ts";
export { sobolPoints } from "./sobol.ts";
export { shapleyDesign } from "./shapley.ts";
export type { Attribution } from "./shapley.ts";
