/** Fits of the registration kernel to real diffusion. */
export { fitKernel } from "./kernel-fit.ts";
export type { KernelFit, Pairs, Verdict } from "./kernel-fit.ts";
export type { ContagionTest, Estimate, Fit } from "./estimate.ts";
export { MARKET_MOST } from "./models.ts";
export type { ContagionForm, OutsideForm, UnknownName } from "./models.ts";
export type { Band, Predictive } from "./predictive.ts";
export type { Series } from "./series.ts";
export { spreadCounts } from "./spread.ts";
