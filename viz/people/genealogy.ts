/** Who brought whom: the forest of registrations and joinings, as the parents in a chronicle make it. */
import { EVENT, NO_EVENT, NOBODY, type Chronicle } from "../../engine/index.ts";

export interface Genealogy {
  /** By event: all who descend from it, itself left out. */
  readonly descendants: Uint32Array;
  /** By event: people on the chain from its origin to it, at least 1. */
  readonly chain: Uint16Array;
  /** By event: the first of its chain. */
  readonly origin: Int32Array;
  /** By event: its children, in order. */
  readonly childrenOf: (event: number) => readonly number[];
}

/** Whether an event is one that is handed on. */
export function isInherited(kind: number): boolean {
  return kind === EVENT.registered || kind === EVENT.joined;
}

/** The forest of a chronicle; parents come before their children, so one pass each way is enough. */
export function genealogyOf({ kind, person, parent, count }: Chronicle): Genealogy {
  const descendants = new Uint32Array(count);
  const chain = new Uint16Array(count);
  const origin = new Int32Array(count);
  const children = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const up = parent[i];
    origin[i] = up === NO_EVENT ? i : origin[up];
    // Two events of one person are one link.
    chain[i] = up === NO_EVENT ? 1 : chain[up] + (person[up] === person[i] ? 0 : 1);
    if (up === NO_EVENT || !isInherited(kind[i])) continue;
    const siblings = children.get(up);
    if (siblings === undefined) children.set(up, [i]);
    else siblings.push(i);
  }
  for (let i = count - 1; i >= 0; i--)
    if (parent[i] !== NO_EVENT) descendants[parent[i]] += descendants[i] + 1;
  return { descendants, chain, origin, childrenOf: (event) => children.get(event) ?? [] };
}

/** The chain from an origin down to an event. */
export function chainTo({ parent }: Chronicle, event: number): number[] {
  const chain = [event];
  while (parent[chain[0]] !== NO_EVENT) chain.unshift(parent[chain[0]]);
  return chain;
}

export interface Descent {
  /** Events of the kind, and those of them that came through somebody else. */
  readonly total: number;
  readonly through: number;
  /** People on the longest chain, and its last event; 0 and −1 without events. */
  readonly longest: number;
  readonly longestEnd: number;
  /** The event with the most descendants; −1 without events. */
  readonly greatest: number;
}

/** The registrations, or the joinings, of a chronicle at a glance. */
export function descentOf(chronicle: Chronicle, genealogy: Genealogy, kind: number): Descent {
  let total = 0;
  let through = 0;
  let longest = 0;
  let longestEnd = -1;
  let greatest = -1;
  for (let i = 0; i < chronicle.count; i++) {
    if (chronicle.kind[i] !== kind) continue;
    total++;
    if (chronicle.other[i] !== NOBODY) through++;
    if (genealogy.chain[i] > longest) [longest, longestEnd] = [genealogy.chain[i], i];
    if (greatest < 0 || genealogy.descendants[i] > genealogy.descendants[greatest]) greatest = i;
  }
  return { total, through, longest, longestEnd, greatest };
}

/** The last event of a kind of a person; −1 if there is none. */
export function lastEventOf({ kind, person, count }: Chronicle, of: number, wanted: number): number {
  for (let i = count - 1; i >= 0; i--) if (person[i] === of && kind[i] === wanted) return i;
  return -1;
}
