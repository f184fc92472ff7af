/** Runs kept by world and by what a plan does: a changed plan leaves the others' runs as they are. */
import type { Company } from "../../engine/index.ts";
import { resolveOrganisation, specOf, type Document, type Organisation } from "../../scenarios/index.ts";
import type { Task } from "../../workers/index.ts";
import { planKey, worldKey } from "./keys.ts";
import type { People } from "./people.ts";
import type { PlanRuns } from "./sample.ts";

/** A replicate, and the plans (by place) that don't have it. */
export interface MissingRun {
  readonly replicate: number;
  readonly places: readonly number[];
}

export interface CachedDocument {
  readonly company: Company;
  /** By a plan's place in the document. */
  readonly plans: readonly PlanRuns[];
  readonly missing: (replicates: number) => MissingRun[];
  readonly taskOf: (run: MissingRun) => Task;
}

export interface Cache {
  /** @throws InputError if the document can't be run */
  readonly read: (document: Document, people?: People | null) => CachedDocument;
}

interface World {
  readonly organisation: Organisation;
  /** The latest read last. */
  readonly plans: Map<string, PlanRuns>;
}

/** Worlds remembered: each may hold some tens of megabytes. */
const WORLDS_MOST = 3;
/** Plans remembered in a world beyond those of its document: enough to undo and to go back and forth. */
const PLANS_SPARE = 12;

export function createCache(): Cache {
  const worlds = new Map<string, World>();
  return {
    read: (document, people = null) => {
      const key = `${people?.key ?? ""} ${worldKey(document)}`;
      const world = worlds.get(key) ?? createWorld(document, people);
      putLast(worlds, key, world, WORLDS_MOST);
      return readWorld(document, world);
    },
  };
}

/** A Map remembers the order of insertion: the first are those that were not asked for the longest. */
function putLast<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
}

function createWorld(document: Document, people: People | null): World {
  return { organisation: resolveOrganisation(document, people?.organisation), plans: new Map() };
}

function readWorld(document: Document, world: World): CachedDocument {
  const most = document.plans.length + PLANS_SPARE;
  const plans = document.plans.map((plan) => {
    const key = planKey(plan);
    const runs: PlanRuns = world.plans.get(key) ?? new Map();
    putLast(world.plans, key, runs, most);
    return runs;
  });
  return {
    company: world.organisation.company,
    plans,
    missing: (replicates) =>
      Array.from({ length: replicates }, (_, replicate) => ({
        replicate,
        places: plans.flatMap((runs, place) => (runs.has(replicate) ? [] : [place])),
      })).filter((run) => run.places.length > 0),
    taskOf: (run) => taskOf(document, world.organisation, run),
  };
}

function taskOf(document: Document, organisation: Organisation, { replicate, places }: MissingRun): Task {
  const specs = places.map((place) => specOf(document, organisation, place, replicate));
  const { company: _company, plan: _plan, ...spec } = specs[0];
  return { spec, plans: specs.map((one) => one.plan) };
}
