/** Answers: whose help is in reach, what a question finds, who answers, and what is written down. */
import { describe, expect, it } from "vitest";
import type { Intervention, Parameters, World } from "../../engine/index.ts";
import { CHANNEL } from "../../engine/events.ts";
import { CHAMPION } from "../../engine/processes/facilitation.ts";
import { helpOdds, helpProb } from "../../engine/processes/reach.ts";
import { parametersWith } from "../../engine/index.ts";
import { TOPICS } from "../../engine/tables.ts";
import { countWhere, measureAt, measureSeries, QUIET, stepWeeks, USD, worldOf } from "../laws/worlds.ts";

/** Every problem is known to the same share of colleagues. */
function rarity(share: number): Partial<Parameters> {
  return { rarityLow: share, rarityHigh: share * (1 + 1e-9) };
}

/** Nobody learns, so that every week is alike; questions are asked whenever they can be. */
const ALIKE: Partial<Parameters> = {
  ...QUIET,
  problemProb: 1,
  askProb: 1,
  ambientShare: 0,
  memberBaseUse: 0,
  platformBaseUse: 0,
  documentProb: 0,
  solveUtilityGain: 0,
  failUtilityLoss: 0,
  answerGain: 0,
  contentReward: 0,
  utilityDrift: 0,
  useCaseUtility: 0,
  engagementDrift: 0,
  healthDrift: 0,
};
const ONLINE: Partial<Parameters> = { externalProb: 1, noveltyStart: 1, noveltyKeep: 1, startUtility: 1 };
const LIVE: readonly Intervention[] = [{ week: 0, kind: "platform" }];
const MEETING: readonly Intervention[] = [{ week: 0, kind: "communities", structuredWeeks: 52 }];

/** One role on a ring of degree 4, no ties at degree 0. */
function company(employeeCount: number, degree: number) {
  return { employeeCount, roleCount: 1, ties: { kind: "ring", degree } } as const;
}

type Counted = "asks" | "answers" | "solves" | "ambientSolves" | "localSolves" | "documented";

function total(world: World, name: Counted): number {
  return measureSeries(world, name).reduce((sum, count) => sum + count, 0);
}

/** That a count out of a number of tries has a probability, within four standard errors. */
function expectProb(count: number, tries: number, p: number): void {
  expect(tries).toBeGreaterThan(100);
  expect(Math.abs(count / tries - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / tries));
}

describe("help", () => {
  it("is .6·(.5 + engagement), at most .95, with odds × .36 under forced ranking and × 1.87 where visible", () => {
    const plain = parametersWith();
    expect(helpProb(0.5, helpOdds(plain), plain.helpBase)).toBeCloseTo(0.6, 12);
    expect(helpProb(0.9, helpOdds(plain), 0.9)).toBe(0.95);
    const odds = (changes: Partial<Parameters>): number => {
      const p = helpProb(0.5, helpOdds({ ...plain, ...changes }), plain.helpBase);
      return p / (1 - p) / 1.5;
    };
    expect(odds({ isForcedRanking: 1 })).toBeCloseTo(0.36, 12);
    expect(odds({ isReputationVisible: 1 })).toBeCloseTo(1.87, 12);
    expect(odds({ isForcedRanking: 1, isReputationVisible: 1 })).toBeCloseTo(0.6732, 12);
  });
});

describe("one's own ties", () => {
  it("solve 1 − (1 − x·help)^ties of the problems, first of all and for nothing", () => {
    const world = worldOf({
      company: company(400, 4),
      parameters: { ...ALIKE, ...ONLINE, ...rarity(0.2), askProb: 0 },
      plan: LIVE,
    });
    stepWeeks(world, 20);
    expectProb(total(world, "localSolves"), 400 * 20, 1 - Math.pow(1 - 0.2 * 0.6, 4));
    expect(total(world, "solves") + total(world, "ambientSolves")).toBe(0);
    expect(measureAt(world, "valueAmbient", 20)).toBe(0);
    expect(world.state.employee.skill).toEqual(world.state.employee.skillBase);
  });

  it("solve as much as half again by ambient awareness of those active on the platform", () => {
    const parameters = { ...ALIKE, ...ONLINE, ...rarity(0.2), askProb: 0, ambientShare: 0.5 };
    const world = stepWeeks(worldOf({ company: company(400, 4), parameters, plan: LIVE }), 33);
    const from = (name: "localSolves" | "ambientSolves"): number =>
      measureSeries(world, name)
        .slice(14)
        .reduce((sum, count) => sum + count, 0);
    const left = 400 * 20 - from("localSolves");
    expectProb(from("ambientSolves"), left, 1 - Math.pow(1 - 0.12, 4 * 0.5));
    expect(measureAt(world, "valueAmbient", 33)).toBeGreaterThan(0);
    expect(measureAt(world, "ambientSolves", 1)).toBeLessThan(measureAt(world, "ambientSolves", 20));
  });
});

describe("a question in the community", () => {
  it("is solved as 1 − (1 − x)ⁿ says, n the health-weighted help of the others, absent ones .15", () => {
    const parameters = { ...ALIKE, ...rarity(0.03), founderUtility: 0, engagementSd: 0, teamEngagementSd: 0 };
    const world = stepWeeks(worldOf({ company: company(80, 0), parameters, plan: MEETING }), 20);
    const n = 0.5 * 79 * 0.6 * 1.15; // everybody else attends, and counts as a member too
    expect(total(world, "asks")).toBe(80 * 20);
    expectProb(total(world, "answers"), 80 * 20, 1 - Math.pow(0.97, n));
    expect(measureAt(world, "solveRateMedium", 20)).toBe(total(world, "answers") / (80 * 20));
    expect(total(world, "solves")).toBe(total(world, "answers"));
    expect(world.state.firm.nonLocalSolves[0]).toBe(total(world, "answers"));
  });

  it("is asked outside meetings as often as the community is useful: .6·utility", () => {
    const parameters = { ...ALIKE, askProb: 0.6, founderUtility: 0.5 };
    const plan = [{ week: 0, kind: "communities", structuredWeeks: 1 }] as const;
    const world = stepWeeks(worldOf({ company: company(300, 0), parameters, plan }), 12);
    expectProb(total(world, "asks") - 300, 300 * 11, 0.6 * 0.5);
  });

  it("finds less in a community that is not well", () => {
    const solved = [0.2, 1].map((health) => {
      const world = worldOf({
        company: company(80, 0),
        parameters: { ...ALIKE, ...rarity(0.03) },
        plan: MEETING,
      });
      stepWeeks(world, 1);
      world.state.community.health.fill(health);
      return total(stepWeeks(world, 10), "answers");
    });
    expect(solved[0]).toBeLessThan(0.5 * solved[1]);
  });

  it("is answered by those who attend, in proportion to their help", () => {
    const parameters = { ...ALIKE, ...rarity(0.4) };
    const world = worldOf({ company: company(40, 0), parameters, plan: MEETING, weeks: 100 });
    world.state.employee.engagement.fill(0.1, 0, 20);
    world.state.employee.engagement.fill(0.9, 20, 40);
    const given = [0, 0];
    for (let week = 0; week < 50; week++)
      stepWeeks(world, 1).scratch.communityAnswers.forEach((count, a) => (given[a < 20 ? 0 : 1] += count));
    expect(given[0] + given[1]).toBe(total(world, "answers"));
    expectProb(given[0], given[0] + given[1], 0.6 / (0.6 + 1.4));
  });
});

describe("an asker", () => {
  const alike = { ...ALIKE, ...rarity(0.4), engagementSd: 0, teamEngagementSd: 0 };
  /** Questions and answers of five people over a year, three times. */
  function answered(parameters: Partial<Parameters>, plan: readonly Intervention[]): number[] {
    const worlds = [0, 1, 2].map((replicate) => {
      const world = worldOf({ company: company(5, 0), parameters, plan, replicate });
      world.state.employee.willingness.fill(0.25);
      world.state.employee.answeredWeeks.fill(1);
      return stepWeeks(world, 52);
    });
    const sum = (name: Counted): number => worlds.reduce((all, world) => all + total(world, name), 0);
    return [sum("answers"), sum("asks")];
  }

  it("is no helper of one's own in a small community", () => {
    const [answers, asks] = answered(alike, MEETING);
    expect(asks).toBe(5 * 52 * 3);
    expectProb(answers, asks, 1 - Math.pow(0.6, 0.5 * 4 * 0.6 * 1.15));
  });

  it("is no helper of one's own on a small platform", () => {
    const parameters = { ...alike, ...ONLINE, platformRelevanceLow: 0.5, platformRelevanceHigh: 0.5 };
    const [answers, asks] = answered(parameters, LIVE);
    expect(asks).toBe(5 * 52 * 3);
    expectProb(answers, asks, 1 - Math.pow(0.6, 0.5 * 4 * 0.6));
  });
});

describe("reach across communities", () => {
  /** Two communities of 60 of one role, in two units; help .6 each. */
  function twins(plan: readonly Intervention[], prepare?: (world: World) => void): World {
    const seats = Array.from({ length: 500 }, (_, a) => a);
    const roster = {
      unit: Uint16Array.from(seats, (a) => (a < 250 ? 0 : 1)),
      department: new Uint16Array(500),
      team: Uint32Array.from(seats),
      role: new Uint8Array(500),
      level: new Uint8Array(500),
      site: new Uint8Array(500),
    };
    const parameters = {
      ...ALIKE,
      problemProb: 0,
      engagementSd: 0,
      teamEngagementSd: 0,
      championLeaveProb: 0,
      championLeaveSlope: 0,
    };
    const world = worldOf({
      company: { employeeCount: 500, roster, ties: { kind: "ring", degree: 2 } },
      parameters,
      plan: [...MEETING, ...plan],
    });
    prepare?.(world);
    return stepWeeks(world, 1);
  }

  const own = 250 * 0.6 * 1.15;
  const share = (world: World): number => world.scratch.otherReach[0] / own;

  it("is .08 without more, half more with a council, none without communities", () => {
    const world = twins([]);
    expect(world.scratch.ownReach[0]).toBeCloseTo(own, 2);
    expect(share(world)).toBeCloseTo(0.08, 4);
    expect(share(twins([{ week: 0, kind: "council" }]))).toBeCloseTo(0.12, 4);
    const alone = stepWeeks(worldOf({ company: company(250, 2), parameters: ALIKE, plan: MEETING }), 1);
    expect(alone.scratch.otherReach[0]).toBe(0);
  });

  it("grows by .8 of the members on the platform and by .1 with connectors", () => {
    const online = twins(LIVE, ({ state }) => {
      state.employee.weekRegistered.fill(0, 0, 125); // everyone visits in the week of registering
      state.firm.users[0] = 125;
    });
    expect(share(online)).toBeCloseTo(0.08 + 0.8 * 0.25, 4);
    const connected = twins([{ week: 0, kind: "tribe", ratio: 0, roleClarity: 0.5 }], ({ state }) => {
      state.employee.champion[0] = CHAMPION.connector;
      state.firm.champions[0] = 1;
    });
    expect(share(connected)).toBeCloseTo(0.08 + 0.1 * 0.5 * (1 / 2.5), 4);
  });
});

describe("a question on the platform", () => {
  it("is asked as .6·(.2 + .8·utility), and is a post", () => {
    const parameters = { ...ALIKE, ...ONLINE, askProb: 0.6, startUtility: 0.5 };
    const world = stepWeeks(worldOf({ company: company(300, 0), parameters, plan: LIVE }), 10);
    expectProb(total(world, "asks"), 3000, 0.6 * 0.6);
    expect(measureAt(world, "posts", 10)).toBe(
      measureAt(world, "asks", 10) + measureAt(world, "answers", 10),
    );
  });

  it("is solved as 1 − (1 − x)ⁿ says, n = relevance × the help of the other active people × min(1, .25 + 3g)", () => {
    const parameters = {
      ...ALIKE,
      ...ONLINE,
      ...rarity(0.05),
      engagementSd: 0,
      teamEngagementSd: 0,
      platformRelevanceLow: 0.1,
    };
    const world = worldOf({ company: company(200, 0), parameters, plan: LIVE });
    world.state.employee.willingness.fill(0.05);
    world.state.employee.answeredWeeks.fill(1, 0, 100);
    stepWeeks(world, 1);
    const relevance = 0.1 + 0.7 * 0.5; // half of the active have answered in 13 weeks
    expect(world.scratch.relevance[0]).toBeCloseTo(relevance, 12);
    expectProb(measureAt(world, "answers", 1), 200, 1 - Math.pow(0.95, relevance * 199 * 0.6 * 0.4));
    expect(measureAt(world, "asks", 1)).toBe(200);
  });

  it("finds more relevant people once use cases are known and members are active", () => {
    const relevance = (prepare: (world: World) => void, plan = LIVE): number => {
      const world = worldOf({
        company: company(100, 0),
        parameters: { ...ALIKE, ...ONLINE, problemProb: 0, platformRelevanceLow: 0.1 },
        plan,
      });
      prepare(world);
      return stepWeeks(world, 1).scratch.relevance[0];
    };
    expect(relevance(() => {})).toBeCloseTo(0.1, 12);
    expect(relevance(({ state }) => (state.firm.nonLocalSolves[0] = 1e9))).toBeCloseTo(0.1 + 0.7 * 0.25, 12);
    expect(relevance(() => {}, [...LIVE, ...MEETING])).toBeCloseTo(0.8, 12);
  });

  it("founds a community where asker and answerer are in none", () => {
    const parameters = { ...ALIKE, ...ONLINE, ...rarity(0.4), platformFoundingProb: 1 };
    const world = worldOf({ company: company(100, 0), parameters, plan: LIVE });
    world.state.employee.answeredWeeks.fill(1);
    expect(stepWeeks(world, 1).state.community.isLive[0]).toBe(1);
    const barren = worldOf({
      company: company(100, 0),
      parameters: { ...parameters, grassroots: 0 },
      plan: LIVE,
    });
    barren.state.employee.answeredWeeks.fill(1);
    expect(stepWeeks(barren, 5).state.community.isLive[0]).toBe(0);
  });
});

describe("value", () => {
  it("of a solution is lognormal around its median, booked to what solved it", () => {
    const parameters = { ...ALIKE, ...rarity(0.4), problemValueMedian: 130, problemValueSdLog: 1.3 };
    const world = stepWeeks(worldOf({ company: company(300, 0), parameters, plan: MEETING }), 30);
    const solves = total(world, "solves");
    const mean = measureAt(world, "valueCommunityPeople", 30) / USD / solves;
    const expected = 130 * Math.exp((1.3 * 1.3) / 2);
    expect(Math.abs(mean - expected) / expected).toBeLessThan(4 * Math.sqrt((Math.exp(1.69) - 1) / solves));
    const { quarterCommunityValue, quarterPlatformValue } = world.state.unit;
    expect(quarterCommunityValue[0]).toBeGreaterThan(0);
    expect(quarterPlatformValue[0]).toBe(0);
    expect(measureAt(world, "valuePlatformPeople", 30)).toBe(0);
  });
});

describe("knowledge", () => {
  const WRITING = { ...ALIKE, ...rarity(0.4), documentProb: 0.5, knowledgeExpiryProb: 0.0001 };

  it("is written down after half of the solutions, after nine in ten with a curator", () => {
    const plain = stepWeeks(worldOf({ company: company(300, 0), parameters: WRITING, plan: MEETING }), 10);
    expectProb(total(plain, "documented"), total(plain, "answers"), 0.5);
    const parameters = { ...WRITING, championLeaveProb: 0 };
    const plan = [...MEETING, { week: 0, kind: "tribe", ratio: 0, roleClarity: 1 }] as const;
    const curated = worldOf({ company: company(300, 0), parameters, plan });
    curated.state.employee.champion[0] = CHAMPION.curator;
    curated.state.firm.champions[0] = 1;
    stepWeeks(curated, 10);
    expectProb(total(curated, "documented"), total(curated, "answers"), 0.9);
  });

  it("of a topic is read by members with .3, from the week after it was written", () => {
    const parameters = { ...ALIKE, ...rarity(1e-7), memberBaseUse: 0.3 };
    const world = worldOf({ company: company(300, 0), parameters, plan: MEETING });
    world.state.knowledge.expires.fill(1, 0, TOPICS); // out of date
    expect(measureAt(stepWeeks(world, 2), "solves", 2)).toBe(0);
    world.state.knowledge.expires.fill(60_000, 0, TOPICS);
    stepWeeks(world, 10);
    expectProb(total(world, "solves"), 3000, 0.3);
    expect(countWhere(world.scratch.solvedBy, (by) => by === CHANNEL.communityBase)).toBe(
      measureAt(world, "solves", 12),
    );
    expect(world.state.employee.deepWeeks.every((bits) => bits === 0)).toBe(true);
  });

  it("on the platform is per role, and read as .8·(.3 + .7·relevance)", () => {
    const parameters = { ...ALIKE, ...ONLINE, ...rarity(1e-7), platformBaseUse: 0.8, useCaseRelevance: 0 };
    const world = worldOf({ company: company(300, 0), parameters, plan: LIVE });
    world.state.knowledge.expires.fill(60_000, world.organisation.scopeSize.length * TOPICS);
    stepWeeks(world, 10);
    expectProb(total(world, "solves"), 3000, 0.8 * (0.3 + 0.7 * 0.1));
    expect(measureAt(world, "valuePlatformBase", 10)).toBeGreaterThan(0);
  });

  it("of this week helps nobody this week", () => {
    const parameters = { ...WRITING, documentProb: 1, memberBaseUse: 1 };
    const world = worldOf({ company: company(300, 0), parameters, plan: MEETING });
    stepWeeks(world, 1);
    expect(measureAt(world, "documented", 1)).toBeGreaterThan(100);
    expect(countWhere(world.scratch.solvedBy, (by) => by === CHANNEL.communityBase)).toBe(0);
    stepWeeks(world, 1);
    expect(countWhere(world.scratch.solvedBy, (by) => by === CHANNEL.communityBase)).toBeGreaterThan(3);
  });

  it("goes out of date by 1/156 a week", () => {
    const parameters = { ...ALIKE, ...rarity(0.4), documentProb: 1, knowledgeExpiryProb: 0.05 };
    const world = worldOf({ company: company(300, 0), parameters, plan: MEETING, weeks: 60 });
    stepWeeks(world, 4);
    world.state.employee.isMember.fill(0); // nobody writes any more
    world.state.community.members.fill(0);
    const written = measureAt(world, "practicesInUse", 4);
    const kept = measureAt(stepWeeks(world, 20), "practicesInUse", 24);
    expect(written).toBeGreaterThan(500);
    expectProb(kept, written, Math.pow(0.95, 20));
  });
});

describe("use cases", () => {
  it("are known as 1 − exp(−solves/1500) in a firm of 10,000, sooner in a smaller one", () => {
    for (const people of [100, 400]) {
      const world = worldOf({ company: company(people, 0), parameters: QUIET });
      world.state.firm.nonLocalSolves[0] = 12;
      stepWeeks(world, 1);
      expect(world.state.firm.useCaseKnowledge[0]).toBeCloseTo(1 - Math.exp(-12 / (0.15 * people)), 12);
    }
  });
});
