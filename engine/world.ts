/** A company at a week's boundary: its fixed ground, its state, and scratch that is never saved. */
import type { Lengths, State } from "./columns.ts";
import type { Intervention, Shock } from "./interventions.ts";
import type { Organisation } from "./organisation.ts";
import type { Key } from "./random.ts";
import type { Scratch } from "./scratch.ts";
import type { RunSpec } from "./spec.ts";
import type { Tables } from "./tables.ts";
import type { Ties } from "./ties.ts";
import type { GroupBy } from "./trace.ts";

/** What all plans of one replicate have in common: nothing of it is state, and scratch is filled anew every week. */
export interface Ground {
  /** The shocks in canonical order. */
  readonly shocks: readonly Shock[];
  readonly run: Key;
  readonly organisation: Organisation;
  readonly ties: Ties;
  readonly tables: Tables;
  readonly scratch: Scratch;
  /** Whether people without a channel are passed over; false only to show that they change nothing. */
  readonly isSkippingIdle: boolean;
  readonly groupBy: readonly GroupBy[];
}

export interface World extends Ground {
  readonly spec: RunSpec;
  /** The plan in canonical order. */
  readonly plan: readonly Intervention[];
  readonly lengths: Lengths;
  /** Everything that outlives a week, in one buffer. */
  readonly buffer: ArrayBuffer;
  readonly state: State;
}

/** A copy of everything that outlives a week; restore it into a world of the same spec. */
export function snapshot(world: World): ArrayBuffer {
  return world.buffer.slice(0);
}

/** Puts a world back to a snapshot of the same spec (or of one whose plans agree until then). */
export function restore(world: World, saved: ArrayBuffer): void {
  if (saved.byteLength !== world.buffer.byteLength)
    throw new RangeError(
      `snapshot of another world; ${saved.byteLength} bytes instead of ${world.buffer.byteLength}`,
    );
  new Uint8Array(world.buffer).set(new Uint8Array(saved));
  world.scratch.kept.state = undefined;
}

/** Bytes of the typed arrays a world holds: what it outputs, its ties, and everything else. */
export function worldBytes(world: World): {
  people: number;
  outputs: number;
  ties: number;
  tieCount: number;
} {
  const { neighbours } = world.ties;
  const { trace, grouped } = world.state;
  const outputs = trace.measures.byteLength + grouped.measures.byteLength;
  const ties = neighbours.byteLength;
  const people = world.buffer.byteLength - outputs + groundBytes(world) - ties;
  return { people, outputs, ties, tieCount: neighbours.length / 2 };
}

/** What a world stands on, without its state. */
export function groundOf({
  shocks,
  run,
  organisation,
  ties,
  tables,
  scratch,
  isSkippingIdle,
  groupBy,
}: World): Ground {
  return { shocks, run, organisation, ties, tables, scratch, isSkippingIdle, groupBy };
}

/** Bytes of the typed arrays of a ground: the organisation, its ties and scratch; tables take 200 KB more. */
export function groundBytes({ ties, scratch, organisation }: Ground): number {
  let bytes = 0;
  for (const part of [ties, scratch, organisation])
    for (const item of Object.values(part)) bytes += bytesOf(item);
  return bytes;
}

/** Bytes of a typed array, or of those in a list. */
function bytesOf(item: unknown): number {
  if (ArrayBuffer.isView(item)) return item.byteLength;
  if (typeof item !== "object" || item === null) return 0;
  let bytes = 0;
  for (const column of Object.values(item)) if (ArrayBuffer.isView(column)) bytes += column.byteLength;
  return bytes;
}
