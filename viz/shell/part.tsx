/** A part of the page that takes over its share of the drawing that came with the page in a task of its own. */
import { hydrate, render, type ComponentChildren, type JSX } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { pause } from "../../workers/pause.ts";
import { FirstWidth } from "../compare/first-width.ts";

interface Waking {
  readonly script?: () => Promise<void>;
  readonly draw: () => void;
}

/** Where the parts of a drawing that is being taken over put themselves; null once scripts alone draw. */
let waiting: Waking[] | null = null;

/**
 * Draws a page over the drawing of itself, part by part, so that none of them holds up the reader. Returns how to draw
 * those whose scripts come later.
 */
export async function drawOver(page: JSX.Element, element: HTMLElement): Promise<() => Promise<void>> {
  const parts: Waking[] = [];
  waiting = parts;
  hydrate(page, element);
  waiting = null;
  const draw = async (some: readonly Waking[]): Promise<void> => {
    for (const part of some) {
      await part.script?.();
      await pause();
      part.draw();
    }
  };
  await draw(parts.filter(({ script }) => script === undefined));
  return () => draw(parts.filter(({ script }) => script !== undefined));
}

export function Part(props: {
  /** Fetches its script, where that is no part of the first load. */
  readonly script?: () => Promise<void>;
  /** What is kept free for it until then. */
  readonly height?: number;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { script, height, children } = props;
  const holder = useRef<HTMLDivElement>(null);
  const width = useContext(FirstWidth);
  const [isDrawn] = useState(waiting !== null);
  useLayoutEffect(() => {
    if (!isDrawn) return undefined;
    const element = holder.current!;
    let isGone = false;
    const draw = (): void => {
      if (isGone) return;
      render(<FirstWidth.Provider value={width}>{children}</FirstWidth.Provider>, element);
      element.dataset["awake"] = "";
    };
    waiting!.push({ draw, ...(script === undefined ? {} : { script }) });
    return () => {
      isGone = true;
      render(null, element);
    };
  }, []);
  const style = height === undefined ? {} : { style: { minHeight: `${height}px` } };
  // Nothing is written: what is taken over without children keeps those it finds.
  if (isDrawn) return <div ref={holder} {...style} dangerouslySetInnerHTML={{ __html: "" }} />;
  return <div {...style}>{children}</div>;
}
