/** A side sheet over Compare: beside the curves, never over all of them; it takes the focus and gives it back. */
import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { openSheet } from "../store/sheets.ts";
import { useId } from "../shell/own-id.ts";

/** Below this width a sheet takes the lower half of the window, as the style says. */
const BELOW_WIDTH = 900;

export function Sheet(props: {
  readonly heading: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const opener = globalThis.document.activeElement;
    heading.current?.focus();
    globalThis.document.documentElement.classList.add("beside-sheet");
    // Where the sheet lies below, the first curve is brought above it.
    if (innerWidth <= BELOW_WIDTH) globalThis.document.querySelector("#compare section")?.scrollIntoView();
    return () => {
      globalThis.document.documentElement.classList.remove("beside-sheet");
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <div
      class="sheet"
      role="dialog"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        openSheet.value = null;
      }}
    >
      <div class="sheet-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {props.heading}
        </h2>
        <button type="button" class="link" onClick={() => (openSheet.value = null)}>
          Close
        </button>
      </div>
      {props.children}
    </div>
  );
}
