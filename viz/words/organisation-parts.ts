/** What a firm is made of: units, departments, teams and roles with their people, from seats. */
import type { Level, OrganisationData, Part } from "../charts/organisation-chart.tsx";
import type { TableData } from "./tables.ts";
import { atMostText, countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";
import { isolated } from "../charts/text.ts";

/** Seats of a firm, by seat. */
export interface Seating {
  readonly unit: ArrayLike<number>;
  readonly department: ArrayLike<number>;
  readonly team: ArrayLike<number>;
  readonly role: ArrayLike<number>;
}

interface Names {
  readonly unitNames: readonly string[];
  readonly roleNames: readonly string[];
}

/** Levels of a firm as its picture draws them; a lower level's parts lie under the part that holds them. */
export function organisationData(
  seating: Seating,
  { unitNames, roleNames }: Names,
  notation: Notation,
): OrganisationData {
  const units = partsOf([seating.unit], ([unit]) => unitNames[unit] ?? `Unit ${unit + 1}`);
  const departments = partsOf([seating.unit, seating.department], () => "");
  const teams = partsOf([seating.unit, seating.department, seating.team], () => "");
  const roles = partsOf([seating.role], ([role]) => roleNames[role] ?? `Role ${role + 1}`);
  const counted = (people: number): string => countText(people, notation);
  const level = (word: string, parts: readonly Part[]): Level => levelOf(word, parts, counted);
  return {
    levels: [level("unit", units), level("department", departments), level("team", teams)],
    roles: level(
      "role",
      roles.toSorted((a, b) => b.people - a.people),
    ),
    counted,
  };
}

/** People by a path of labels, in the order of the labels. */
function partsOf(labels: readonly ArrayLike<number>[], nameOf: (path: readonly number[]) => string): Part[] {
  const counts = new Map<string, { readonly path: number[]; people: number }>();
  for (let a = 0; a < labels[0].length; a++) {
    const path = labels.map((label) => label[a]);
    const key = path.join();
    const part = counts.get(key) ?? { path, people: 0 };
    part.people++;
    counts.set(key, part);
  }
  return [...counts.values()]
    .toSorted((a, b) => comparePaths(a.path, b.path))
    .map(({ path, people }) => ({ name: nameOf(path), people }));
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

function levelOf(word: string, parts: readonly Part[], counted: OrganisationData["counted"]): Level {
  const sizes = parts.map(({ people }) => people);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const size = least === most ? counted(least) : `${counted(least)} to ${counted(most)}`;
  const many = `${counted(parts.length)} ${word}${parts.length === 1 ? "" : "s"}`;
  return { label: `${many} of ${size} ${most === 1 ? "person" : "people"}`, parts };
}

/** The firm in one sentence: how deep, and which role is the largest. */
export function organisationSentence({ levels, roles }: OrganisationData, notation: Notation): string {
  const people = roles.parts.reduce((sum, part) => sum + part.people, 0);
  const [largest] = roles.parts;
  const share = Math.round((100 * largest.people) / people);
  const [units, departments, teams] = levels.map(({ parts }) => parts.length);
  const mean = (value: number): string => atMostText(value, 1, notation);
  const perUnit = mean(departments / units);
  return `A team has ${mean(people / teams)} people on average, a unit ${perUnit === "1" ? "one department" : `${perUnit} departments`}; ${share}${notation.percent} are of the largest role, ${isolated(largest.name)}.`;
}

export function organisationTable({ levels, roles, counted }: OrganisationData): TableData {
  return {
    caption: "People by unit and by role",
    heads: ["Part", "People"],
    rows: [...levels[0].parts, ...roles.parts].map(({ name, people }) => [name, counted(people)]),
  };
}
