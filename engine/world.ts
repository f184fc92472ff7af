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

export interface World {
  readonly spec: RunSpec;
  /** The plan in canonical order. */
  readonly plan: readonly Intervention[];
  /** The shocks in canonical order. */
  readonly shocks: readonly Shock[];
  readonly run: Key;
  readonly organisation: Organisation;
  readonly ties: Ties;
  readonly tables: Tables;
  readonly lengths: Lengths;
  /** Everything that outlives a week, in one buffer. */
  readonly buffer: ArrayBuffer;
  readonly state: State;
  readonly scratch: Scratch;
  /** Whether people without a channel are passed over; false only to show that they change nothing. */
  readonly isSkippingIdle: boolean;
  readonly groupBy: readonly GroupBy[];
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
}

/** Bytes of the typed arrays a world holds: what it outputs, its ties, and everything else. */
export function worldBytes(world: World): {
  people: number;
  outputs: number;
  ties: number;
  tieCount: number;
} {
  const { offsets, neighbours, roleDegree } = world.ties;
  const { trace, grouped } = world.state;
  const outputs = trace.measures.byteLength + grouped.measures.byteLength;
  const { attendees, visitors, touched, ...scratch } = world.scratch;
  let people = world.buffer.byteLength - outputs + offsets.byteLength + roleDegree.byteLength;
  for (const part of [scratch, attendees, visitors, touched, world.organisation])
    for (const item of Object.values(part)) if (ArrayBuffer.isView(item)) people += item.byteLength;
  return { people, outputs, ties: neighbours.byteLength, tieCount: neighbours.length / 2 };
}
