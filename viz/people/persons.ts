/** Who sits on a seat, in words: the list's own id where there is one, and where the seat is. */
import type { Seats } from "../../engine/index.ts";
import type { Organisation } from "../../scenarios/index.ts";
import type { People } from "../store/people.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";
import { isolated } from "../charts/text.ts";

/** "Employee 1,204", or the id of an imported list, kept from turning the text around it. */
export function personName(seat: number, people: People | null, notation: Notation): string {
  const id = people?.organisation.roster.ids[seat];
  return id === undefined ? `Employee ${countText(seat + 1, notation)}` : `\u2068${id}\u2069`;
}

/** The seat of whoever a text names: an id of an imported list, else a number from 1 on; −1 for nobody. */
export function seatNamed(text: string, seatCount: number, people: People | null): number {
  const ids = people?.organisation.roster.ids;
  if (ids !== undefined) {
    const exact = ids.indexOf(text);
    return exact >= 0 ? exact : ids.findIndex((id) => id.toLowerCase() === text.toLowerCase());
  }
  const number = /^(?:employee\s+)?(\d[\d.,’\u00a0]*)$/i.exec(text)?.[1].replaceAll(/\D/g, "");
  const seat = Number(number) - 1;
  return Number.isInteger(seat) && seat >= 0 && seat < seatCount ? seat : -1;
}

/** A name, a role, a unit and a team. */
export function personText(
  seat: number,
  seats: Seats,
  organisation: Organisation | { readonly why: string },
  people: People | null,
  notation: Notation,
): string {
  const names = "unitNames" in organisation ? organisation : undefined;
  const unit = names?.unitNames[seats.unit[seat]] ?? `Unit ${seats.unit[seat] + 1}`;
  const role = names?.roleNames[seats.role[seat]] ?? `Role ${seats.role[seat] + 1}`;
  return `${personName(seat, people, notation)}, ${isolated(role)}, ${isolated(unit)}, team ${countText(seats.team[seat] + 1, notation)}`;
}
