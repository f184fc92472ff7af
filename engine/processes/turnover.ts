/** Turnover: employees leave, the less engaged more often, and newcomers take their seats. */
import { intakeOf, leaveProb, nextLeaveWeek, replace, SEAT_WRITES, TRAIT_LOW } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { COUNT } from "../events.ts";

export const turnover: Process = {
  name: "turnover",
  writes: SEAT_WRITES,
  /**
   * Thinning (Lewis & Shedler 1979): weeks in which the least engaged would leave are drawn ahead, and whoever is more
   * engaged leaves in a share of them. The same chances week by week as a draw each, with far fewer draws.
   */
  run(world, week) {
    const { personId, isPresent, engagement, nextLeaveWeek: next } = world.state.employee;
    const { parameters } = world.spec;
    const { k0, k1 } = weekKey(world.run, STREAM.turnover, 0, week);
    const highest = leaveProb(parameters, TRAIT_LOW);
    const intake = intakeOf(world, week);
    let leavers = 0;
    for (let a = next.indexOf(week); a >= 0; a = next.indexOf(week, a + 1)) {
      if (!isPresent[a]) continue;
      if (draw(personId[a], k0, k1) * highest < leaveProb(parameters, engagement[a]) * TWO32) {
        replace(world, a, intake);
        leavers++;
      } else next[a] = nextLeaveWeek(personId[a], intake.stay);
    }
    world.scratch.counts[COUNT.leavers] = leavers;
  },
};
