/** Who sits on a seat, in words: the list's own id where there is one, and where the seat is. */
import type { Seats } from "../../engine/index.ts";
import type { Organisation } from "../../scenarios/index.ts";
import type { People } from "../store/people.ts";

/** "Employee 1,204" or the id of an imported list. */
function personName(seat: number, people: People | null): string {
  return people?.organisation.roster.ids[seat] ?? `Employee ${(seat + 1).toLocaleString("en-US")}`;
}

/** A name, a role, a unit and a team. */
export function personText(
  seat: number,
  seats: Seats,
  organisation: Organisation | { readonly why: string },
  people: People | null,
): string {
  const names = "unitNames" in organisation ? organisation : undefined;
  const unit = names?.unitNames[seats.unit[seat]] ?? `Unit ${seats.unit[seat] + 1}`;
  const role = names?.roleNames[seats.role[seat]] ?? `Role ${seats.role[seat] + 1}`;
  return `${personName(seat, people)}, ${role}, ${unit}, team ${(seats.team[seat] + 1).toLocaleString("en-US")}`;
}
