/** AdoptBench in TypeScript, three ways that must agree to the last bit. */
import { adoption } from "./adoption.ts";
import { RESULT_COLUMNS, type AdoptState } from "./columns.ts";
import type { Company } from "./company.ts";
import { ObjectCompany } from "./objects.ts";
import { pulling, pushing } from "./spreading.ts";
import { createAdoptWorld, stepAdopt, type AdoptProcess } from "./world.ts";

/** A company set up: ticks change it, and its state is what is hashed. */
export interface AdoptRun {
  readonly tick: (tick: number) => void;
  readonly state: () => AdoptState;
}

function inColumns(schedule: readonly AdoptProcess[]): (company: Company) => AdoptRun {
  return (company) => {
    const world = createAdoptWorld(company);
    return { tick: (tick) => stepAdopt(world, schedule, tick), state: () => world.state };
  };
}

function inObjects(company: Company): AdoptRun {
  const objects = new ObjectCompany(company);
  return { tick: (tick) => objects.tick(tick), state: () => objects.state() };
}

export const VARIANTS = {
  pushed: inColumns([adoption, pushing]),
  pulled: inColumns([adoption, pulling]),
  objects: inObjects,
} as const;
export type VariantName = keyof typeof VARIANTS;

/** All ticks of a company. */
export function runToEnd(company: Company, run: AdoptRun): void {
  for (let tick = 0; tick < company.tickCount; tick++) run.tick(tick);
}

/** The result's bytes: status, then five doubles, column by column, little-endian. */
export function resultBytes(state: AdoptState): Uint8Array[] {
  return RESULT_COLUMNS.map((name) => {
    const { buffer, byteOffset, byteLength } = state[name];
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
}
