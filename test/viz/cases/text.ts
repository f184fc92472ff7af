/** A chart's text: an element a line, so that a difference is found by eye. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";

export function chartText(chart: VNode): string {
  return `${renderToString(chart).replaceAll("><", ">\n<")}\n`;
}
