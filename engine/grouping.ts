/** Outputs by unit, role, level or site, counted only when asked for. */
import { MONTH, isDeep } from "./windows.ts";
import { NEVER } from "./columns.ts";
import type { Organisation } from "./organisation.ts";
import { CHANNEL } from "./events.ts";
import type { World } from "./world.ts";
import { GROUP_MEASURES, type GroupBy, type GroupTrace } from "./trace.ts";

const COUNTED = GROUP_MEASURES.length;

function labelsOf(organisation: Organisation, by: GroupBy): Uint8Array | Uint16Array {
  return organisation[by];
}

function groupCountOf(organisation: Organisation, by: GroupBy): number {
  const counts = {
    unit: organisation.unitCount,
    role: organisation.roleCount,
    level: organisation.levelCount,
    site: organisation.siteCount,
  };
  return counts[by];
}

/** Numbers all groupings of a world take. */
export function groupedLength(
  organisation: Organisation,
  groupBy: readonly GroupBy[],
  weeks: number,
): number {
  let groups = 0;
  for (const by of groupBy) groups += groupCountOf(organisation, by);
  return groups * COUNTED * (weeks + 1);
}

/** Counts every grouping at a week boundary. */
export function recordGroups(world: World, boundary: number): void {
  let offset = 0;
  for (const by of world.groupBy) {
    const groups = groupCountOf(world.organisation, by);
    recordGrouping(world, by, groups, offset, boundary);
    offset += groups * COUNTED * (world.spec.weeks + 1);
  }
}

function recordGrouping(world: World, by: GroupBy, groups: number, offset: number, boundary: number): void {
  const { employee } = world.state;
  const labels = labelsOf(world.organisation, by);
  const sums = new Float64Array(groups * COUNTED);
  for (let a = 0; a < labels.length; a++) {
    if (!employee.isPresent[a]) continue;
    const at = labels[a] * COUNTED;
    sums[at]++;
    sums[at + 1] += employee.weekRegistered[a] !== NEVER ? 1 : 0;
    sums[at + 2] += employee.visitedWeeks[a] & 1;
    sums[at + 3] += (employee.visitedWeeks[a] & MONTH) !== 0 ? 1 : 0;
    sums[at + 4] += (employee.contributedWeeks[a] & MONTH) !== 0 ? 1 : 0;
    sums[at + 5] += isDeep(employee.deepWeeks[a]) ? 1 : 0;
    sums[at + 6] += employee.isMember[a];
    sums[at + 7] += employee.attendedWeeks[a] & 1;
    sums[at + 8] += employee.engagement[a];
    sums[at + 9] += employee.skill[a];
    sums[at + 10] += world.scratch.solvedBy[a] >= CHANNEL.communityBase ? 1 : 0;
  }
  writeGrouping(world, sums, groups, offset, boundary);
}

/** The first measure stays a count, the others become shares or means of it. */
function writeGrouping(
  world: World,
  sums: Float64Array,
  groups: number,
  offset: number,
  boundary: number,
): void {
  const { measures } = world.state.grouped;
  const weekCount = world.spec.weeks + 1;
  for (let g = 0; g < groups; g++) {
    const people = sums[g * COUNTED];
    for (let m = 0; m < COUNTED; m++) {
      const value = sums[g * COUNTED + m];
      const isCount = m === 0 || people === 0;
      measures[offset + (m * groups + g) * weekCount + boundary] = isCount ? value : value / people;
    }
  }
}

/** The groupings of a finished world. */
export function groupTraces(world: World): GroupTrace[] {
  let offset = 0;
  return world.groupBy.map((by) => {
    const groupCount = groupCountOf(world.organisation, by);
    const length = groupCount * COUNTED * (world.spec.weeks + 1);
    const columns = world.state.grouped.measures.slice(offset, offset + length);
    offset += length;
    return { by, groupCount, columns };
  });
}
