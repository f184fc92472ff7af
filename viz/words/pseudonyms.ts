/** What is asked before a firm's own people go into a file, in the page as in the terminal. */
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** What goes along, what does not, and what somebody may still find out. */
export function pseudonymsText(people: number, hasTies: boolean, notation: Notation): string {
  const ties = hasTies ? ", and who is tied to whom" : "";
  return (
    `The file will hold your ${countText(people, notation)} people in the order of your list: who shares a unit, department, team, role and site${ties}. ` +
    "Their ids and the names of units, roles and sites are replaced by pseudonyms, also where texts mention them. " +
    "Whoever knows the firm may recognise some by their place in it."
  );
}
