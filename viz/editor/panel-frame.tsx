/** A panel beside a bar: it takes the focus, Escape closes it, and a press anywhere else too. */
import type { CSSProperties, ComponentChildren, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { PAGE, planColour } from "../charts/palette.ts";
import { closePanel, panel } from "./panel.ts";
import { useId } from "../shell/own-id.ts";

export function Panel(props: {
  readonly heading: string;
  /** The plan's place and name. */
  readonly place: number;
  readonly name: string;
  readonly style: CSSProperties;
  readonly takesFocus: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { heading, place, name, style, takesFocus, children } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const first = frame.current?.querySelector<HTMLElement>("input, button, select");
    if (takesFocus) first?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: "nearest" });
  }, [takesFocus]);
  useEffect(() => {
    const leave = ({ target }: Event): void => {
      const isInside = target instanceof Element && target.closest(".panel, .grip, .plan-verbs") !== null;
      if (!isInside) panel.value = null;
    };
    globalThis.document.addEventListener("pointerdown", leave);
    return () => globalThis.document.removeEventListener("pointerdown", leave);
  }, []);
  return (
    <div
      ref={frame}
      class="panel"
      role="dialog"
      aria-labelledby={id}
      style={style}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        closePanel();
      }}
    >
      <p id={id} class="panel-head">
        <span class="strong">{heading}</span>{" "}
        <bdi class="strong" style={{ color: planColour(PAGE, place) }}>
          {name}
        </bdi>
      </p>
      {children}
    </div>
  );
}
