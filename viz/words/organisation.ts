/** Who works in a firm, in sentences. */
import type { Organisation } from "../../scenarios/index.ts";
import { counted } from "./counted.ts";
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** Counts of people, units, roles and sites, and what had to be filled in. */
export function organisationSentences(organisation: Organisation, notation: Notation): string[] {
  const { company, unitNames, roleNames, siteNames, report } = organisation;
  const some = (n: number, what: string): string => counted(countText(n, notation), what);
  const parts = [
    some(unitNames.length, "business unit"),
    some(roleNames.length, "role"),
    some(siteNames.length, "site"),
  ];
  return [
    `${some(company.employeeCount, "employee")} in ${parts[0]}, ${parts[1]} and ${parts[2]}.`,
    ...report,
  ];
}
