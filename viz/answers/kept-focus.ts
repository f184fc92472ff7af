/** Keeps the focus of who works by keyboard where what was pressed is replaced by something else. */
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** For the holder of what changes: what stands first in it then takes over a focus that would be lost. */
export function useKeptFocus(): RefObject<HTMLDivElement | null> {
  const holder = useRef<HTMLDivElement>(null);
  const { activeElement } = document;
  // A finger's or a mouse's press needs none, and a field would call up a phone's keys.
  const isHeld = holder.current?.contains(activeElement) === true && activeElement!.matches(":focus-visible");
  useLayoutEffect(() => {
    if (!isHeld || holder.current!.contains(document.activeElement)) return;
    holder.current!.querySelector<HTMLElement>("input, button, select")?.focus();
  });
  return holder;
}
