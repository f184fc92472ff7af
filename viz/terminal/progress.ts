/** Progress on stderr: a bar on a terminal, a line now and then elsewhere, JSON lines for machines. */

export type ProgressStyle = "bar" | "lines" | "json" | "none";

export interface Progress {
  /** `share` of all simulated weeks in [0, 1]. */
  readonly update: (share: number, runsDone: number) => void;
  readonly end: () => void;
}

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write: (text: string) => unknown;
}

const EVERY_MILLIS = { bar: 100, lines: 5000, json: 1000, none: Infinity } as const;
const BAR_WIDTH = 24;

export function createProgress(style: ProgressStyle, runs: number, stream: Stream, now = Date.now): Progress {
  const start = now();
  let last = style === "bar" ? -Infinity : start;
  let isShown = false;

  function update(share: number, runsDone: number): void {
    const time = now();
    if (time - last < EVERY_MILLIS[style]) return;
    last = time;
    isShown = true;
    const seconds = (time - start) / 1000;
    const state = { runsDone, runs, share, seconds, ...pace(share, runs, seconds) };
    if (style === "json") stream.write(`${JSON.stringify(state)}\n`);
    if (style === "lines") stream.write(`${sentence(state)}\n`);
    if (style === "bar") stream.write(`\r\u001b[K${fitted(`${bar(share)}  ${sentence(state)}`, stream)}`);
  }

  return {
    update,
    end: () => {
      if (style === "bar" && isShown) stream.write("\r\u001b[K");
    },
  };
}

/** Which style a stream and the options ask for. */
export function progressStyle(asked: string, isJson: boolean, stream: Stream): ProgressStyle {
  if (asked === "json" || asked === "none") return asked;
  if (isJson) return "none";
  return stream.isTTY === true && process.env["TERM"] !== "dumb" ? "bar" : "lines";
}

interface State {
  readonly runsDone: number;
  readonly runs: number;
  readonly runsPerSecond: number;
  readonly secondsLeft: number | null;
}

/** The rate counts parts of runs, so that it is known before the first run is done. */
function pace(share: number, runs: number, seconds: number): Pick<State, "runsPerSecond" | "secondsLeft"> {
  if (!(share > 0 && seconds > 0)) return { runsPerSecond: 0, secondsLeft: null };
  return { runsPerSecond: (share * runs) / seconds, secondsLeft: (seconds * (1 - share)) / share };
}

function sentence({ runsDone, runs, runsPerSecond, secondsLeft }: State): string {
  const rate = runsPerSecond >= 1 ? `${runsPerSecond.toFixed(1)} a second` : perRun(runsPerSecond);
  return `${runsDone} of ${runs} runs · ${rate} · ${secondsLeft === null ? "…" : duration(secondsLeft)} left`;
}

function perRun(runsPerSecond: number): string {
  return runsPerSecond === 0 ? "…" : `${duration(1 / runsPerSecond)} each`;
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function bar(share: number): string {
  const full = Math.round(share * BAR_WIDTH);
  return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
}

/** A line longer than the terminal would wrap and pile up. */
function fitted(line: string, stream: Stream): string {
  return line.slice(0, Math.max(1, (stream.columns ?? 80) - 1));
}
