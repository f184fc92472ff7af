/** Who came, left and moved, by turnover and shocks. */
import { CAUSE, EVENT, write } from "../chronicle.ts";
import type { World } from "../world.ts";
import type { Notes } from "./notes.ts";

/** Turnover: newcomers take the seats of those who leave. */
export function noteTurnover(notes: Notes, world: World, week: number): void {
  const { personId } = world.state.employee;
  for (let a = 0; a < personId.length; a++) {
    if (personId[a] === notes.person[a]) continue;
    noteLeaving(notes, week, notes.person[a], a, CAUSE.turnover, notes.isMember[a] === 1);
    write(notes.log, { kind: EVENT.hired, cause: CAUSE.turnover, week, person: personId[a], seat: a });
  }
  copySeats(notes, world);
}

/** Layoffs, mergers and reorganisations, of which a week may bring several: seats before and after are compared. */
export function noteShocks(notes: Notes, world: World, week: number): void {
  if (!world.shocks.some((shock) => shock.week === week)) return;
  const { personId, isPresent } = world.state.employee;
  const before = new Map<number, number>();
  const after = new Set<number>();
  for (let a = 0; a < personId.length; a++) {
    if (personId[a] === notes.person[a] && isPresent[a] === notes.isPresent[a]) continue;
    if (notes.isPresent[a] === 1) before.set(notes.person[a], a);
    if (isPresent[a] === 1) after.add(personId[a]);
  }
  for (const [person, seat] of before)
    if (!after.has(person)) noteLeaving(notes, week, person, seat, CAUSE.layoffs, notes.isMember[seat] === 1);
  for (let a = 0; a < personId.length; a++) {
    if (isPresent[a] === 0 || !after.has(personId[a])) continue;
    const isMoved = before.has(personId[a]);
    const [kind, cause] = isMoved ? [EVENT.moved, CAUSE.reorganisation] : [EVENT.hired, CAUSE.merger];
    write(notes.log, { kind, cause, week, person: personId[a], seat: a });
  }
  copySeats(notes, world);
}

function noteLeaving(
  { log, joinOf }: Notes,
  week: number,
  person: number,
  seat: number,
  cause: number,
  isMember: boolean,
): void {
  if (isMember) {
    write(log, { kind: EVENT.leftCommunity, cause: CAUSE.gone, week, person, seat });
    joinOf.delete(person);
  }
  write(log, { kind: EVENT.leftCompany, cause, week, person, seat });
}

function copySeats(notes: Notes, { state: { employee } }: World): void {
  notes.person.set(employee.personId);
  notes.isPresent.set(employee.isPresent);
  notes.isMember.set(employee.isMember);
  notes.champion.set(employee.champion);
}
