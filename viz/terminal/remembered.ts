/** Runs that a file knows aren't simulated again: long work can be ended at any time and taken up. */
import type { EvaluatePlans, PairedTask } from "../../scenarios/index.ts";
import { sha256Of } from "../../scenarios/hash.ts";
import type { Memory } from "./memory.ts";

/** Runs after which what is known is kept. */
const CHUNK = 256;

/** What is kept of a run must be plain JSON; `document` tells companies apart. */
export function remembered(
  evaluate: EvaluatePlans,
  memory: Memory<string, unknown>,
  document: string,
): EvaluatePlans {
  return async <Kept>(tasks: readonly PairedTask[], keep: Parameters<typeof evaluate<Kept>>[1]) => {
    const keys = tasks.map(({ spec, plans }) =>
      plans.map((plan) => sha256Of(JSON.stringify([document, spec, plan]))),
    );
    const missing = tasks.flatMap(({ spec, plans }, i) => {
      const places = keys[i].flatMap((key, k) => (memory.get(key) === undefined ? [k] : []));
      return places.length === 0 ? [] : [{ i, places, task: { spec, plans: places.map((k) => plans[k]) } }];
    });
    for (let from = 0; from < missing.length; from += CHUNK) {
      const chunk = missing.slice(from, from + CHUNK);
      const kept = await evaluate(
        chunk.map(({ task }) => task),
        keep,
      );
      for (const [t, { i, places }] of chunk.entries())
        for (const [p, k] of places.entries()) memory.put(keys[i][k], kept[t][p]);
    }
    return keys.map((own) => own.map((key) => memory.get(key) as Kept));
  };
}
