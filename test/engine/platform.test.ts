/** The platform: registering, visiting, posting, campaigns and incentives. */
import { describe, expect, it } from "vitest";
import type { Intervention, Parameters, World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { escapeProb, meetsThreshold, passWeek } from "../../engine/contagion.ts";
import { hangoverOdds, incentiveOdds, multiplyOdds } from "../../engine/processes/incentives.ts";
import { buildTables } from "../../engine/tables.ts";
import { parametersWith } from "../../engine/index.ts";
import { countWhere, measureAt, measureSeries, QUIET, stepWeeks, worldOf } from "../laws/worlds.ts";

const LIVE: readonly Intervention[] = [{ week: 0, kind: "platform" }];

/** Users after some weeks of a live platform, everything else quiet. */
function usersAfter(
  weeks: number,
  parameters: Partial<Parameters>,
  prepare?: (world: World) => void,
): number {
  const company = { employeeCount: 2000, roleCount: 1, ties: { kind: "ring", degree: 4 } } as const;
  const world = worldOf({ company, parameters: { ...QUIET, ...parameters }, plan: LIVE });
  prepare?.(world);
  return stepWeeks(world, weeks).state.firm.users[0];
}

function expectShare(count: number, share: number, of = 2000): void {
  expect(Math.abs(count / of - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / of) + 1e-9);
}

describe("registering", () => {
  it("happens with 1 − (1 − p)ⁿ within n weeks, p the external chance × (.5 + support)", () => {
    expectShare(usersAfter(1, { externalProb: 0.1 }), 0.1);
    expectShare(usersAfter(6, { externalProb: 0.1 }), 1 - Math.pow(0.9, 6));
    expectShare(
      usersAfter(1, { externalProb: 0.4 }, ({ state }) => state.unit.support.fill(1)),
      0.6,
    );
    expectShare(
      usersAfter(1, { externalProb: 0.4 }, ({ state }) => state.unit.support.fill(0)),
      0.2,
    );
  });

  it("is drawn to by visiting ties: 1 − (1 − p)(1 − q·share)", () => {
    const parameters = { externalProb: 0.1, imitationProb: 0.6 };
    const half = (world: World): void => {
      world.state.employee.visitingTies.fill(2); // of 4
    };
    expectShare(usersAfter(1, parameters, half), 1 - 0.9 * 0.7);
    expectShare(usersAfter(1, { ...parameters, isLinearContagion: 1 }, half), 0.4);
    expectShare(usersAfter(1, { tieProb: 0.2 }, half), 1 - 0.64);
  });

  it("takes one invitation from each tie that registered last week", () => {
    const invited = (world: World): void => {
      world.state.employee.newUserTies.fill(3);
    };
    expectShare(usersAfter(1, { inviteProb: 0.2 }, invited), 1 - Math.pow(0.8, 3));
  });

  it("is out of the question for the resistant until half of their ties visit, and without ties", () => {
    const sees = (count: number) => (world: World) => {
      world.state.employee.visitingTies.fill(count);
    };
    const parameters = { externalProb: 1, resistantShare: 1 };
    expect(usersAfter(1, parameters, sees(1))).toBe(0);
    expect(usersAfter(1, parameters, sees(2))).toBe(2000);
    const alone = { kind: "imported", source: new Uint32Array(0), target: new Uint32Array(0) } as const;
    const world = worldOf({ company: { ties: alone }, parameters: { ...QUIET, ...parameters }, plan: LIVE });
    expect(stepWeeks(world, 3).state.firm.users[0]).toBe(0);
  });

  it("needs a live platform, here", () => {
    const parameters = { ...QUIET, externalProb: 1, platformReviewWeeks: 3 };
    const plan = [{ week: 1, kind: "platform", scope: { roles: [0] } }] as const;
    const world = worldOf({ parameters, plan });
    expect(stepWeeks(world, 4).state.firm.users[0]).toBe(0);
    stepWeeks(world, 1);
    const { role } = world.organisation;
    world.state.employee.weekRegistered.forEach((week, a) => expect(week).toBe(role[a] === 0 ? 4 : NEVER));
  });

  it("gives a first utility of .25, .15 more to community members, and .3 of use-case knowledge", () => {
    const plan = [
      ...LIVE,
      { week: 0, kind: "communities", structuredWeeks: 4, scope: { roles: [0] } },
    ] as const;
    const world = worldOf({ parameters: { ...QUIET, externalProb: 1, utilityDrift: 0 }, plan });
    world.state.firm.nonLocalSolves[0] = 10; // scale: 1,500 solves a 10,000 people, 18 here
    stepWeeks(world, 1);
    const known = 1 - Math.exp(-10 / 18);
    expect(world.state.firm.useCaseKnowledge[0]).toBeCloseTo(known, 12);
    const { isMember, platformUtility } = world.state.employee;
    expect(countWhere(isMember, (flag) => flag === 1)).toBeGreaterThan(10);
    platformUtility.forEach((utility, a) =>
      expect(utility).toBeCloseTo(0.25 + 0.15 * isMember[a] + 0.3 * known, 6),
    );
  });

  it("is sped up by membership of a live community", () => {
    const plan = [...LIVE, { week: 0, kind: "communities", structuredWeeks: 4 }] as const;
    const company = { employeeCount: 1000, ties: { kind: "ring", degree: 2 } } as const;
    const world = stepWeeks(worldOf({ company, parameters: { ...QUIET, memberLaunchProb: 0.25 }, plan }), 1);
    expect(world.state.firm.headcount[0]).toBe(1000);
    expectShare(world.state.firm.users[0], 0.25, 1000);
  });
});

/** Share of 2,000 users who visit in the week after registering. */
function visitors(
  parameters: Partial<Parameters>,
  prepare?: (world: World) => void,
  more: readonly Intervention[] = [],
): number {
  const company = { employeeCount: 2000, roleCount: 1, ties: { kind: "ring", degree: 4 } } as const;
  const plan = [...LIVE, ...more];
  const world = worldOf({
    company,
    parameters: { ...QUIET, externalProb: 1, contentReward: 0, utilityDrift: 0, ...parameters },
    plan,
  });
  expect(stepWeeks(world, 1).state.firm.visitors[0]).toBe(2000); // a sure visit in the first week
  world.state.employee.visitingTies.fill(0);
  prepare?.(world);
  return stepWeeks(world, 1).state.firm.visitors[0];
}

describe("visiting", () => {
  it("comes of novelty, habit, utility under support, visiting ties and campaigns, each on its own", () => {
    expect(visitors({})).toBe(0);
    expectShare(visitors({ noveltyStart: 0.75 }), 0.6);
    expectShare(
      visitors({}, ({ state }) => state.employee.habit.fill(0.3)),
      0.3,
    );
    const useful = ({ state }: World): void => {
      state.employee.platformUtility.fill(0.8);
      state.unit.support.fill(0.75);
    };
    expectShare(visitors({ utilityVisitGain: 0.35 }, useful), 0.35 * 0.64 * 1.2);
    expectShare(
      visitors({ socialVisitGain: 0.4 }, ({ state }) => state.employee.visitingTies.fill(1)),
      0.1,
    );
    const campaign = [{ week: 0, kind: "campaign", weeks: 12, intensity: 2 }] as const;
    expectShare(visitors({ campaignVisitGain: 0.8 }, undefined, campaign), 0.8 * 2 * (2 / 8));
  });

  it("makes each of them add: staying away is a product", () => {
    const both = ({ state }: World): void => {
      state.employee.habit.fill(0.3);
      state.employee.visitingTies.fill(2);
    };
    expectShare(visitors({ socialVisitGain: 0.4, noveltyStart: 0.5 }, both), 1 - 0.7 * 0.8 * 0.6);
  });
});

describe("posting", () => {
  it("is done by the willing: .16·(.2 + 3g) a visit, in bursts of at most 15", () => {
    const parameters = {
      ...QUIET,
      externalProb: 1,
      noveltyStart: 1,
      noveltyKeep: 1,
      postProb: 0.16,
      burstContinueProb: 0.6,
    };
    const company = { employeeCount: 3000, roleCount: 1, ties: { kind: "ring", degree: 2 } } as const;
    const world = stepWeeks(worldOf({ company, parameters, plan: LIVE }), 1);
    const { recentPosts, willingness } = world.state.employee;
    const posters = countWhere(recentPosts, (posts) => posts > 0);
    const expected = willingness.reduce((sum, g) => sum + Math.min(1, 0.16 * (0.2 + 3 * g)), 0);
    expect(Math.abs(posters - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(Math.max(...recentPosts)).toBeLessThanOrEqual(15);
    const posts = recentPosts.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(posts / posters - 2.5)).toBeLessThan(4 * Math.sqrt(3.75 / posters));
    expect(measureAt(world, "posts", 1)).toBe(posts);
    expect(measureAt(world, "posterShare", 1)).toBeCloseTo(posters / 3000, 12);
  });

  it("forgets posts after four weeks", () => {
    const world = worldOf({ parameters: { ...QUIET, externalProb: 1, postProb: 5 }, plan: LIVE });
    stepWeeks(world, 4);
    expect(measureAt(world, "posterShare", 4)).toBe(1);
    stepWeeks(world, 1);
    expect(measureAt(world, "posterShare", 5)).toBe(0);
  });

  it("goes up to 15 in a burst, each another with .6", () => {
    const { burstBounds } = buildTables(parametersWith(), 1);
    expect(burstBounds.length).toBe(15);
    burstBounds.forEach((bound, k) => expect(bound / 4_294_967_296).toBeCloseTo(Math.pow(0.6, k), 12));
  });
});

/** Weekly campaign levels of the first cell. */
function levels(
  plan: readonly Intervention[],
  weeks: number,
  parameters: Partial<Parameters> = {},
): number[] {
  const world = worldOf({ parameters: { ...QUIET, ...parameters }, plan });
  return Array.from({ length: weeks }, () => stepWeeks(world, 1).scratch.campaign[0]);
}

describe("a campaign", () => {
  it("waits for the platform, builds up over 8 weeks and ends on time, whatever its place in the plan", () => {
    for (const week of [0, 1]) {
      const plan = [
        { week: 0, kind: "platform" },
        { week, kind: "campaign", weeks: 10, intensity: 0.8 },
      ] as const;
      const ramp = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.8, 0.8].map((x) => expect.closeTo(x, 12));
      expect(levels(plan, 15, { platformReviewWeeks: 3 })).toEqual([0, 0, 0, ...ramp, 0, 0]);
    }
  });

  it("takes the maximum with events, which are one week at .5", () => {
    const events = [...LIVE, { week: 0, kind: "events", every: 4 }] as const;
    expect(levels(events, 6)).toEqual([0.5, 0, 0, 0, 0.5, 0]);
    const both = [...events, { week: 0, kind: "campaign", weeks: 20, intensity: 0.8 }] as const;
    expect(levels(both, 6).map((x) => Math.round(x * 10))).toEqual([5, 2, 3, 4, 5, 6]);
  });

  it("shrinks with the funding", () => {
    const world = worldOf({
      parameters: QUIET,
      plan: [...LIVE, { week: 0, kind: "campaign", weeks: 20, intensity: 0.8 }],
    });
    world.state.firm.funding[0] = 0.5;
    expect(stepWeeks(world, 1).scratch.campaign[0]).toBeCloseTo(0.05, 12);
  });

  it("makes people register: .1 a week at full level", () => {
    const plan = [...LIVE, { week: 0, kind: "campaign", weeks: 20, intensity: 2 }] as const;
    const company = { employeeCount: 2000, ties: { kind: "ring", degree: 2 } } as const;
    const world = worldOf({ company, parameters: { ...QUIET, campaignProb: 0.4 }, plan });
    expectShare(stepWeeks(world, 1).state.firm.users[0], 0.4 * 0.25);
  });
});

describe("an incentive", () => {
  it("multiplies odds by 1 + strength, halved every 6 weeks, and leaves less than it found for 26", () => {
    expect(incentiveOdds(1.5, 0, 6)).toBe(2.5);
    expect(incentiveOdds(1.5, 6, 6)).toBeCloseTo(1.75, 12);
    expect(hangoverOdds(1.5, 0, 0.3)).toBeCloseTo(0.55, 12);
    expect(hangoverOdds(1.5, 13, 0.3)).toBeCloseTo(0.775, 12);
    expect(hangoverOdds(1.5, 26, 0.3)).toBe(1);
    expect(multiplyOdds(0.2, 2.5)).toBeCloseTo(0.5 / 1.3, 12);
    expect([multiplyOdds(1, 0), multiplyOdds(1, 2), multiplyOdds(0, 2)]).toEqual([0, 1, 0]);
  });

  it("is felt week by week, and takes autonomy when it ends", () => {
    const plan = [...LIVE, { week: 2, kind: "incentive", weeks: 6, strength: 1.5 }] as const;
    const world = worldOf({ parameters: { ...QUIET, needKeep: 1 }, plan });
    const odds = Array.from({ length: 10 }, () => stepWeeks(world, 1).scratch.contributionOdds[0]);
    expect(odds.slice(0, 3)).toEqual([1, 1, 2.5]);
    expect(odds[7]).toBeCloseTo(1 + 1.5 * Math.pow(0.5, 5 / 6), 12);
    expect(odds[8]).toBeCloseTo(0.55, 12);
    expect(odds[9]).toBeCloseTo(1 - 0.45 * (25 / 26), 12);
    for (const autonomy of world.state.employee.autonomy) expect(autonomy).toBeCloseTo(-0.3, 6);
  });

  it("brings posts while it lasts and costs some after", () => {
    const plan = [...LIVE, { week: 10, kind: "incentive", weeks: 8, strength: 3 }] as const;
    const parameters = { ...QUIET, externalProb: 1, noveltyStart: 1, noveltyKeep: 1, postProb: 0.16 };
    const world = stepWeeks(worldOf({ parameters, plan, company: { employeeCount: 1000 } }), 24);
    const posts = measureSeries(world, "posts");
    const mean = (from: number, to: number): number =>
      posts.slice(from, to).reduce((sum, n) => sum + n, 0) / (to - from);
    expect(mean(11, 15)).toBeGreaterThan(1.5 * mean(3, 11));
    expect(mean(19, 23)).toBeLessThan(0.9 * mean(3, 11));
  });
});

describe("the contagion kernel", () => {
  const rule = { imitation: 0.4, perTie: 0, invite: 0, threshold: 0, isCount: false, isLinear: false };

  it("lets everybody escape what there is nobody to catch from", () => {
    expect(escapeProb(rule, 0, 0, 4, 0, 0.25)).toBe(1);
    expect(escapeProb(rule, 0, 0, 0, 0, 0.25)).toBe(1);
    expect(escapeProb({ ...rule, isLinear: true }, 0.7, 4, 4, 0, 0)).toBe(0);
  });

  it("multiplies escapes: outside, ties, threshold, invitations", () => {
    const all = { ...rule, perTie: 0.1, invite: 0.2, threshold: 0.5 };
    expect(escapeProb(all, 0.3, 2, 4, 3, 0.5)).toBeCloseTo(0.7 * 0.8 * 0.5 * Math.pow(0.8, 3) * 0.81, 12);
    expect(escapeProb(all, 0.3, 2, 4, 3, 0.51)).toBeCloseTo(0.7 * 0.8 * Math.pow(0.8, 3) * 0.81, 12);
  });

  it("knows that m of k ties reach the threshold m/k, and never any more", () => {
    for (let ties = 1; ties <= 40; ties++)
      for (let active = 0; active <= ties; active++) {
        const threshold = Math.fround(active / ties);
        expect(meetsThreshold(active, ties, threshold, false), `${active} of ${ties}`).toBe(true);
        if (active > 0)
          expect(meetsThreshold(active - 1, ties, threshold, false), `${active} of ${ties}`).toBe(false);
      }
    expect(meetsThreshold(0, 0, 0, false)).toBe(false);
    expect(meetsThreshold(3, 9, 3, true)).toBe(true);
    expect(meetsThreshold(2, 9, 3, true)).toBe(false);
  });

  it("lets a spell end when what is left of it falls below its draw, and stand still at no hazard", () => {
    const margins = Float64Array.of(1 / 0.5);
    expect(passWeek(margins, 0, 1)).toBe(false);
    expect(passWeek(margins, 0, 0.51)).toBe(false);
    expect(passWeek(margins, 0, 0.97)).toBe(true);
    expect(passWeek(Float64Array.of(1e9), 0, 0)).toBe(true);
  });
});
