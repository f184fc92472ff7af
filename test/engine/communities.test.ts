/** Communities of practice: founded, joined, attended, left, healthy or dormant; and their champions. */
import { describe, expect, it } from "vitest";
import type { Intervention, Parameters, World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { seatsOf } from "../../engine/communities.ts";
import { CHAMPION, championEffect } from "../../engine/processes/facilitation.ts";
import { countWhere, measureAt, QUIET, stepWeeks, worldOf } from "../laws/worlds.ts";

const ASKED_FOR: readonly Intervention[] = [{ week: 0, kind: "communities" }];
/** One role on a ring: one scope of up to 330 people. */
const ONE = { employeeCount: 300, roleCount: 1, ties: { kind: "ring", degree: 4 } } as const;

function community(parameters: Partial<Parameters> = {}, plan = ASKED_FOR, weeks = 60): World {
  return worldOf({ company: ONE, parameters: { ...QUIET, ...parameters }, plan, weeks });
}

describe("a community", () => {
  it("is founded by the 8% most willing who don't resist, at health .5 and utility .25", () => {
    const world = community({ resistantShare: 0.17, healthDrift: 0 });
    const { willingness, isResistant, isMember, communityUtility } = stepWeeks(world, 1).state.employee;
    const ranked = [...willingness.keys()]
      .filter((a) => !isResistant[a])
      .toSorted((a, b) => willingness[b] - willingness[a]);
    const founders = [...isMember.keys()].filter((a) => isMember[a] === 1);
    expect(founders).toEqual(ranked.slice(0, 24).toSorted((a, b) => a - b));
    expect(world.state.community.health[0]).toBe(0.5);
    for (const a of founders) expect(communityUtility[a]).toBe(0.25);
  });

  it("needs four founders at least, and waits for them", () => {
    const company = { employeeCount: 3, roleCount: 1, ties: { kind: "complete" } } as const;
    const merger = [{ week: 3, kind: "merger", share: 1 }] as const;
    const world = worldOf({ company, parameters: QUIET, plan: ASKED_FOR, shocks: merger });
    expect(stepWeeks(world, 10).state.community.isLive[0]).toBe(0);
    const four = worldOf({ company: { ...company, employeeCount: 4 }, parameters: QUIET, plan: ASKED_FOR });
    expect(stepWeeks(four, 1).state.community.members[0]).toBe(4);
  });

  it("asked for with a count comes in the largest scopes without one", () => {
    const plan = [
      { week: 0, kind: "communities", count: 2 },
      { week: 5, kind: "communities", count: 1 },
    ] as const;
    const world = worldOf({ company: { employeeCount: 900, roleCount: 5 }, parameters: QUIET, plan });
    const { scopeSize } = world.organisation;
    const ranked = [...scopeSize.keys()].toSorted((a, b) => scopeSize[b] - scopeSize[a] || a - b);
    const live = (): number[] => [...scopeSize.keys()].filter((c) => world.state.community.isLive[c]);
    stepWeeks(world, 3);
    expect(live()).toEqual(ranked.slice(0, 2).toSorted((a, b) => a - b));
    stepWeeks(world, 3);
    expect(live()).toEqual(ranked.slice(0, 3).toSorted((a, b) => a - b));
  });

  it("is reviewed for four weeks first, and only in scope", () => {
    const plan = [{ week: 1, kind: "communities", scope: { roles: [1] } }] as const;
    const world = worldOf({
      company: { employeeCount: 600, roleCount: 3 },
      parameters: { ...QUIET, communityReviewWeeks: 4 },
      plan,
    });
    expect(countWhere(stepWeeks(world, 5).state.community.isLive, (flag) => flag === 1)).toBe(0);
    stepWeeks(world, 1);
    world.organisation.scopeRole.forEach((role, c) =>
      expect(world.state.community.isLive[c]).toBe(role === 1 ? 1 : 0),
    );
    const asked = countWhere(world.organisation.scopeRole, (role) => role === 1);
    expect(measureAt(world, "communityReviewWeeks", 6)).toBe(4 * asked);
  });

  it("with structured meetings enrols all of its scope once reviewed, and all attend until they end", () => {
    const plan = [{ week: 0, kind: "communities", structuredWeeks: 3 }] as const;
    const world = community(
      { communityReviewWeeks: 2, keenFoundingProb: 1, grassroots: 20, resistantShare: 0.5 },
      plan,
    );
    stepWeeks(world, 2);
    expect(world.state.community.members[0]).toBe(24); // of the grassroots, meanwhile
    const attendees = Array.from({ length: 4 }, (_, i) =>
      measureAt(stepWeeks(world, 1), "attendeeShare", i + 3),
    );
    expect(attendees).toEqual([1, 1, 1, 0]);
  });

  it("asked for and stopped under review never comes, structured or not", () => {
    const plan = [
      { week: 0, kind: "communities", structuredWeeks: 8 },
      { week: 2, kind: "stop", what: "communities" },
    ] as const;
    const world = community({ communityReviewWeeks: 4, keenFoundingProb: 0 }, plan);
    expect(stepWeeks(world, 10).state.community.isLive[0]).toBe(0);
    expect(world.state.community.structuredWeeks[0]).toBe(0);
  });

  it("comes from keen people too, e·g·1e-4 a week each, without review", () => {
    const world = worldOf({
      company: { employeeCount: 300, roleCount: 1 },
      parameters: { ...QUIET, keenFoundingProb: 0.1, grassroots: 20 },
    });
    expect(stepWeeks(world, 1).state.community.isLive[0]).toBe(1);
    expect(world.state.firm.communityReviewWeeks[0]).toBe(0);
    expect(world.state.firm.firstEffectWeek[0]).toBe(NEVER);
    const none = worldOf({ company: ONE, parameters: { ...QUIET, keenFoundingProb: 0.1, grassroots: 0 } });
    expect(stepWeeks(none, 20).state.community.isLive[0]).toBe(0);
  });

  it("is there at the start where informal ones are", () => {
    const world = worldOf({ company: ONE, parameters: { ...QUIET, startCommunityShare: 1 } });
    expect(measureAt(world, "communities", 0)).toBe(1);
    expect(measureAt(world, "memberShare", 0)).toBe(0.08);
  });
});

/** Members who joined an offline community of 24 in its second week. */
function joiners(
  parameters: Partial<Parameters>,
  prepare?: (world: World) => void,
  plan = ASKED_FOR,
): number {
  const world = community(parameters, plan);
  stepWeeks(world, 1);
  world.state.employee.willingness.fill(0.7);
  prepare?.(world);
  return stepWeeks(world, 1).state.community.members[0] - 24;
}

describe("joining", () => {
  const expectShare = (count: number, share: number): void =>
    expect(Math.abs(count / 276 - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 276) + 1e-9);
  const room = 1 - 24 / 300;

  it("comes of invitations: facilitation × health × (.3 + g)(.5 + support), and less room offline", () => {
    const health = 0.5 + 0.08 * (0.15 + 0.45 * 0.45 - 0.5);
    expectShare(joiners({ joinInviteProb: 1 }), 0.45 * health * room);
    expectShare(
      joiners({ joinInviteProb: 1 }, ({ state }) => state.unit.support.fill(1)),
      0.45 * health * 1.5 * room,
    );
    expectShare(
      joiners({ joinInviteProb: 1 }, ({ state }) => state.unit.support.fill(0)),
      0.45 * health * 0.5 * room,
    );
    expectShare(joiners({ joinInviteProb: 1, communityCapacity: 48 }), 0.45 * health * 0.5);
    expect(joiners({ joinInviteProb: 1, communityCapacity: 24 })).toBe(0);
  });

  it("comes of example once one's threshold of role-peers attends, not before", () => {
    const peers = (attending: number) => (world: World) => {
      world.state.employee.threshold.fill(0.5);
      world.state.employee.attendingRoleTies.fill(attending); // of 4
    };
    expectShare(joiners({ joinThresholdProb: 0.5 }, peers(2)), 0.5 * room);
    expect(joiners({ joinThresholdProb: 0.5 }, peers(1))).toBe(0);
    const unseen = (world: World): void => {
      world.state.employee.threshold.fill(0);
    };
    expect(joiners({ joinThresholdProb: 0.5 }, unseen)).toBe(0);
  });

  it("is half as likely again for people active on a platform, which also makes room", () => {
    const plan = [...ASKED_FOR, { week: 0, kind: "platform" }] as const;
    const peers = (world: World): void => {
      world.state.employee.threshold.fill(0.5);
      world.state.employee.attendingRoleTies.fill(4);
    };
    const active = { externalProb: 1, noveltyStart: 1, noveltyKeep: 1 };
    expectShare(joiners({ joinThresholdProb: 0.4 }, peers, plan), 0.4);
    expectShare(joiners({ joinThresholdProb: 0.4, ...active }, peers, plan), 0.6);
  });
});

/** Share of 300 members who attend a meeting in week 1. */
function attendance(parameters: Partial<Parameters>, prepare?: (world: World) => void): number {
  const plan = [{ week: 0, kind: "communities", structuredWeeks: 1 }] as const;
  const world = community({ attendanceFrequency: 0.5, healthDrift: 0, ...parameters }, plan);
  stepWeeks(world, 1);
  world.state.employee.willingness.fill(0.4);
  world.state.employee.communityUtility.fill(0.5);
  prepare?.(world);
  return measureAt(stepWeeks(world, 1), "attendeeShare", 2);
}

describe("attending", () => {
  const expectShare = (share: number, expected: number): void =>
    expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / 300) + 1e-9);
  const room = 1.3 * 0.5;

  it("takes willingness, use, support and health, every other week", () => {
    expectShare(attendance({}), 0.5 * (0.04 + 0.36) * 0.7 * room);
    expectShare(attendance({ attendanceFrequency: 1 }), (0.04 + 0.36) * 0.7 * room);
    expectShare(
      attendance({}, ({ state }) => state.community.health.fill(1)),
      0.5 * 0.4 * 0.7 * 1.3,
    );
    expectShare(
      attendance({}, ({ state }) => state.unit.support.fill(1)),
      0.5 * 0.4 * 0.7 * 1.4 * room,
    );
    expectShare(
      attendance({}, ({ state }) => state.employee.communityUtility.fill(1)),
      0.5 * 0.4 * 1.2 * room,
    );
    expectShare(
      attendance({}, ({ state }) => state.employee.willingness.fill(1)),
      0.5 * 0.94 * 0.7 * room,
    );
  });

  it("is .25 more for coaches, no more for other champions", () => {
    const champions = (kind: number) => (world: World) => {
      world.state.employee.champion.fill(kind);
    };
    expectShare(attendance({}, champions(CHAMPION.coach)), 0.5 * 0.65 * 0.7 * room);
    expectShare(attendance({}, champions(CHAMPION.curator)), 0.5 * 0.4 * 0.7 * room);
  });

  it("is seen by same-role ties for four weeks", () => {
    const plan = [{ week: 0, kind: "communities", structuredWeeks: 1 }] as const;
    const world = community({}, plan);
    const seen = Array.from({ length: 6 }, () => stepWeeks(world, 1).state.employee.attendingRoleTies[0]);
    expect(seen).toEqual([4, 4, 4, 4, 0, 0]);
  });
});

describe("leaving", () => {
  it("is for those to whom it is useless and who have not attended for 13 weeks", () => {
    const plan = [{ week: 0, kind: "communities", structuredWeeks: 1 }] as const;
    const world = community({ leaveProb: 1 }, plan);
    stepWeeks(world, 1);
    world.state.employee.communityUtility.fill(0.07, 0, 100);
    world.state.employee.communityUtility.fill(0.09, 100, 200);
    world.state.community.weekFounded[0] = 40; // too young to be dormant
    stepWeeks(world, 13);
    expect(world.state.community.members[0]).toBe(300);
    stepWeeks(world, 1);
    expect(countWhere(world.state.employee.isMember.subarray(0, 100), (flag) => flag === 1)).toBe(0);
    expect(world.state.community.members[0]).toBe(200);
  });

  it("happens by .02 a week", () => {
    const world = community({ leaveProb: 0.02 }, [{ week: 0, kind: "communities", structuredWeeks: 1 }]);
    stepWeeks(world, 1);
    world.state.employee.communityUtility.fill(0);
    world.state.employee.attendedWeeks.fill(0);
    world.state.community.weekFounded[0] = 50;
    stepWeeks(world, 20);
    const expected = 300 * Math.pow(0.98, 20);
    expect(Math.abs(world.state.community.members[0] - expected)).toBeLessThan(
      4 * Math.sqrt(expected * 0.33),
    );
  });
});

describe("health", () => {
  it("moves by .08 towards .15 + .45·facilitation + .45·attendance, full at six", () => {
    const world = community({ attendanceFrequency: 0.1 });
    let expected = 0.5;
    for (let week = 0; week < 30; week++) {
      stepWeeks(world, 1);
      const attendees = countWhere(world.state.employee.attendedWeeks, (bits) => (bits & 1) === 1);
      const target = Math.min(
        1,
        0.15 + 0.45 * world.state.firm.facilitation[0] + 0.45 * Math.min(1, attendees / 6),
      );
      if (world.state.community.isLive[0]) expected += 0.08 * (target - expected);
      expect(world.state.community.health[0]).toBeCloseTo(expected, 12);
    }
  });

  it("ends in dormancy when fewer than three attend in a quarter; knowledge stays, members go", () => {
    const world = community({}, [...ASKED_FOR, { week: 30, kind: "communities" }]);
    stepWeeks(world, 13);
    expect(world.state.community.isLive[0]).toBe(1);
    world.state.knowledge.expires[5] = 100;
    stepWeeks(world, 1);
    expect([world.state.community.isLive[0], world.state.community.members[0]]).toEqual([0, 0]);
    expect(measureAt(world, "dormantCommunities", 14)).toBe(1);
    expect(world.state.knowledge.expires[5]).toBe(100);
    expect(stepWeeks(world, 17).state.community.isLive[0]).toBe(1); // refounded
  });

  it("lives on with three", () => {
    const world = community();
    stepWeeks(world, 1);
    const founders = seatsOf(world, 0).filter((a) => world.state.employee.isMember[a] === 1);
    for (let week = 0; week < 20; week++) {
      for (const a of founders.slice(0, 3)) world.state.employee.attendedWeeks[a] |= 1;
      stepWeeks(world, 1);
    }
    expect(world.state.community.isLive[0]).toBe(1);
  });
});

describe("facilitation", () => {
  it("is .45 + .55·supply/communities: 10 an expert, .12 a coach who is clear and supported", () => {
    const plan = [
      ...ASKED_FOR,
      { week: 0, kind: "center", experts: 1 },
      { week: 0, kind: "tribe", ratio: 0, roleClarity: 0.5 },
    ] as const;
    const company = { employeeCount: 3000, roleCount: 40 };
    const world = worldOf({
      company,
      parameters: { ...QUIET, championLeaveProb: 0, championLeaveSlope: 0 },
      plan,
    });
    stepWeeks(world, 1);
    const { facilitation, champions } = world.state.firm;
    const communities = measureAt(world, "communities", 1);
    expect(communities).toBeGreaterThan(15);
    const supply = 10 * (1 - 0.3 * 0.5);
    expect(facilitation[0]).toBeCloseTo(0.45 + (0.55 * supply) / communities, 12);
    world.state.employee.champion.fill(CHAMPION.coach, 0, 20);
    champions[0] = 20;
    stepWeeks(world, 1);
    expect(facilitation[0]).toBeCloseTo(0.45 + (0.55 * (supply + 0.12 * 20 * 0.5)) / communities, 12);
    world.state.employee.champion.fill(CHAMPION.coach, 0, 120);
    champions[0] = 120;
    expect(championEffect(world)).toBeCloseTo(0.25, 12);
    stepWeeks(world, 1);
    expect(facilitation[0]).toBeCloseTo(0.45 + (0.55 * (supply + 0.12 * 120 * 0.25)) / communities, 12);
    world.state.firm.funding[0] = 0;
    expect(championEffect(world)).toBeCloseTo(0.25, 12); // one expert's worth at least
    stepWeeks(world, 1);
    expect(facilitation[0]).toBeCloseTo(0.45 + (0.55 * 0.12 * 120 * 0.25) / communities, 12);
  });

  it("is full where there is no community, and grows with use cases known", () => {
    expect(stepWeeks(worldOf({ parameters: QUIET }), 1).state.firm.facilitation[0]).toBe(1);
    const plan = [...ASKED_FOR, { week: 0, kind: "center", experts: 1 }] as const;
    const world = worldOf({ company: { employeeCount: 3000, roleCount: 40 }, parameters: QUIET, plan });
    world.state.firm.nonLocalSolves[0] = 1e9;
    stepWeeks(world, 1);
    expect(world.state.firm.facilitation[0]).toBeCloseTo(
      0.45 + (0.55 * 11.5) / measureAt(world, "communities", 1),
      12,
    );
  });
});

describe("champions", () => {
  const tribe = (ratio: number, clarity: number): Intervention => ({
    week: 0,
    kind: "tribe",
    ratio,
    roleClarity: clarity,
  });

  it("are recruited among the deep and the eager up to 2% of all, of three kinds", () => {
    const parameters = { ...QUIET, championRecruitProb: 1, championLeaveProb: 0, championLeaveSlope: 0 };
    const world = worldOf({ company: { employeeCount: 2000 }, parameters, plan: [tribe(100, 1)] });
    stepWeeks(world, 5);
    expect(world.state.firm.champions[0]).toBe(40);
    const { champion, willingness, deepWeeks } = world.state.employee;
    expect(new Set(champion.filter((kind) => kind > 0))).toEqual(new Set([1, 2, 3]));
    champion.forEach((kind, a) => expect(kind === 0 || willingness[a] > 0.8 || deepWeeks[a] > 0).toBe(true));
    const few = worldOf({
      company: { employeeCount: 2000 },
      parameters,
      plan: [tribe(7, 1), { week: 0, kind: "center", experts: 3 }],
    });
    expect(stepWeeks(few, 5).state.firm.champions[0]).toBe(21);
  });

  it("give up more often the less they are supported: .004 + .02·(1 − effect)", () => {
    const leaving = (roleClarity: number): number => {
      const parameters = {
        ...QUIET,
        championRecruitProb: 0,
        championLeaveProb: 0.02,
        championLeaveSlope: 0.3,
        championsPerExpert: 1000,
      };
      const world = worldOf({ company: { employeeCount: 1000 }, parameters, plan: [tribe(50, roleClarity)] });
      world.state.employee.champion.fill(1);
      world.state.firm.champions[0] = 1000;
      return 1000 - stepWeeks(world, 1).state.firm.champions[0];
    };
    expect(Math.abs(leaving(1) - 20)).toBeLessThan(4 * Math.sqrt(20));
    expect(Math.abs(leaving(0.5) - 170)).toBeLessThan(4 * Math.sqrt(141));
  });

  it("are no more when the tribe is stopped", () => {
    const plan = [tribe(100, 1), { week: 6, kind: "stop", what: "tribe" }] as const;
    const world = worldOf({
      company: { employeeCount: 2000 },
      parameters: { ...QUIET, championRecruitProb: 1 },
      plan,
    });
    expect(stepWeeks(world, 6).state.firm.champions[0]).toBeGreaterThan(20);
    expect(stepWeeks(world, 1).state.firm.champions[0]).toBe(0);
    expect(countWhere(world.state.employee.champion, (kind) => kind > 0)).toBe(0);
  });
});
