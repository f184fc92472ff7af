/** Sights of plans: single runs seen person by person, simulated again when they are asked for, the last few kept. */
import type { Seeing, Sight } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { createCache } from "../store/cache.ts";
import { planKey, worldKey } from "../store/keys.ts";
import type { People } from "../store/people.ts";
import type { RunSource } from "../store/results.ts";

/** One plan of a document in one replicate: the same draws as that replicate's curves. */
export interface SightRequest {
  readonly document: Document;
  /** The imported people, or null for those of the document. */
  readonly people: People | null;
  /** The plan's place in the document. */
  readonly plan: number;
  readonly replicate: number;
  readonly seeing: Seeing;
}

export interface Seen extends Sight {
  /** The run's digest, equal to that of the same run among the curves. */
  readonly digest: string;
}

export interface Sights {
  /** What is kept of a request, if anything. */
  readonly known: (request: SightRequest) => Seen | undefined;
  /**
   * Simulates a run and sees it; at once if it is kept. Rejects with an InputError if the document can't be run, and as
   * cancelled (see isCancelled) once the signal has aborted. `onProgress` hears shares in [0, 1].
   */
  readonly see: (
    request: SightRequest,
    signal?: AbortSignal,
    onProgress?: (share: number) => void,
  ) => Promise<Seen>;
}

/** Two plans in three futures. */
const SIGHTS_MOST = 6;

/** Sights from runs of a source. */
export function createSights(source: () => RunSource): Sights {
  const cache = createCache();
  const kept = new Map<string, Seen>();

  function known(request: SightRequest): Seen | undefined {
    const key = keyOf(request);
    const seen = kept.get(key);
    if (seen !== undefined) keep(key, seen);
    return seen;
  }

  /** A Map remembers the order of insertion: the first was not asked for the longest. */
  function keep(key: string, seen: Seen): void {
    kept.delete(key);
    kept.set(key, seen);
    for (const oldest of kept.keys()) {
      if (kept.size <= SIGHTS_MOST) break;
      kept.delete(oldest);
    }
  }

  async function see(
    request: SightRequest,
    signal?: AbortSignal,
    onProgress?: (share: number) => void,
  ): Promise<Seen> {
    const seen = known(request);
    if (seen !== undefined) return seen;
    const { document, people, plan, replicate, seeing } = request;
    const cached = cache.read(document, people);
    const results = source().run({
      company: cached.company,
      runs: 1,
      taskOf: () => ({ ...cached.taskOf({ replicate, places: [plan] }), seeing }),
      ...(signal === undefined ? {} : { signal }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    for await (const { traces } of results) {
      const [{ sight, digest }] = traces;
      if (sight !== undefined) keep(keyOf(request), { ...sight, digest });
    }
    return kept.get(keyOf(request))!;
  }

  return { known, see };
}

function keyOf({ document, people, plan, replicate, seeing }: SightRequest): string {
  const of = [people?.key ?? "", worldKey(document), planKey(document.plans[plan])];
  return [...of, replicate, seeing].join("\n");
}
