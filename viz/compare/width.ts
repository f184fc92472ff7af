/** The width there is for something, in whole pixels, as the window changes. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** `first` until it is measured, then at least `least`. */
export function useWidth(holder: RefObject<HTMLElement | null>, least: number, first = 0): number {
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = holder.current!;
    const measure = (): void => setWidth(Math.max(least, Math.floor(element.clientWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return width;
}
