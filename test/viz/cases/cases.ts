/** Every chart with made-up data, by name, as the renderer that page, exports and terminal share gets it. */
import type { VNode } from "preact";
import { ANSWERS } from "./answers.tsx";
import { COMPARE } from "./compare.tsx";
import { EXPLORE } from "./explore.tsx";
import { PEOPLE } from "./people.tsx";

export type ChartCases = Readonly<Record<string, () => VNode>>;

export const CHARTS: ChartCases = { ...COMPARE, ...ANSWERS, ...PEOPLE, ...EXPLORE };
