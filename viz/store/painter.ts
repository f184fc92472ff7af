/** Paints at most a few times a second: new runs must not take the page from its reader. */

const BETWEEN_MILLIS = 250;

export interface Painter {
  /** Paints soon; asking again before that changes nothing. */
  readonly ask: () => void;
  /** Paints now, for the last time. */
  readonly finish: () => void;
  readonly cancel: () => void;
}

export function createPainter(paint: () => void): Painter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let paintedAt = -Infinity;

  function now(): void {
    timer = undefined;
    paint();
    paintedAt = performance.now();
  }

  return {
    ask: () => {
      timer ??= setTimeout(now, Math.max(0, paintedAt + BETWEEN_MILLIS - performance.now()));
    },
    finish: () => {
      clearTimeout(timer);
      now();
    },
    cancel: () => clearTimeout(timer),
  };
}
