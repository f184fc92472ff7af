/** From a document's company to the engine's: people as numbers, and the names to call them by. */
import type { Company, TieSpec } from "../engine/index.ts";
import { inputError, InputError } from "./errors.ts";
import type { ImportedOrganisation } from "./import/index.ts";
import { counted, plural } from "./import/words.ts";
import { companyById, type LibraryCompany } from "./library/known.ts";
import { placeOf } from "./locate.ts";
import type { Document, DocumentCompany } from "./schema.ts";

export interface Organisation {
  readonly company: Company;
  /** Names at the start; units that a merger adds have none. */
  readonly unitNames: readonly string[];
  readonly roleNames: readonly string[];
  readonly siteNames: readonly string[];
  /** What was understood and filled in, in sentences. */
  readonly report: readonly string[];
}

/** Business units of a synthetic organisation: 8 departments of 8 teams of 8. */
const UNIT_SIZE = 512;
const DEPARTMENT_SIZE = 64;
const ROLES_DEFAULT_MAX = 12;
const EMPLOYEES_PER_ROLE = 25;
const TIES_MAX = 20_000_000;

/** Turns names into indices once for all plans and replicates. @throws InputError */
export function resolveOrganisation(document: Document, imported?: ImportedOrganisation): Organisation {
  const base = companyById(document.company.library ?? "");
  const given = { ...base?.company, ...document.company };
  const report: string[] = [];
  const people = imported ?? peopleOf(base, given, report);
  if (imported) report.push(...imported.roster.report, ...(imported.ties?.report ?? []));
  const named = people
    ? namesOfPeople(people, given, imported !== undefined, report)
    : syntheticNames(document, given, base, report);
  const company: Company = {
    employeeCount: named.employeeCount,
    ...(people ? { roster: people.roster.roster } : { roleCount: named.roleNames.length }),
    ...(people ? {} : { siteCount: named.siteNames.length }),
    ties: tiesOf(document, given, people, named.employeeCount, report),
    ...(given.rewiring === undefined ? {} : { rewiring: given.rewiring }),
    salesLikeRole: salesLikeRole(document, given, named.roleNames, report),
  };
  const { unitNames, roleNames, siteNames } = named;
  return { company, unitNames, roleNames, siteNames, report };
}

interface Named extends Pick<Organisation, "unitNames" | "roleNames" | "siteNames"> {
  readonly employeeCount: number;
}

/** The people a library company brings along, as long as their number is not changed. */
function peopleOf(
  base: LibraryCompany | undefined,
  given: DocumentCompany,
  report: string[],
): ImportedOrganisation | undefined {
  if (!base?.people) return undefined;
  if (given.employees === base.company.employees) return base.people();
  report.push(
    `Another number of employees than ${base.company.employees}: its people and ties are synthetic.`,
  );
  return undefined;
}

function namesOfPeople(
  people: ImportedOrganisation,
  given: DocumentCompany,
  isImported: boolean,
  report: string[],
): Named {
  const { ids, unitNames, roleNames, siteNames } = people.roster;
  if (isImported && given.employees !== undefined) {
    const instead = plural(given.employees, "employee", "employees");
    report.push(`The roster takes the place of the document's ${instead}, their roles and sites.`);
  }
  return { employeeCount: ids.length, unitNames, roleNames, siteNames };
}

function syntheticNames(
  document: Document,
  given: DocumentCompany,
  base: LibraryCompany | undefined,
  report: string[],
): Named {
  const employeeCount = given.employees!;
  const roleCount = Math.min(ROLES_DEFAULT_MAX, Math.max(1, Math.floor(employeeCount / EMPLOYEES_PER_ROLE)));
  let roleNames = given.roles ?? numbered("Role", roleCount);
  if (document.company.roles === undefined && roleNames.length > roleCount) {
    const all = base?.name ?? "the company";
    report.push(
      `${counted(employeeCount)} employees have ${roleCount} of the ${roleNames.length} roles of ${all}.`,
    );
    roleNames = roleNames.slice(0, roleCount);
  }
  const siteNames = given.sites ?? numbered("Site", 1);
  const departmentCount = Math.ceil(employeeCount / DEPARTMENT_SIZE);
  if (siteNames.length > departmentCount) {
    report.push(`More sites than departments (${departmentCount}): the other sites are empty.`);
  }
  return {
    employeeCount,
    unitNames: numbered("Unit", Math.ceil(employeeCount / UNIT_SIZE)),
    roleNames,
    siteNames,
  };
}

function numbered(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
}

/** Ties as the document says; a file of ties takes their place. */
function tiesOf(
  document: Document,
  given: DocumentCompany,
  people: ImportedOrganisation | undefined,
  employeeCount: number,
  report: string[],
): TieSpec {
  const asked = given.ties ?? { kind: "synthetic" };
  if (people?.ties) {
    if (given.ties !== undefined && asked.kind !== "imported") {
      report.push(`The imported ties take the place of the document's ${asked.kind} ties.`);
    }
    return { kind: "imported", source: people.ties.source, target: people.ties.target };
  }
  const place = placeOf(document, ["company", "ties"]);
  if (asked.kind === "imported") throw new InputError(`missing ties; the company's are imported (${place})`);
  if (people) report.push(`No file of ties: ${asked.kind} ties.`);
  const degree = asked.kind === "random" ? asked.meanDegree : asked.kind === "ring" ? asked.degree : 0;
  const most = Math.min(employeeCount - 1, Math.floor((2 * TIES_MAX) / employeeCount));
  if (degree > most) throw inputError("invalid ties a head", `not in [0, ${most}]`, degree, place);
  return asked;
}

/** The role that sells; an imported roster without that role has none, unless the document itself names it. */
function salesLikeRole(
  document: Document,
  given: DocumentCompany,
  roleNames: readonly string[],
  report: string[],
): number {
  const name = given.salesLikeRole;
  if (name === undefined || name === null) return -1;
  const role = roleNames.indexOf(name);
  if (role === -1 && document.company.salesLikeRole !== undefined) {
    throw inputError("unknown role", "", name, placeOf(document, ["company", "salesLikeRole"]));
  }
  if (role === -1) report.push(`No role is called ${name}: none is like sales.`);
  return role;
}
