/** Who asked whom, who answered, and what else solved problems beyond one's own ties. */
import { CAUSE, EVENT, NOBODY, write } from "../chronicle.ts";
import { ASKED, CHANNEL } from "../events.ts";
import { pickAttendee, pickVisitor } from "../processes/answerers.ts";
import { answererKey } from "../processes/problems.ts";
import { platformWeight } from "../processes/reach.ts";
import type { World } from "../world.ts";
import type { Notes } from "./notes.ts";

const SOLVED: Readonly<Record<number, number>> = {
  [CHANNEL.ambient]: CAUSE.ambient,
  [CHANNEL.communityBase]: CAUSE.communityBase,
  [CHANNEL.platformBase]: CAUSE.platformBase,
};

/** To be told after the process of problems, while the lists of those present still stand: picks come out again. */
export function noteQuestions(notes: Notes, world: World, week: number): void {
  const { touched, asked, solvedBy } = world.scratch;
  const { personId } = world.state.employee;
  for (const a of touched.ids.subarray(0, touched.count).toSorted()) {
    const about = { week, person: personId[a], seat: a };
    const bits = asked[a];
    if ((bits & ASKED.community) !== 0) {
      const isFailed = (bits & ASKED.communityFailed) !== 0;
      const by = isFailed ? -1 : answererInCommunity(world, a, week);
      noteQuestion(notes, world, { ...about, kind: EVENT.askedCommunity }, isFailed, by);
    }
    if ((bits & ASKED.platform) !== 0) {
      const isFailed = (bits & ASKED.platformFailed) !== 0;
      const by = isFailed ? -1 : answererOnPlatform(world, a, week);
      noteQuestion(notes, world, { ...about, kind: EVENT.askedPlatform }, isFailed, by);
    }
    const cause = SOLVED[solvedBy[a]];
    if (cause !== undefined) write(notes.log, { ...about, kind: EVENT.solved, cause });
    if ((bits & ASKED.documented) !== 0)
      write(notes.log, { ...about, kind: EVENT.documented, cause: CAUSE.none });
  }
}

function noteQuestion(
  { log }: Notes,
  world: World,
  about: { kind: number; week: number; person: number; seat: number },
  isFailed: boolean,
  by: number,
): void {
  const other = by < 0 ? NOBODY : world.state.employee.personId[by];
  write(log, { ...about, cause: isFailed ? CAUSE.failed : CAUSE.answered, other });
}

function answererInCommunity(world: World, a: number, week: number): number {
  const isAttending = (world.state.employee.attendedWeeks[a] & 1) === 1;
  const own = isAttending ? world.scratch.help[a] : 0;
  return pickAttendee(world, a, world.organisation.scope[a], own, answererKey(world, week));
}

function answererOnPlatform(world: World, a: number, week: number): number {
  const own = platformWeight(world.scratch.help[a], world.state.employee.willingness[a]);
  return pickVisitor(world, a, world.organisation.role[a], own, answererKey(world, week));
}
