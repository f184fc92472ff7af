/** Results in run order, whatever order they come in. */

export interface Delivery<T> {
  /** The run that is waited for. */
  readonly nextRun: () => number;
  readonly has: (run: number) => boolean;
  readonly put: (run: number, result: T) => void;
  /** Ends every wait with an error; what has not been taken is gone. */
  readonly fail: (error: Error) => void;
  /** The next result in order, as soon as it is there; undefined after the last. */
  readonly take: () => Promise<{ readonly run: number; readonly result: T } | undefined>;
}

/** For runs first … end − 1; one reader at a time. */
export function createDelivery<T>(first: number, end: number): Delivery<T> {
  const results = new Map<number, T>();
  let next = first;
  let failure: Error | undefined;
  let wake = (): void => {};
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve));

  return {
    nextRun: () => next,
    has: (run) => results.has(run),
    put: (run, result) => {
      if (failure !== undefined) return;
      results.set(run, result);
      wake();
    },
    fail: (error) => {
      failure = error;
      results.clear();
      wake();
    },
    take: async () => {
      while (next < end && failure === undefined && !results.has(next)) await change();
      if (next >= end) return undefined;
      if (failure !== undefined) throw failure;
      const run = next++;
      const result = results.get(run) as T;
      results.delete(run);
      return { run, result };
    },
  };
}
