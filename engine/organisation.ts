/** Who works where: seats in teams, departments, units, roles and sites; cells and community scopes. */
import { draw, TWO32, weekKey, STREAM, type Key } from "./random.ts";
import type { Company } from "./spec.ts";

const TEAM_SPAN = 8;
const TEAMS_PER_DEPARTMENT = 8;
const DEPARTMENTS_PER_UNIT = 8;
const SCOPE_CLOSES_AT = 220;
const SCOPE_LIMIT = 330;

/** The fixed ground of a company; seat = employee index. */
export interface Organisation {
  readonly employeeCount: number;
  readonly unit: Uint16Array;
  readonly team: Uint32Array;
  readonly role: Uint8Array;
  readonly level: Uint8Array;
  readonly site: Uint8Array;
  readonly unitCount: number;
  readonly teamCount: number;
  readonly roleCount: number;
  readonly siteCount: number;
  readonly levelCount: number;
  /** Distinct (unit, role, site): what the scope of an intervention is made of. */
  readonly cell: Uint32Array;
  readonly cellUnit: Uint16Array;
  readonly cellRole: Uint8Array;
  readonly cellSite: Uint8Array;
  /** The one community of practice an employee may found or join. */
  readonly scope: Uint16Array;
  readonly scopeRole: Uint8Array;
  readonly scopeSize: Int32Array;
  /** Seats by scope, ascending: scopeSeats[scopeStart[c] … scopeStart[c + 1] − 1]. */
  readonly scopeStart: Uint32Array;
  readonly scopeSeats: Uint32Array;
  /** A role's scopes lie side by side: its seats are scopeSeats[roleStart[r] … roleStart[r + 1] − 1]. */
  readonly roleStart: Uint32Array;
  /** Units a scope reaches into, and the scopes that reach into a unit, each ascending. */
  readonly scopeUnitStart: Uint32Array;
  readonly scopeUnits: Uint16Array;
  readonly unitScopeStart: Uint32Array;
  readonly unitScopes: Uint16Array;
}

/** Builds the ground, and the departments that only the ties need; `extraSeats` are further synthetic units for employees who join in a merger. */
export function buildOrganisation(
  company: Company,
  extraSeats: number,
  teamMainRoleShare: number,
  run: Key,
): { organisation: Organisation; department: Uint16Array } {
  const base = company.employeeCount;
  const total = base + extraSeats;
  const unit = new Uint16Array(total);
  const department = new Uint16Array(total);
  const team = new Uint32Array(total);
  const role = new Uint8Array(total);
  const level = new Uint8Array(total);
  const site = new Uint8Array(total);
  const columns = { unit, department, team, role, level, site };
  const roster = company.roster;
  if (roster) for (const key of ROSTER_KEYS) columns[key].set(roster[key]);
  const roleCount = roster
    ? countOf(roster.role)
    : (company.roleCount ?? Math.min(12, Math.max(1, Math.floor(base / 25))));
  const siteCount = roster ? countOf(roster.site) : (company.siteCount ?? 1);
  if (!roster) seatSynthetic(columns, 0, base, siteCount);
  seatSynthetic(columns, base, total, siteCount);
  const unitCount = countOf(unit);
  drawRoles(role, team, roster ? base : 0, roleCount, teamMainRoleShare, run);
  const organisation = {
    unit,
    team,
    role,
    level,
    site,
    employeeCount: total,
    unitCount,
    teamCount: countOf(team),
    roleCount,
    siteCount,
    levelCount: countOf(level),
    ...cellsOf(unit, role, site),
    ...scopesOf(unit, role, roleCount, extraSeats > 0 ? unit[base] : unitCount),
  };
  return { organisation, department };
}

const ROSTER_KEYS = ["unit", "department", "team", "role", "level", "site"] as const;
type Seating = Pick<Organisation, "unit" | "team" | "role" | "level" | "site"> & {
  readonly department: Uint16Array;
};

/** Labels in use: one more than the largest, at least one. */
function countOf(labels: Uint8Array | Uint16Array | Uint32Array): number {
  let largest = 0;
  for (let a = 0; a < labels.length; a++) if (labels[a] > largest) largest = labels[a]!;
  return largest + 1;
}

/** Seats employees of new units in eights; the first seat of a team, department or unit leads it. */
function seatSynthetic(to: Seating, first: number, end: number, siteCount: number): void {
  const firstTeam = first === 0 ? 0 : countOf(to.team.subarray(0, first));
  const firstDepartment = first === 0 ? 0 : countOf(to.department.subarray(0, first));
  const firstUnit = first === 0 ? 0 : countOf(to.unit.subarray(0, first));
  for (let a = first; a < end; a++) {
    const team = Math.floor((a - first) / TEAM_SPAN);
    const department = Math.floor(team / TEAMS_PER_DEPARTMENT);
    const unit = Math.floor(department / DEPARTMENTS_PER_UNIT);
    to.team[a] = firstTeam + team;
    to.department[a] = firstDepartment + department;
    to.unit[a] = firstUnit + unit;
    to.site[a] = department % siteCount;
    const isTeamLead = (a - first) % TEAM_SPAN === 0;
    const isDepartmentLead = isTeamLead && team % TEAMS_PER_DEPARTMENT === 0;
    const isUnitLead = isDepartmentLead && department % DEPARTMENTS_PER_UNIT === 0;
    to.level[a] = Number(isTeamLead) + Number(isDepartmentLead) + Number(isUnitLead);
  }
}

/** Zipf-like roles (exponent 1): a main role drawn per team, the rest drawn per seat. */
function drawRoles(
  role: Uint8Array,
  team: Uint32Array,
  first: number,
  roleCount: number,
  mainShare: number,
  run: Key,
): void {
  const bounds = zipfBounds(roleCount);
  const ofTeam = weekKey(run, STREAM.population, 10, 0);
  const isMain = weekKey(run, STREAM.population, 11, 0);
  const own = weekKey(run, STREAM.population, 12, 0);
  for (let a = first; a < role.length; a++) {
    const isTeams = draw(a, isMain.k0, isMain.k1) < mainShare * TWO32;
    const h = isTeams ? draw(team[a], ofTeam.k0, ofTeam.k1) : draw(a, own.k0, own.k1);
    let r = 0;
    while (r < roleCount - 1 && h >= bounds[r]) r++;
    role[a] = r;
  }
}

function zipfBounds(roleCount: number): Float64Array {
  const bounds = new Float64Array(roleCount);
  let sum = 0;
  for (let r = 0; r < roleCount; r++) sum += 1 / (r + 1);
  let below = 0;
  for (let r = 0; r < roleCount; r++) {
    below += 1 / (r + 1) / sum;
    bounds[r] = below * TWO32;
  }
  return bounds;
}

function cellsOf(unit: Uint16Array, role: Uint8Array, site: Uint8Array) {
  const cell = new Uint32Array(unit.length);
  const seen = new Map<number, number>();
  const units: number[] = [];
  const roles: number[] = [];
  const sites: number[] = [];
  for (let a = 0; a < unit.length; a++) {
    const label = (unit[a] * 256 + role[a]) * 256 + site[a];
    let index = seen.get(label);
    if (index === undefined) {
      index = units.length;
      seen.set(label, index);
      units.push(unit[a]);
      roles.push(role[a]);
      sites.push(site[a]);
    }
    cell[a] = index;
  }
  return {
    cell,
    cellUnit: Uint16Array.from(units),
    cellRole: Uint8Array.from(roles),
    cellSite: Uint8Array.from(sites),
  };
}

/** Packs each role's units, in id order, into scopes of 220 to 330; a larger unit is split evenly; merged units start anew. */
function scopesOf(unit: Uint16Array, role: Uint8Array, roleCount: number, firstMerged: number) {
  const unitCount = countOf(unit);
  const count = new Int32Array(roleCount * unitCount);
  for (let a = 0; a < unit.length; a++) count[role[a] * unitCount + unit[a]]++;
  const firstScope = new Int32Array(count.length);
  const parts = new Int32Array(count.length).fill(1);
  const scopeRole: number[] = [];
  for (let r = 0; r < roleCount; r++)
    packUnits(r, unitCount, firstMerged, count, firstScope, parts, scopeRole);
  const scope = new Uint16Array(unit.length);
  const scopeSize = new Int32Array(scopeRole.length);
  const rank = new Int32Array(count.length);
  for (let a = 0; a < unit.length; a++) {
    const place = role[a] * unitCount + unit[a];
    const part = Math.floor((rank[place]++ * parts[place]) / count[place]);
    scope[a] = firstScope[place] + part;
    scopeSize[scope[a]]++;
  }
  const pairs = pairsOf(scope, unit);
  const byScope = group(pairs, scopeSize.length, (pair) => pair.scope);
  const byUnit = group(pairs, unitCount, (pair) => pair.unit);
  return {
    scope,
    scopeRole: Uint8Array.from(scopeRole),
    scopeSize,
    ...seatsByScope(scope, scopeSize),
    roleStart: roleStarts(scopeRole, scopeSize, roleCount),
    scopeUnitStart: byScope.start,
    scopeUnits: Uint16Array.from(byScope.pairs, (pair) => pair.unit),
    unitScopeStart: byUnit.start,
    unitScopes: Uint16Array.from(byUnit.pairs, (pair) => pair.scope),
  };
}

interface Pair {
  readonly scope: number;
  readonly unit: number;
}

/** The distinct (scope, unit) pairs, by scope, then unit. */
function pairsOf(scope: Uint16Array, unit: Uint16Array): Pair[] {
  const seen = new Set<number>();
  for (let a = 0; a < scope.length; a++) seen.add(scope[a] * 65536 + unit[a]);
  return [...seen]
    .toSorted((a, b) => a - b)
    .map((label) => ({ scope: Math.floor(label / 65536), unit: label % 65536 }));
}

function group(pairs: readonly Pair[], count: number, keyOf: (pair: Pair) => number) {
  const start = new Uint32Array(count + 1);
  for (const pair of pairs) start[keyOf(pair) + 1]++;
  for (let k = 0; k < count; k++) start[k + 1] += start[k];
  return { start, pairs: pairs.toSorted((a, b) => keyOf(a) - keyOf(b)) };
}

function roleStarts(scopeRole: readonly number[], scopeSize: Int32Array, roleCount: number): Uint32Array {
  const start = new Uint32Array(roleCount + 1);
  scopeRole.forEach((r, c) => (start[r + 1] += scopeSize[c]));
  for (let r = 0; r < roleCount; r++) start[r + 1] += start[r];
  return start;
}

function seatsByScope(scope: Uint16Array, scopeSize: Int32Array) {
  const scopeStart = new Uint32Array(scopeSize.length + 1);
  for (let c = 0; c < scopeSize.length; c++) scopeStart[c + 1] = scopeStart[c] + scopeSize[c];
  const next = scopeStart.slice();
  const scopeSeats = new Uint32Array(scope.length);
  for (let a = 0; a < scope.length; a++) scopeSeats[next[scope[a]]++] = a;
  return { scopeStart, scopeSeats };
}

function packUnits(
  r: number,
  unitCount: number,
  firstMerged: number,
  count: Int32Array,
  firstScope: Int32Array,
  parts: Int32Array,
  scopeRole: number[],
): void {
  let filled = 0;
  let isOpen = false;
  for (let u = 0; u < unitCount; u++) {
    const place = r * unitCount + u;
    const people = count[place];
    if (people === 0) continue;
    if ((isOpen && filled + people > SCOPE_LIMIT) || u === firstMerged) isOpen = false;
    if (people > SCOPE_LIMIT) {
      parts[place] = Math.ceil(people / SCOPE_LIMIT);
      firstScope[place] = scopeRole.length;
      for (let part = 0; part < parts[place]; part++) scopeRole.push(r);
      continue;
    }
    if (!isOpen) {
      scopeRole.push(r);
      filled = 0;
      isOpen = true;
    }
    firstScope[place] = scopeRole.length - 1;
    filled += people;
    if (filled >= SCOPE_CLOSES_AT) isOpen = false;
  }
}
