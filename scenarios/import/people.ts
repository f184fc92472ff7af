/** From what a roster says to a whole organisation: units, departments, teams, roles and levels, gaps filled in. */
import type { Roster } from "../../engine/index.ts";
import { inputError } from "../errors.ts";
import { createLabels, type Labels } from "./labels.ts";

export interface Person {
  readonly id: string;
  readonly unit: string;
  readonly department: string;
  readonly team: string;
  readonly role: string;
  readonly manager: string;
  readonly site: string;
  /** Where the person stands, for errors. */
  readonly place: string;
}

export interface PeopleResult {
  readonly roster: Roster;
  readonly unitNames: readonly string[];
  readonly roleNames: readonly string[];
  readonly siteNames: readonly string[];
  readonly departmentCount: number;
  readonly teamCount: number;
  readonly filled: Filled;
}

/** How many people's gaps were filled in which way. */
export interface Filled {
  unit: number;
  department: number;
  teamByManager: number;
  teamByEights: number;
  roleByDepartment: number;
  roleAlone: number;
  site: number;
}

const TEAM_SIZE = 8;
const SMALL_LIMIT = 256;
const UNIT_LIMIT = 65_536;
const TEAM_LIMIT = 1_000_000;

/** Everybody's place in the organisation, in the order given. @throws InputError */
export function seatPeople(people: readonly Person[], idsByIndex: ReadonlyMap<string, number>): PeopleResult {
  const filled: Filled = {
    unit: 0,
    department: 0,
    teamByManager: 0,
    teamByEights: 0,
    roleByDepartment: 0,
    roleAlone: 0,
    site: 0,
  };
  const units = createLabels("unit", UNIT_LIMIT);
  const departments = createLabels("department", UNIT_LIMIT);
  const sites = createLabels("site", SMALL_LIMIT);
  const unit = new Uint16Array(people.length);
  const department = new Uint16Array(people.length);
  const site = new Uint8Array(people.length);
  for (const [i, person] of people.entries()) {
    unit[i] = units.numberOf(person.unit, person.place);
    department[i] = departments.numberOf(person.department, person.place, unit[i]);
    site[i] = sites.numberOf(person.site, person.place);
    filled.unit += Number(person.unit === "");
    filled.department += Number(person.department === "");
    filled.site += Number(person.site === "");
  }
  const { role, roleNames } = rolesOf(people, departments.names, department, filled);
  const managers = managersOf(people, idsByIndex);
  const { team, teamCount } = teamsOf(people, department, managers, filled);
  return {
    roster: { unit, department, team, role, level: levelsOf(people, managers), site },
    unitNames: named(units, "Company", "No unit"),
    roleNames,
    siteNames: named(sites, "Site 1", "No site"),
    departmentCount: departments.names.length,
    teamCount,
    filled,
  };
}

/** The blank name becomes a word: one if nobody has a name, another if only some have none. */
function named(labels: Labels, alone: string, among: string): string[] {
  return labels.names.map((name) => name || (labels.names.length === 1 ? alone : among));
}

const ONE_ROLE = "Employee";

/** Roles as given; without one the department's name, and where that is missing too, one role. */
function rolesOf(
  people: readonly Person[],
  departmentNames: readonly string[],
  department: Uint16Array,
  filled: Filled,
) {
  const isAnyGiven = people.some((person) => person.role !== "");
  const isByDepartment = isAnyGiven || new Set(departmentNames).size <= SMALL_LIMIT;
  const labels = createLabels("role", SMALL_LIMIT);
  const role = new Uint8Array(people.length);
  for (const [i, person] of people.entries()) {
    const byDepartment = isByDepartment ? departmentNames[department[i]] : "";
    role[i] = labels.numberOf(person.role || byDepartment || ONE_ROLE, person.place);
    if (person.role !== "") continue;
    if (byDepartment === "") filled.roleAlone++;
    else filled.roleByDepartment++;
  }
  return { role, roleNames: labels.names };
}

const NOBODY = -1;

/** Everybody's manager as an index, −1 = none. */
function managersOf(people: readonly Person[], idsByIndex: ReadonlyMap<string, number>): Int32Array {
  const managers = new Int32Array(people.length).fill(NOBODY);
  for (const [i, person] of people.entries()) {
    if (person.manager === "") continue;
    const manager = idsByIndex.get(person.manager);
    if (manager === undefined) throw inputError("unknown manager", "", person.manager, person.place);
    managers[i] = manager;
  }
  return managers;
}

/** Height in the tree of managers: 0 = no reports. @throws InputError for a circle */
function levelsOf(people: readonly Person[], managers: Int32Array): Uint8Array {
  const level = new Uint8Array(people.length);
  const open = new Int32Array(people.length);
  for (const manager of managers) if (manager !== NOBODY) open[manager]++;
  const ready = [...open.keys()].filter((i) => open[i] === 0);
  for (let k = 0; k < ready.length; k++) {
    const i = ready[k];
    const manager = managers[i];
    if (manager === NOBODY) continue;
    level[manager] = Math.min(255, Math.max(level[manager], level[i] + 1));
    if (--open[manager] === 0) ready.push(manager);
  }
  if (ready.length < people.length) {
    const inCircle = people[open.findIndex((count) => count > 0)];
    throw inputError("managers in a circle", "", inCircle.id, inCircle.place);
  }
  return level;
}

// Owners of teams: a department 0 … owns its named teams, LED all teams of managers, LED − 1 … a department's eights.
const LED = -1;

/** Teams as given; else one manager's people; else eights in the order given within the department. */
function teamsOf(
  people: readonly Person[],
  department: Uint16Array,
  managers: Int32Array,
  filled: Filled,
): { team: Uint32Array; teamCount: number } {
  const leads = new Set(managers);
  const labels = createLabels("team", TEAM_LIMIT);
  const seated = new Map<number, number>();
  const team = new Uint32Array(people.length);
  for (const [i, person] of people.entries()) {
    const home = department[i];
    // Whoever has no manager but reports belongs to the team they lead.
    const lead = managers[i] !== NOBODY ? managers[i] : leads.has(i) ? i : NOBODY;
    if (person.team !== "") {
      team[i] = labels.numberOf(person.team, person.place, home);
    } else if (lead !== NOBODY) {
      team[i] = labels.numberOf(`${lead}`, person.place, LED);
      filled.teamByManager++;
    } else {
      const before = seated.get(home) ?? 0;
      seated.set(home, before + 1);
      team[i] = labels.numberOf(`${Math.floor(before / TEAM_SIZE)}`, person.place, LED - 1 - home);
      filled.teamByEights++;
    }
  }
  return { team, teamCount: labels.names.length };
}
