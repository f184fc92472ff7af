/** Who became a champion and who ceased to be one. */
import { CAUSE, EVENT, write } from "../chronicle.ts";
import { isDeep } from "../windows.ts";
import type { World } from "../world.ts";
import type { Notes } from "./notes.ts";

/** `causeOfEnd`: why champions cease in the process that has just been run. */
export function noteChampions(notes: Notes, world: World, week: number, causeOfEnd: number): void {
  const { champion, personId, deepWeeks } = world.state.employee;
  for (let a = 0; a < champion.length; a++) {
    if (champion[a] === notes.champion[a]) continue;
    const [was, is] = [notes.champion[a] !== 0, champion[a] !== 0];
    notes.champion[a] = champion[a];
    const about = { week, person: personId[a], seat: a };
    if (was) write(notes.log, { ...about, kind: EVENT.ceasedChampion, cause: causeOfEnd });
    if (!is) continue;
    const cause = isDeep(deepWeeks[a]) ? CAUSE.deep : CAUSE.eager;
    write(notes.log, { ...about, kind: EVENT.becameChampion, cause });
  }
}
