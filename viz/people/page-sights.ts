/** The page's sights, from workers of their own: those of the curves keep the pasts of their runs. */
import { createBrowserPool } from "../../workers/browser.ts";
import type { RunSource } from "../store/results.ts";
import { createSights } from "./sights.ts";

/** Two plans side by side. */
const LANES = 2;
const pools: RunSource[] = [];

/** Workers start when somebody is first looked at. */
export const sights = createSights(() => (pools[0] ??= createBrowserPool(LANES)));
