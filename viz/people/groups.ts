/** Who lies with whom in a picture of people: units or departments, inside them communities side by side. */
import type { Seats } from "../../engine/index.ts";
import type { Group } from "./layout.ts";

/** Blocks that still have room for names. */
const GROUPS_MOST = 40;

/**
 * Groups in the order of their numbers; inside a group seats of one community lie together, then of one role, then of
 * one team. Beyond `most` groups the smallest become one, the last.
 *
 * @param by whose blocks they are
 * @param names by number; a number without one (a unit that joined in a merger) gets a word and its number
 */
export function groupsOf(
  seats: Seats,
  by: "unit" | "department",
  names: readonly string[],
  most: number = GROUPS_MOST,
): Group[] {
  const label = seats[by];
  const order = Array.from(label, (_, a) => a).toSorted(
    (a, b) =>
      label[a] - label[b] ||
      seats.scope[a] - seats.scope[b] ||
      seats.role[a] - seats.role[b] ||
      seats.team[a] - seats.team[b] ||
      a - b,
  );
  const groups: { name: string; seats: number[] }[] = [];
  let last = -1;
  for (const a of order) {
    if (label[a] !== last) groups.push({ name: names[label[a]] ?? wordOf(by, label[a]), seats: [] });
    last = label[a];
    groups.at(-1)!.seats.push(a);
  }
  return withoutSmallest(groups, most);
}

function wordOf(by: "unit" | "department", n: number): string {
  return `${by === "unit" ? "Unit" : "Department"} ${n + 1}`;
}

function withoutSmallest(groups: readonly Group[], most: number): Group[] {
  if (groups.length <= most) return [...groups];
  const bySize = groups.toSorted((a, b) => b.seats.length - a.seats.length);
  const kept = new Set(bySize.slice(0, most - 1));
  const rest = groups.filter((group) => !kept.has(group));
  const seats = rest.flatMap((group) => Array.from(group.seats));
  return [...groups.filter((group) => kept.has(group)), { name: `${rest.length} others`, seats }];
}
