/** The width there is for something, in whole pixels, as the window changes. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** 0 until it is measured, then at least `least`. */
export function useWidth(holder: RefObject<HTMLElement | null>, least: number): number {
  const [width, setWidth] = useState(0);
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
