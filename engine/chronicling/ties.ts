/** Colleagues as somebody sees them: how many hold a condition, and the n-th of those who do. */
import type { World } from "../world.ts";

type Holds = (a: number) => boolean;

/** The colleagues of an employee who count: all ties, or those of the same role; everybody where nobody has ties. */
export interface Circle {
  readonly isOfRole: boolean;
}

export const ALL_TIES: Circle = { isOfRole: false };
export const ROLE_TIES: Circle = { isOfRole: true };

export function countColleagues(world: World, a: number, circle: Circle, holds: Holds): number {
  let count = 0;
  forEachColleague(world, a, circle, (b) => {
    if (holds(b)) count++;
    return false;
  });
  return count;
}

/**
 * The n-th colleague, from 0, of those who hold a condition; −1 if there are fewer, or if it is oneself, as under
 * complete mixing it can be.
 */
export function nthColleague(world: World, a: number, circle: Circle, holds: Holds, n: number): number {
  let left = n;
  let found = -1;
  forEachColleague(world, a, circle, (b) => {
    if (!holds(b) || left-- > 0) return false;
    found = b === a ? -1 : b;
    return true;
  });
  return found;
}

/** Calls until told to stop. Under complete mixing everybody is a colleague, oneself too, as in the model. */
function forEachColleague(world: World, a: number, { isOfRole }: Circle, call: (b: number) => boolean): void {
  const { ties, organisation } = world;
  if (world.spec.company.ties.kind === "complete") {
    for (let b = 0; b < organisation.employeeCount; b++)
      if ((!isOfRole || organisation.role[b] === organisation.role[a]) && call(b)) return;
    return;
  }
  const first = ties.offsets[a];
  const end = isOfRole ? first + ties.roleDegree[a] : ties.offsets[a + 1];
  for (let i = first; i < end; i++) if (call(ties.neighbours[i])) return;
}
