/** Who works in a firm, in sentences. */
import type { Organisation } from "../../scenarios/index.ts";

/** Counts of people, units, roles and sites, and what had to be filled in. */
export function organisationSentences(organisation: Organisation): string[] {
  const { company, unitNames, roleNames, siteNames, report } = organisation;
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

function counted(n: number, what: string): string {
  return `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}`;
}
