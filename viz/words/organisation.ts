/** Who works in a firm, in sentences. */
import type { Organisation } from "../../scenarios/index.ts";
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** Counts of people, units, roles and sites, and what had to be filled in. */
export function organisationSentences(organisation: Organisation, notation: Notation): string[] {
  const { company, unitNames, roleNames, siteNames, report } = organisation;
  const counted = (n: number, what: string): string =>
    `${countText(n, notation)} ${what}${n === 1 ? "" : "s"}`;
  const parts = [
    counted(unitNames.length, "business unit"),
    counted(roleNames.length, "role"),
    counted(siteNames.length, "site"),
  ];
  return [
    `${counted(company.employeeCount, "employee")} in ${parts[0]}, ${parts[1]} and ${parts[2]}.`,
    ...report,
  ];
}
