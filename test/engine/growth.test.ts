/** Growth: what meetings, answers and solutions do to skill, utilities, needs and engagement. */
import { describe, expect, it } from "vitest";
import type { Parameters, World } from "../../engine/index.ts";
import { ASKED, CHANNEL } from "../../engine/events.ts";
import { engagement } from "../../engine/processes/engagement.ts";
import { learning } from "../../engine/processes/learning.ts";
import { touch } from "../../engine/scratch.ts";
import { countWhere, measureSeries, QUIET, stepWeeks, worldOf } from "../laws/worlds.ts";

/** Everybody of one role attends every week. */
function meeting(employeeCount: number, parameters: Partial<Parameters> = {}, salesLikeRole = -1): World {
  return worldOf({
    company: { employeeCount, roleCount: 1, salesLikeRole, ties: { kind: "ring", degree: 2 } },
    parameters: { ...QUIET, ...parameters },
    plan: [{ week: 0, kind: "communities", structuredWeeks: 52 }],
  });
}

describe("a meeting", () => {
  it("teaches whoever meets somebody better .02 of the gap, in a sales-like role .2", () => {
    for (const [salesLikeRole, share] of [
      [-1, 0.02],
      [0, 0.2],
    ]) {
      const world = meeting(4, {}, salesLikeRole);
      const { skill, skillBase } = world.state.employee;
      skill.set([0.3, 0.7, 0.7, 0.7]);
      skillBase.set(skill);
      stepWeeks(world, 1);
      expect(skill[0]).toBeCloseTo(0.3 + share * 0.4 * (1 - 0.003), 6);
      expect([...skill.subarray(1)]).toEqual([0.7, 0.7, 0.7].map(Math.fround));
    }
  });

  it("in a sales-like role teaches .02 once the structure is over", () => {
    const world = worldOf({
      company: { employeeCount: 4, roleCount: 1, salesLikeRole: 0, ties: { kind: "ring", degree: 2 } },
      parameters: { ...QUIET, attendanceFrequency: 1, attendanceScale: 100 },
      plan: [{ week: 0, kind: "communities", structuredWeeks: 1 }],
    });
    const { skill, skillBase } = world.state.employee;
    stepWeeks(world, 1);
    skill.set([0.3, 0.7, 0.7, 0.7]);
    skillBase.set(skill);
    stepWeeks(world, 1);
    expect(skill[0]).toBeCloseTo(0.3 + 0.02 * 0.4 * (1 - 0.003), 6);
  });

  it("feeds mastery and community, under a supportive sponsor autonomy, and so engagement", () => {
    const world = meeting(20);
    world.state.unit.support.fill(0.75);
    const { autonomy, mastery, relatedness, engagement: e, engagementBase } = world.state.employee;
    const { purpose } = world.state.unit;
    const need = { autonomy: 0, mastery: 0, relatedness: 0 };
    const engaged = Float64Array.from(engagementBase);
    for (let week = 0; week < 12; week++) {
      stepWeeks(world, 1);
      need.autonomy = (need.autonomy + 0.03 * 0.5 * (1 - need.autonomy)) * 0.985;
      need.mastery = (need.mastery + 0.03 * (1 - need.mastery)) * 0.985;
      need.relatedness = (need.relatedness + 0.06 * (1 - need.relatedness)) * 0.985;
      expect(purpose[0]).toBe(0);
      const raise = 0.25 * (0.28 * need.autonomy + 0.37 * need.mastery + 0.125 * need.relatedness);
      for (let a = 0; a < 20; a++) {
        engaged[a] = Math.min(
          0.98,
          Math.max(0.02, engaged[a] + 0.02 * (engagementBase[a] + raise - engaged[a])),
        );
        expect(autonomy[a]).toBeCloseTo(need.autonomy, 5);
        expect(mastery[a]).toBeCloseTo(need.mastery, 5);
        expect(relatedness[a]).toBeCloseTo(need.relatedness, 5);
        expect(e[a]).toBeCloseTo(engaged[a], 5);
      }
    }
    const means = measureSeries(world, "engagement");
    expect(means[12]).toBeGreaterThan(means[0]);
  });

  it("under a half-hearted sponsor leaves autonomy alone", () => {
    const world = stepWeeks(meeting(20), 5);
    expect(countWhere(world.state.employee.autonomy, (value) => value !== 0)).toBe(0);
  });
});

/** A quiet world after a week, with what happened to employees 0 (asker) and 1 (answerer) written in by hand. */
function afterwards(happened: (world: World) => void): World {
  const world = stepWeeks(worldOf({ parameters: QUIET, company: { employeeCount: 20 } }), 1);
  const { employee } = world.state;
  employee.weekRegistered[0] = employee.weekRegistered[1] = 0;
  world.state.firm.users[0] = 2;
  employee.platformUtility.fill(0.4);
  employee.communityUtility.fill(0.4);
  for (const a of [0, 1]) touch(world.scratch, a);
  happened(world);
  learning.run(world, 1);
  return world;
}

describe("a solution", () => {
  it("raises the utility of the medium that gave it by .15 of the room, and skill by .004 of it", () => {
    for (const channel of [CHANNEL.communityBase, CHANNEL.communityPeople]) {
      const { employee } = afterwards(({ scratch }) => (scratch.solvedBy[0] = channel)).state;
      expect(employee.communityUtility[0]).toBeCloseTo(0.4 + 0.15 * 0.6, 6);
      expect(employee.platformUtility[0]).toBeCloseTo(0.4, 6);
      const room = 1 - employee.skillBase[0];
      expect(employee.skill[0]).toBeCloseTo(employee.skillBase[0] + 0.004 * room * (1 - 0.003), 6);
    }
    for (const channel of [CHANNEL.ambient, CHANNEL.platformBase, CHANNEL.platformPeople]) {
      const { employee } = afterwards(({ scratch }) => (scratch.solvedBy[0] = channel)).state;
      expect(employee.platformUtility[0]).toBeCloseTo(0.4 + 0.15 * 0.6, 6);
      expect(employee.communityUtility[0]).toBeCloseTo(0.4, 6);
    }
  });

  it("that failed to come costs the asked medium a tenth of its utility", () => {
    const failed = (bits: number): World => afterwards(({ scratch }) => (scratch.asked[0] = bits));
    const inCommunity = failed(ASKED.community | ASKED.communityFailed).state.employee;
    expect([inCommunity.communityUtility[0], inCommunity.platformUtility[0]]).toEqual(
      [0.36, 0.4].map(Math.fround),
    );
    const onPlatform = failed(ASKED.platform | ASKED.platformFailed).state.employee;
    expect([onPlatform.communityUtility[0], onPlatform.platformUtility[0]]).toEqual(
      [0.4, 0.36].map(Math.fround),
    );
  });

  it("given raises the answerer's utility by .1 of the room, on the platform the habit too, and is a deep act", () => {
    const online = afterwards(({ scratch }) => (scratch.platformAnswers[1] = 2)).state.employee;
    expect(online.platformUtility[1]).toBeCloseTo(1 - 0.6 * 0.81, 6);
    expect(online.habit[1]).toBeCloseTo(1 - 0.81, 6);
    expect([
      online.deepWeeks[1],
      online.answeredWeeks[1],
      online.contributedWeeks[1],
      online.reputation[1],
    ]).toEqual([1, 1, 1, 2]);
    const met = afterwards(({ scratch }) => (scratch.communityAnswers[1] = 1)).state.employee;
    expect(met.communityUtility[1]).toBeCloseTo(0.46, 6);
    expect([met.habit[1], met.deepWeeks[1], met.answeredWeeks[1]]).toEqual([0, 1, 0]);
  });

  it("is a deep act if a person gave it or it is documented; asking, reading and ambience are none", () => {
    const deep = (asked: number, solvedBy: number): number =>
      afterwards(({ scratch }) => {
        scratch.asked[0] = asked;
        scratch.solvedBy[0] = solvedBy;
      }).state.employee.deepWeeks[0];
    expect(deep(ASKED.community, CHANNEL.communityPeople)).toBe(1);
    expect(deep(ASKED.platform, CHANNEL.platformPeople)).toBe(1);
    expect(deep(ASKED.documented, CHANNEL.none)).toBe(1);
    expect(deep(ASKED.community | ASKED.platform, CHANNEL.none)).toBe(0);
    for (const channel of [CHANNEL.ambient, CHANNEL.communityBase, CHANNEL.platformBase])
      expect(deep(0, channel)).toBe(0);
  });

  it("feeds mastery by .05, and got or given on the platform community by .04", () => {
    const fed = (channel: number, answers: number): World["state"]["employee"] => {
      const world = afterwards(({ scratch }) => {
        scratch.solvedBy[0] = channel;
        scratch.platformAnswers[1] = answers;
      });
      engagement.run(world, 1);
      return world.state.employee;
    };
    const online = fed(CHANNEL.platformPeople, 1);
    expect(online.mastery[0]).toBeCloseTo(0.05 * 0.985, 6);
    expect(online.relatedness[0]).toBeCloseTo(0.04 * 0.985, 6);
    expect(online.relatedness[1]).toBeCloseTo(0.04 * 0.985, 6);
    expect(fed(CHANNEL.communityPeople, 0).relatedness[0]).toBe(0);
    expect(fed(CHANNEL.ambient, 0).mastery[0]).toBeCloseTo(0.05 * 0.985, 6);
  });
});

describe("without anything new", () => {
  it("skill returns to its base by .003 a week, needs keep .985, engagement follows by .02", () => {
    const world = worldOf({ parameters: QUIET, company: { employeeCount: 20 } });
    const { employee } = world.state;
    employee.skillBase.fill(0.5);
    employee.engagementBase.fill(0.5);
    employee.skill.fill(0.6);
    employee.engagement.fill(0.6);
    employee.mastery.fill(0.4);
    world.state.unit.purpose.fill(0.2);
    stepWeeks(world, 1);
    expect(employee.skill[0]).toBeCloseTo(0.6 - 0.003 * 0.1, 6);
    expect(employee.mastery[0]).toBeCloseTo(0.4 * 0.985, 6);
    const target = 0.5 + 0.25 * 0.985 * (0.37 * 0.4 + 0.125 * 0.2);
    expect(employee.engagement[0]).toBeCloseTo(0.6 + 0.02 * (target - 0.6), 6);
  });

  it("skill and engagement stay within .02 and .98", () => {
    const world = worldOf({
      parameters: { ...QUIET, skillDecay: 1, engagementDrift: 1 },
      company: { employeeCount: 20 },
    });
    const { employee } = world.state;
    employee.skillBase.fill(2);
    employee.engagementBase.fill(-2);
    stepWeeks(world, 1);
    expect(employee.skill[0]).toBeCloseTo(0.98, 6);
    expect(employee.engagement[0]).toBeCloseTo(0.02, 6);
  });

  it("forced ranking costs .05 of engagement in the end", () => {
    const world = worldOf({
      parameters: { ...QUIET, isForcedRanking: 1 },
      company: { employeeCount: 20 },
      weeks: 400,
    });
    world.state.employee.engagementBase.fill(0.5);
    world.state.employee.engagement.fill(0.5);
    stepWeeks(world, 400);
    expect(world.state.employee.engagement[0]).toBeCloseTo(0.45, 3);
  });

  it("success stories of a unit give all its people purpose", () => {
    const world = worldOf({ parameters: QUIET, company: { employeeCount: 100 } });
    world.state.recent.unitSolves[world.organisation.unitCount] = 50; // in week 1's place, forgotten in week 1
    stepWeeks(world, 1);
    expect(world.state.unit.purpose[0]).toBeCloseTo(0.03 * 0.5 * 0.985, 6);
    stepWeeks(world, 1);
    expect(world.state.unit.purpose[0]).toBeCloseTo(0.03 * 0.5 * 0.985 * 0.985, 6);
  });
});
