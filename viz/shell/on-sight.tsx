/** A part of the page that is made when it first comes near the window: what is never read costs nothing. */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** How near it must come. */
const NEAR = "300px";

export function OnSight(props: {
  readonly height: number;
  /** Made at once, wherever it is. */
  readonly isWanted?: boolean;
  readonly id?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(holder.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={holder} id={props.id} style={{ minHeight: `${props.height}px` }}>
      {isNear || props.isWanted === true ? props.children : null}
    </div>
  );
}
