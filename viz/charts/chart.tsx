/** The frame of every chart: one image with a computed description. */
import type { ComponentChildren, JSX } from "preact";
import type { Size } from "./geometry.ts";
import { FAMILIES } from "./text.ts";

export function Chart(props: {
  readonly size: Size;
  readonly label: string;
  /** Whether Tab stops here, to move the week line by keyboard. */
  readonly isFocusable?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { width, height } = props.size;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      role="img"
      aria-label={props.label}
      {...(props.isFocusable === true ? { tabindex: 0 } : {})}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={FAMILIES.sans}
      fill="none"
    >
      {props.children}
    </svg>
  );
}
