/** Use cases: every non-local solve teaches the firm what social ways of working are good for. */
import { expm1 } from "../math.ts";
import type { Process } from "../process.ts";

/** Headcount at which the scale of use-case knowledge holds. */
const REFERENCE_HEADCOUNT = 10000;

export const useCases: Process = {
  name: "useCases",
  writes: ["firm.useCaseKnowledge"],
  run(world) {
    const { firm } = world.state;
    const scale = (world.spec.parameters.useCaseScale * firm.headcount[0]) / REFERENCE_HEADCOUNT;
    firm.useCaseKnowledge[0] = scale > 0 ? -expm1(-firm.nonLocalSolves[0] / scale) : 0;
  },
};
