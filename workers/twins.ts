/** The twins a worker remembers, so that a changed plan does not pay for the same no-programme world again. */
import type { Twin } from "../engine/index.ts";

export interface TwinStore {
  readonly get: (text: string) => Twin | undefined;
  readonly put: (text: string, twin: Twin) => void;
  readonly clear: () => void;
}

/** Keeps the latest twins within a budget of bytes; a Map remembers the order of insertion. */
export function createTwinStore(budget: number): TwinStore {
  const twins = new Map<string, Twin>();
  let bytes = 0;
  return {
    get: (text) => twins.get(text),
    put: (text, twin) => {
      twins.set(text, twin);
      bytes += twin.measures.byteLength;
      for (const [oldest, { measures }] of twins) {
        if (bytes <= budget) break;
        twins.delete(oldest);
        bytes -= measures.byteLength;
      }
    },
    clear: () => {
      twins.clear();
      bytes = 0;
    },
  };
}
