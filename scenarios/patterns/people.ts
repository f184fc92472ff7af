/** Patterns of people: peer meetings, awareness of who knows what, and who leaves. */
import type { Intervention, World } from "../../engine/index.ts";
import { SALES_ROLE, type Laboratory } from "./laboratory.ts";

export function measurePeople(laboratory: Laboratory): Record<string, number> {
  return {
    ...measureMeetings(laboratory),
    ambientGain: measureAwareness(laboratory),
    engagedTurnover: measureTeams(laboratory),
  };
}

const MEETING_WEEKS = 4;
const LATER_WEEKS = 20;

/** Four weeks of structured meetings of the sales-like role, then none: its output against the twin's. */
function measureMeetings(laboratory: Laboratory): Record<string, number> {
  // Without a review the communities open at once, so that meetings fill weeks 0 to 3.
  const assumptions = { communityReviewWeeks: 0, isGateOn: 0 };
  const scope = { roles: [SALES_ROLE] };
  const plan: Intervention[] = [
    { week: 0, kind: "communities", structuredWeeks: MEETING_WEEKS, scope },
    { week: MEETING_WEEKS, kind: "stop", what: "communities" },
  ];
  const outputs = (interventions: Intervention[]): number[] => {
    const seen: number[] = [];
    const weeks = MEETING_WEEKS + LATER_WEEKS;
    laboratory.watch(interventions, { assumptions, weeks, onWeek: (world) => seen.push(salesOutput(world)) });
    return seen;
  };
  const met = outputs(plan);
  const alone = outputs([]);
  const gain = (week: number): number => met[week] / alone[week] - 1;
  const first = gain(MEETING_WEEKS - 1);
  return { meetingOutput: first, meetingOutputKept: gain(MEETING_WEEKS + LATER_WEEKS - 1) / first };
}

/** Mean output of the sales-like role, 1 at skill and engagement of one half. */
function salesOutput({ state, organisation, spec }: World): number {
  const { skill, engagement, isPresent } = state.employee;
  const { salesSkillOutput, engagementOutput, causalShare } = spec.parameters;
  let sum = 0;
  let people = 0;
  for (let a = 0; a < skill.length; a++) {
    if (organisation.role[a] !== SALES_ROLE || isPresent[a] === 0) continue;
    sum += 1 + salesSkillOutput * (skill[a] - 0.5) + engagementOutput * causalShare * (engagement[a] - 0.5);
    people++;
  }
  return sum / people;
}

const AWARENESS_WEEKS = 26;

/**
 * Everybody is given a platform and visits it every week, without communities: after half a year, problems solved by
 * knowing better whom of one's ties to ask, over those solved by one's ties anyway.
 */
function measureAwareness(laboratory: Laboratory): number {
  const assumptions = {
    platformReviewWeeks: 0,
    externalProb: 1,
    resistantShare: 0,
    noveltyStart: 1,
    noveltyKeep: 1,
    grassroots: 0,
    isAttentionOn: 0,
  };
  let ambient = 0;
  let local = 0;
  laboratory.watch([{ week: 0, kind: "platform" }], {
    assumptions,
    weeks: 2 * AWARENESS_WEEKS,
    onWeek: ({ scratch }, week) => {
      if (week < AWARENESS_WEEKS) return;
      ambient += scratch.row.ambientSolves;
      local += scratch.row.localSolves;
    },
  });
  return ambient / local;
}

const WEEKS_PER_YEAR = 52;

/** Without a programme: leavers of the most engaged quarter of teams over those of the least engaged, less 1. */
function measureTeams(laboratory: Laboratory): number {
  let sides: readonly (readonly number[])[] = [];
  let seated: Uint32Array | undefined;
  const left = [0, 0];
  const years = [0, 0];
  laboratory.watch([], {
    onWeek: ({ state, organisation }, week) => {
      const { personId } = state.employee;
      if (seated !== undefined)
        sides.forEach((seats, side) => {
          for (const a of seats) if (personId[a] !== seated?.[a]) left[side]++;
          years[side] += seats.length / WEEKS_PER_YEAR;
        });
      seated = personId.slice();
      if (week % WEEKS_PER_YEAR === 0) sides = extremeTeams(state.employee.engagement, organisation.team);
    },
  });
  return left[1] / years[1] / (left[0] / years[0]) - 1;
}

/** Seats of the least and of the most engaged quarter of teams. */
function extremeTeams(engagement: Float32Array, team: Uint32Array): [number[], number[]] {
  const sums: number[] = [];
  const sizes: number[] = [];
  team.forEach((t, a) => {
    sums[t] = (sums[t] ?? 0) + engagement[a];
    sizes[t] = (sizes[t] ?? 0) + 1;
  });
  const order = [...sums.keys()].toSorted((x, y) => sums[x] / sizes[x] - sums[y] / sizes[y] || x - y);
  const quarter = Math.floor(order.length / 4);
  const low = new Set(order.slice(0, quarter));
  const high = new Set(order.slice(order.length - quarter));
  const seatsIn = (teams: ReadonlySet<number>): number[] =>
    [...team.keys()].filter((a) => teams.has(team[a]));
  return [seatsIn(low), seatsIn(high)];
}
