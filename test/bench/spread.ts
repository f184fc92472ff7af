/** Many timings of one thing as three numbers, by the wall clock and by the processor's. */

export interface Timing {
  readonly wallMs: number;
  /** Processor time of all threads of the process. */
  readonly cpuMs: number;
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Starts a stopwatch; calling it tells the time since. */
export function startClock(): () => Timing {
  const start = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs: performance.now() - start, cpuMs: (user + system) / 1000 };
  };
}

/** Median, least and most of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[sorted.length >> 1], low: sorted[0], high: sorted[sorted.length - 1] };
}
