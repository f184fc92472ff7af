/** The twins a worker remembers, so that a changed plan does not pay for the same no-programme world again. */
import type { Twin } from "../engine/index.ts";

export interface TwinStore {
  readonly get: (text: string) => Twin | undefined;
  readonly put: (text: string, twin: Twin) => void;
  readonly clear: () => void;
}

/** Keeps the latest twins and their texts within a budget of bytes; a Map remembers the order of insertion. */
export function createTwinStore(budget: number): TwinStore {
  const twins = new Map<string, Twin>();
  let bytes = 0;
  // A short twin is smaller than the text of its assumptions.
  const bytesOf = (text: string, { measures }: Twin): number => text.length + measures.byteLength;
  return {
    get: (text) => twins.get(text),
    put: (text, twin) => {
      twins.set(text, twin);
      bytes += bytesOf(text, twin);
      for (const [oldest, one] of twins) {
        if (bytes <= budget) break;
        twins.delete(oldest);
        bytes -= bytesOf(oldest, one);
      }
    },
    clear: () => {
      twins.clear();
      bytes = 0;
    },
  };
}
