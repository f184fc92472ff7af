/** The width there is for something, in whole pixels, as the window changes. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** By the width something starts with: what it was found to be the last time, so that it is drawn once and not twice. */
const foundLast = new Map<number, number>();

/** `first` until it is measured, then at least `least`. */
export function useWidth(holder: RefObject<HTMLElement | null>, least: number, first = 0): number {
  const [width, setWidth] = useState(() => foundLast.get(first) ?? first);
  useLayoutEffect(() => {
    const element = holder.current!;
    // Told before the first paint too, when all is laid out: asking here would lay out the page anew for every chart.
    const observer = new ResizeObserver(() => {
      const found = Math.max(least, Math.floor(element.clientWidth));
      foundLast.set(first, found);
      setWidth(found);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
