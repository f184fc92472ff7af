/** Where a chart will be, until the first run is there. */
import type { JSX } from "preact";
import { firstRunShare, status } from "../store/results.ts";

export function Waiting(props: { readonly height: number; readonly isSilent?: boolean }): JSX.Element {
  const text =
    status.value.kind === "failed"
      ? "There is nothing to draw."
      : `The first run is being simulated: ${Math.round(firstRunShare.value * 100)}%`;
  return (
    <p class="waiting" style={{ minHeight: `${props.height}px` }}>
      {props.isSilent === true ? null : text}
    </p>
  );
}
