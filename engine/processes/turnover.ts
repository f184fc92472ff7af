/** Turnover: employees leave, the less engaged more often, and newcomers take their seats. */
import { hire, SEAT_WRITES, vacate } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { COUNT } from "../events.ts";

/** Engagement at which the yearly rate holds. */
const MID_ENGAGEMENT = 0.5;
const WEEKS_PER_YEAR = 52;

export const turnover: Process = {
  name: "turnover",
  writes: SEAT_WRITES,
  run(world, week) {
    const { personId, isPresent, engagement } = world.state.employee;
    const { turnoverPerYear, turnoverEngagementSlope } = world.spec.parameters;
    const { k0, k1 } = weekKey(world.run, STREAM.turnover, 0, week);
    const base = (turnoverPerYear / WEEKS_PER_YEAR) * TWO32;
    const slope = base * turnoverEngagementSlope;
    let leavers = 0;
    for (let a = 0; a < personId.length; a++) {
      if (draw(personId[a], k0, k1) >= base - slope * (engagement[a] - MID_ENGAGEMENT)) continue;
      if (!isPresent[a]) continue;
      vacate(world, a, week);
      hire(world, a, week);
      leavers++;
    }
    world.scratch.counts[COUNT.leavers] = leavers;
  },
};
