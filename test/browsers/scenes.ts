/** What every engine runs: the golden scenes. */
import { goldenSpecs } from "../golden/scenes.ts";
import type { Scenes } from "./answer.ts";

export const SCENES: Scenes = goldenSpecs();
