/** A roster: who works where, from CSV. */
import type { Roster } from "../../engine/index.ts";
import { inputError, InputError } from "../errors.ts";
import { EMPLOYEES_MAX } from "../limits.ts";
import type { Chunks } from "./csv.ts";
import { type Filled, type PeopleResult, type Person, seatPeople } from "./people.ts";
import { readTable, type Table } from "./table.ts";
import { counted, listed, plural } from "./words.ts";

const OPTIONAL = ["unit", "department", "team", "role", "manager", "site"] as const;
type Column = "id" | (typeof OPTIONAL)[number];

export interface ImportedRoster {
  /** People's ids in file order: position = employee. */
  readonly ids: readonly string[];
  readonly roster: Roster;
  readonly unitNames: readonly string[];
  readonly roleNames: readonly string[];
  readonly siteNames: readonly string[];
  /** What was understood and filled in, in sentences. */
  readonly report: readonly string[];
}

export interface RosterOptions {
  /** The file's name in errors. */
  readonly name?: string;
}

/** Reads people from CSV: id, and optionally unit, department, team, role, manager, site. @throws InputError */
export async function importRoster(chunks: Chunks, options: RosterOptions = {}): Promise<ImportedRoster> {
  const name = options.name ?? "";
  const people: Person[] = [];
  const index = new Map<string, number>();
  const table = await readTable<Column>(chunks, { name, required: ["id"], optional: OPTIONAL }, (row) => {
    const { get, place } = row;
    const id = get("id");
    if (id === "") throw new InputError(`missing id (${place})`);
    if (id.length > ID_LIMIT) throw inputError("invalid id", `longer than ${ID_LIMIT} characters`, id, place);
    if (index.has(id)) throw inputError("repeated id", "", id, place);
    if (people.length === EMPLOYEES_MAX)
      throw inputError("too many people", `more than ${EMPLOYEES_MAX}`, id, place);
    index.set(id, people.length);
    const [unit, department, team, role, manager, site] = OPTIONAL.map(get) as Texts;
    people.push({ id, unit, department, team, role, manager, site, place });
  });
  if (people.length === 0)
    throw new InputError(`empty roster; nobody below the header${name && ` (${name})`}`);
  const seats = seatPeople(people, index);
  return {
    ids: people.map((person) => person.id),
    roster: seats.roster,
    unitNames: seats.unitNames,
    roleNames: seats.roleNames,
    siteNames: seats.siteNames,
    report: [summary(people.length, seats), ...gaps(table, seats.filled), ...ignored(table)],
  };
}

const ID_LIMIT = 200;
type Texts = [string, string, string, string, string, string];

function summary(count: number, seats: PeopleResult): string {
  return (
    `${plural(count, "person", "people")} in ${plural(seats.unitNames.length, "unit", "units")}, ` +
    `${plural(seats.departmentCount, "department", "departments")}, ` +
    `${plural(seats.teamCount, "team", "teams")}, ${plural(seats.roleNames.length, "role", "roles")} ` +
    `and ${plural(seats.siteNames.length, "site", "sites")}.`
  );
}

/** What was missing, and what took its place. */
function gaps(table: Table<Column>, filled: Filled): string[] {
  const rows: [keyof Filled, Column, string][] = [
    ["unit", "unit", "share one unit"],
    ["department", "department", "have their unit as department"],
    ["teamByManager", "team", "are in a team with those who have the same manager"],
    ["teamByEights", "team", "are in teams of eight in file order within their department"],
    ["roleByDepartment", "role", "have their department as role"],
    ["roleAlone", "role", "share one role"],
    ["site", "site", "share one site"],
  ];
  const sentences = rows
    .filter(([key]) => filled[key] > 0)
    .map(([key, column, words]) => {
      const some = `${counted(filled[key])} of ${counted(table.rowCount)} people`;
      const who = filled[key] === table.rowCount ? "all" : some;
      return table.found.has(column)
        ? `Without a ${column}: ${who} ${words}.`
        : `No column ${column}: ${who} ${words}.`;
    });
  return table.found.has("manager") ? sentences : [...sentences, "No column manager: all are on level 0."];
}

function ignored(table: Table<Column>): string[] {
  return table.ignored.length === 0 ? [] : [`Ignored columns: ${listed(table.ignored)}.`];
}
