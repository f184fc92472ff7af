/** Where value comes from, and where people stand, in words. */
import type { MeasureName } from "../../engine/index.ts";
import type { StatesPlan } from "../charts/states.tsx";
import type { StreamRow } from "../charts/streams.tsx";
import { listOf, rich, type PlanName, type Rich } from "./rich.ts";
import type { TableData } from "./tables.ts";
import { whenText } from "./time.ts";
import type { Unit } from "./units.ts";
import type { Notation } from "./notation.ts";

/** Short names of the streams; a measure without one keeps its label. */
const STREAM_NAMES: Partial<Record<MeasureName, string>> = {
  valueCommunityPeople: "People in communities",
  valueCommunityBase: "Communities’ knowledge",
  valuePlatformPeople: "People on the platform",
  valuePlatformBase: "Platform’s knowledge",
  valueAmbient: "Ambient awareness",
  valueSkill: "Skill",
  valueEngagement: "Engagement",
  valueFriction: "Friction saved",
  valueTurnover: "Replacements saved",
};

export function streamName(name: MeasureName, label: string): string {
  return STREAM_NAMES[name] ?? label;
}

/** The widest streams first; those beyond `most` become one row. */
export function widestRows(rows: readonly StreamRow[], most: number): StreamRow[] {
  const width = (row: StreamRow): number => Math.max(...row.values.map(Math.abs));
  const sorted = rows.toSorted((a, b) => width(b) - width(a));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most - 1);
  const values = rest[0].values.map((_, plan) => rest.reduce((sum, row) => sum + row.values[plan], 0));
  return [...sorted.slice(0, most - 1), { name: `${rest.length} others`, values }];
}

/** The largest source or item of plan b, whose values stand first. */
export function streamsSentence(
  rows: readonly StreamRow[],
  b: PlanName,
  what: "value" | "cost",
  week: number,
  notation: Notation,
): Rich {
  const total = rows.reduce((sum, row) => sum + row.values[0], 0);
  const top = rows.toSorted((x, y) => y.values[0] - x.values[0])[0];
  const when = whenText(week);
  if (top === undefined || total <= 0) {
    return rich`${when}, ${b} has ${what === "value" ? "made no value" : "cost nothing"}.`;
  }
  const share = `${Math.round((100 * top.values[0]) / total)}${notation.percent}`;
  const flow = what === "value" ? "comes from" : "goes to";
  return rich`${when}, ${share} of the ${what} of ${b} ${flow} ${top.name.toLowerCase()}.`;
}

export function streamsTable(
  rows: readonly StreamRow[],
  names: readonly string[],
  what: string,
  money: Unit,
): TableData {
  return {
    caption: `${what} to date, means of the runs`,
    heads: ["Of", ...names],
    rows: rows.map((row) => [row.name, ...row.values.map(money.short)]),
  };
}

export function statesSentence(
  plans: readonly StatesPlan[],
  week: number,
  text: (share: number) => string,
): Rich {
  const parts = plans.map(({ name, plan, shares }, i) => {
    const deep = text(shares.at(-1)![week]);
    return i === 0
      ? rich`${deep} practise deeply under ${{ name, plan }}`
      : rich`${deep} under ${{ name, plan }}`;
  });
  return rich`${whenText(week)}, ${listOf(parts)}.`;
}

export function statesTable(
  names: readonly string[],
  plans: readonly StatesPlan[],
  week: number,
  text: (share: number) => string,
): TableData {
  return {
    caption: `${whenText(week)}: share of employees in each state, means of the runs`,
    heads: ["State", ...plans.map((plan) => plan.name)],
    rows: names.map((name, state) => [name, ...plans.map((plan) => text(plan.shares[state][week]))]),
  };
}
