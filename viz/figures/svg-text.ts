/** A picture as the text of an SVG file that every reader of XML takes. */
import type { JSX } from "preact";
import { renderToString } from "preact-render-to-string";

/** HTML may hold "]]>" in its text, XML may not: a name with it would make a file that no browser opens. */
export function svgText(svg: JSX.Element): string {
  return renderToString(svg).replaceAll("]]>", "]]&gt;");
}
