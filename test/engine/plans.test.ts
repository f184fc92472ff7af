/** Plans: reviews and their precedents, projects, attention, scopes and stops. */
import { describe, expect, it } from "vitest";
import type { Intervention, Parameters, World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { poissonQuantile } from "../../engine/processes/projects.ts";
import { REVIEW } from "../../engine/processes/reviews.ts";
import { STATUS } from "../../engine/progress.ts";
import { countWhere, measureAt, measureSeries, QUIET, stepWeeks, worldOf } from "../laws/worlds.ts";

/** Two units of 512 and 88. */
const COMPANY = { employeeCount: 600 };

function planned(plan: readonly Intervention[], parameters: Partial<Parameters> = {}, weeks = 120): World {
  return worldOf({ company: COMPANY, parameters: { ...QUIET, ...parameters }, plan, weeks });
}

/** Weeks after which a platform asked for in week 10 is live, with precedents prepared before. */
function platformWeeks(
  plan: readonly Intervention[],
  precedents: readonly number[],
  parameters: Partial<Parameters> = {},
  fast = false,
): number {
  const world = planned([...plan, { week: 10, kind: "platform", fast }], {
    platformReviewWeeks: 26,
    ...parameters,
  });
  stepWeeks(world, 10);
  world.state.unit.precedents.set(precedents);
  stepWeeks(world, 40);
  return Math.max(...world.state.intervention.weekLive) - 10;
}

describe("a platform's review", () => {
  it("takes 26 weeks, half of it in a hurry", () => {
    expect(platformWeeks([], [0, 0])).toBe(26);
    expect(platformWeeks([], [0, 0], {}, true)).toBe(13);
  });

  it("sees the largest unit's precedents, and with a council those of all", () => {
    const takes = (precedents: number): number => Math.round(26 * Math.pow(1 + precedents, -0.322));
    expect(platformWeeks([], [3, 12])).toBe(takes(3));
    const council: Intervention = { week: 0, kind: "council" };
    expect(platformWeeks([council], [3, 12])).toBe(takes(15));
    expect(platformWeeks([council], [3, 12], { isPoolingOn: 0 })).toBe(takes(3));
    expect(platformWeeks([{ ...council, scope: { units: [1] } }], [3, 12])).toBe(takes(3));
    expect(platformWeeks([council, { week: 5, kind: "stop", what: "council" }], [3, 12])).toBe(takes(3));
  });

  it("is shortened by shared services", () => {
    expect(platformWeeks([{ week: 0, kind: "sharedService" }], [0, 0])).toBe(Math.round(26 * 0.95));
    const four = [0, 1, 2, 3].map((week): Intervention => ({ week, kind: "sharedService" }));
    expect(platformWeeks(four, [0, 0])).toBe(Math.round(26 * 0.85));
  });

  it("leaves a precedent, shared by the units, once it is done", () => {
    const world = stepWeeks(planned([{ week: 0, kind: "platform" }], { platformReviewWeeks: 5 }), 5);
    expect([...world.state.unit.precedents]).toEqual([0, 0]);
    expect(measureAt(world, "platformReviewWeeks", 5)).toBe(5);
    stepWeeks(world, 5);
    expect([...world.state.unit.precedents]).toEqual([0.5, 0.5]);
    expect(measureAt(world, "platformReviewWeeks", 10)).toBe(5);
    const one = stepWeeks(planned([{ week: 0, kind: "platform", scope: { units: [1] } }]), 1);
    expect([...one.state.unit.precedents]).toEqual([0, 1]);
  });
});

describe("a community's review", () => {
  it("leaves a fifth of a precedent in the units of its scope", () => {
    const world = stepWeeks(planned([{ week: 0, kind: "communities" }]), 1);
    const opened = countWhere(world.state.community.isLive, (flag) => flag === 1);
    const [large, small] = world.state.unit.precedents;
    expect(opened).toBeGreaterThan(5);
    expect(large + small).toBeCloseTo(0.2 * opened, 10);
  });

  it("under a council counts towards a shared service, ten make one", () => {
    const plan: Intervention[] = [
      { week: 0, kind: "council" },
      { week: 1, kind: "communities" },
    ];
    const world = stepWeeks(planned(plan), 2);
    const opened = countWhere(world.state.community.isLive, (flag) => flag === 1);
    expect(opened).toBeGreaterThanOrEqual(10);
    expect(world.state.firm.sharedServiceLevel[0]).toBe(1);
    expect(world.state.pooled.reviews[REVIEW.community]).toBe(opened - 10);
    expect(stepWeeks(planned(plan, { isSharedServiceOn: 0 }), 2).state.firm.sharedServiceLevel[0]).toBe(0);
    expect(stepWeeks(planned(plan.slice(1)), 2).state.firm.sharedServiceLevel[0]).toBe(0);
  });
});

describe("units' own projects", () => {
  const busy = { projectsPerThousand: 100, projectReviewWeeks: 30, isSharedServiceOn: 0 };

  it("come by headcount, wait for review, and leave precedents", () => {
    const world = planned([], { ...busy, reviewLearning: 0 }, 200);
    stepWeeks(world, 30);
    expect(countWhere(world.state.unit.precedents, (count) => count > 0)).toBe(0);
    const arrived = world.state.unit.projectsInReview[0] + world.state.unit.projectsInReview[1];
    const expected = (30 * 600 * 0.1) / 52;
    expect(Math.abs(arrived - expected)).toBeLessThan(4 * Math.sqrt(expected));
    stepWeeks(world, 30);
    const { precedents } = world.state.unit;
    expect(precedents[0] + precedents[1]).toBe(arrived);
    expect(precedents[0] / precedents[1]).toBeGreaterThan(2);
    expect(measureAt(world, "projectReviewDuration", 60)).toBe(30);
  });

  it("are reviewed sooner as precedents come, most where a council pools them", () => {
    const [alone, pooled] = [[], [{ week: 0, kind: "council" }] as const].map((plan) =>
      stepWeeks(planned(plan, busy), 110),
    );
    const weeks = (world: World): number => measureAt(world, "projectReviewDuration", 110);
    const { precedents } = alone.state.unit;
    const own = [0, 1].map((u) => 30 * Math.max(0.25, Math.pow(1 + precedents[u], -0.322)));
    expect(weeks(alone)).toBeCloseTo((own[0] * 512 + own[1] * 88) / 600, 10);
    expect(weeks(pooled)).toBeLessThan(weeks(alone));
    const all = pooled.state.unit.precedents[0] + pooled.state.unit.precedents[1];
    expect(weeks(pooled)).toBeCloseTo(30 * Math.max(0.25, Math.pow(1 + all, -0.322)), 10);
    expect(measureAt(pooled, "projectReviewWeeks", 110)).toBeLessThan(
      measureAt(alone, "projectReviewWeeks", 110),
    );
  });

  it("vary in length on request, and queue for few reviewers", () => {
    const reviewed = (parameters: Partial<Parameters>): World =>
      stepWeeks(planned([], { ...busy, ...parameters }), 100);
    const inReview = (world: World): number => world.state.unit.projectsInReview[0];
    const plain = reviewed({});
    expect(inReview(reviewed({ reviewers: 1 }))).toBeGreaterThan(2 * inReview(plain));
    expect(inReview(reviewed({ reviewers: 64 }))).toBeCloseTo(inReview(plain), -1);
    const varied = measureAt(reviewed({ isReviewExponential: 1 }), "projectReviewWeeks", 100);
    expect(varied).not.toBe(measureAt(plain, "projectReviewWeeks", 100));
    expect(varied / measureAt(plain, "projectReviewWeeks", 100)).toBeCloseTo(1, 0);
  });

  it("arrive in Poisson numbers", () => {
    const counts = Array.from({ length: 10_000 }, (_, i) => poissonQuantile((i + 0.5) / 10_000, 2.5));
    const mean = counts.reduce((sum, count) => sum + count, 0) / 10_000;
    expect(mean).toBeCloseTo(2.5, 2);
    expect(counts.reduce((sum, count) => sum + (count - mean) * (count - mean), 0) / 10_000).toBeCloseTo(
      2.5,
      1,
    );
    expect(poissonQuantile(0.5 * Math.exp(-2.5), 2.5)).toBe(0);
  });
});

/** Attention of the first unit, week by week. */
function attention(
  plan: readonly Intervention[],
  weeks: number,
  parameters: Partial<Parameters> = {},
): number[] {
  const world = planned(plan, { isAttentionOn: 1, ...parameters });
  return Array.from({ length: weeks }, () => stepWeeks(world, 1).state.unit.attention[0]);
}

describe("attention", () => {
  const platform: Intervention = { week: 0, kind: "platform" };
  const tribe: Intervention = { week: 0, kind: "tribe", ratio: 10, roleClarity: 1 };

  it("is whole up to a load of 1, and 1/load beyond it, for 26 weeks", () => {
    expect(attention([platform], 2)).toEqual([1, 1]);
    const both = attention([platform, tribe], 28);
    expect(both[0]).toBeCloseTo(1 / 1.4, 12);
    expect(both[25]).toBeCloseTo(1 / 1.4, 12);
    expect(both[26]).toBe(1);
    expect(attention([platform, tribe], 2, { isAttentionOn: 0 })).toEqual([1, 1]);
  });

  it("is taken by a platform under review, too", () => {
    const waiting = attention([platform, tribe], 60, { platformReviewWeeks: 20 });
    expect(waiting[0]).toBeCloseTo(1 / 1.4, 12);
    expect(waiting[26]).toBe(1); // the tribe is old, the platform still young
    expect(waiting[59]).toBe(1);
  });

  it("is taken by every kind as its load says", () => {
    const rest = (item: Intervention): number => 1 / attention([platform, item], 1)[0] - 1;
    expect(rest({ week: 0, kind: "campaign", weeks: 9, intensity: 1 })).toBeCloseTo(0.3, 12);
    expect(rest({ week: 0, kind: "council" })).toBeCloseTo(0.2, 12);
    expect(rest({ week: 0, kind: "center", experts: 4 })).toBeCloseTo(0.2, 12);
    expect(rest(tribe)).toBeCloseTo(0.4, 12);
    expect(rest({ week: 0, kind: "communities", count: 2 })).toBeCloseTo(0.2, 12);
    expect(rest({ week: 0, kind: "communities" })).toBeCloseTo(0.6, 12);
    for (const kind of ["sponsor", "sharedService"] as const)
      expect(rest({ week: 0, kind })).toBeCloseTo(0, 12);
    expect(rest({ week: 0, kind: "measure", what: "both" })).toBeCloseTo(0, 12);
  });

  it("is a unit's own", () => {
    const world = stepWeeks(
      planned([platform, { ...tribe, scope: { units: [1] } }], { isAttentionOn: 1 }),
      1,
    );
    expect(world.state.unit.attention[0]).toBe(1);
    expect(world.state.unit.attention[1]).toBeCloseTo(1 / 1.4, 12);
    expect(measureAt(world, "attention", 1)).toBeCloseTo((512 + 88 / 1.4) / 600, 12);
  });

  it("slows down registering, joining and attending alike", () => {
    const load: Intervention[] = [
      platform,
      tribe,
      { week: 0, kind: "communities", structuredWeeks: 1 },
      { week: 0, kind: "council" },
    ];
    const results = [0, 1].map((isAttentionOn) => {
      const parameters = { isAttentionOn, externalProb: 0.1, attendanceFrequency: 1, attendanceScale: 100 };
      const world = stepWeeks(planned(load, parameters), 2);
      return { users: world.state.firm.users[0], attendees: measureAt(world, "attendeeShare", 2) };
    });
    const left = 1 / (1 + 0.4 + 0.6 + 0.2);
    expect(results[1].attendees / results[0].attendees).toBeCloseTo(left, 1);
    expect(results[1].users).toBeLessThan(0.75 * results[0].users);
  });
});

describe("a stop", () => {
  it("ends what runs, at once, and nothing later", () => {
    const plan: Intervention[] = [
      { week: 0, kind: "platform" },
      { week: 5, kind: "stop", what: "platform" },
      { week: 8, kind: "platform" },
    ];
    const world = planned(plan, { externalProb: 1, noveltyStart: 1, noveltyKeep: 1 });
    const active = measureSeries(stepWeeks(world, 12), "weeklyActiveShare");
    expect(active).toEqual([0, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1]);
    expect([...world.state.intervention.status]).toEqual([STATUS.over, STATUS.live, STATUS.live]);
    expect(world.state.intervention.weekOver[0]).toBe(5);
  });

  it("within a scope ends it there only", () => {
    const plan: Intervention[] = [
      { week: 0, kind: "platform" },
      { week: 3, kind: "stop", what: "platform", scope: { units: [1] } },
    ];
    const world = planned(plan, { externalProb: 1, noveltyStart: 1, noveltyKeep: 1 });
    const active = measureSeries(stepWeeks(world, 6), "weeklyActiveShare");
    expect(active[3]).toBe(1);
    expect(active[6]).toBeCloseTo(512 / 600, 12);
  });

  it("of communities closes the plan's, not the grassroots'", () => {
    const plan: Intervention[] = [
      { week: 0, kind: "communities" },
      { week: 3, kind: "stop", what: "communities" },
    ];
    expect(measureAt(stepWeeks(planned(plan), 5), "communities", 5)).toBe(0);
    const grass = planned([{ week: 3, kind: "stop", what: "communities" }], { startCommunityShare: 1 });
    expect(measureAt(stepWeeks(grass, 5), "communities", 5)).toBeGreaterThan(5);
  });

  it("comes first in its week", () => {
    const world = stepWeeks(
      planned([
        { week: 2, kind: "council" },
        { week: 2, kind: "stop", what: "council" },
      ]),
      4,
    );
    expect([...world.state.intervention.status]).toEqual([STATUS.live, STATUS.live]);
  });
});

describe("an intervention", () => {
  it("starts the plan's clock when it takes effect", () => {
    const first = (plan: readonly Intervention[], parameters = {}): number =>
      stepWeeks(planned(plan, parameters), 20).state.firm.firstEffectWeek[0];
    expect(first([])).toBe(NEVER);
    expect(first([{ week: 4, kind: "stop", what: "platform" }])).toBe(NEVER);
    expect(first([{ week: 4, kind: "campaign", weeks: 3, intensity: 1 }])).toBe(NEVER);
    expect(first([{ week: 4, kind: "council" }])).toBe(4);
    expect(first([{ week: 4, kind: "communities" }], { communityReviewWeeks: 6 })).toBe(10);
  });

  it("in the scope of roles, units and sites reaches who is in all of them", () => {
    const scope = { units: [0], roles: [0, 1], sites: [1] };
    const company = { ...COMPANY, siteCount: 2 };
    const world = worldOf({
      company,
      parameters: { ...QUIET, externalProb: 1 },
      plan: [{ week: 0, kind: "platform", scope }],
    });
    const { unit, role, site } = stepWeeks(world, 1).organisation;
    const isIn = (a: number): boolean => unit[a] === 0 && role[a] < 2 && site[a] === 1;
    world.state.employee.weekRegistered.forEach((week, a) => expect(week === 0).toBe(isIn(a)));
    expect(world.state.firm.users[0]).toBeGreaterThan(50);
  });
});
