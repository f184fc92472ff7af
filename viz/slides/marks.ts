/** A chart's SVG taken apart into marks with all that they inherit: what another renderer needs to draw it. */

export interface Style {
  /** Of the mark and all groups around it, on top of the two below. */
  readonly opacity: number;
  readonly fill: string;
  readonly fillOpacity: number;
  readonly stroke: string;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly dash: string;
  readonly fontSize: number;
  readonly isBold: boolean;
  readonly anchor: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Mark =
  | { readonly kind: "path"; readonly parts: readonly Part[]; readonly style: Style }
  | {
      readonly kind: "circle";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly style: Style;
    }
  | { readonly kind: "text"; readonly x: number; readonly y: number; readonly runs: readonly Run[] };

/** Words of one style in a line of text. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** One stretch of a path without lifting the pen. */
export interface Part {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

type Attributes = Readonly<Record<string, string>>;

interface Open {
  readonly tag: string;
  readonly style: Style;
  readonly at: Point;
  /** The line that words go to, once there is one. */
  readonly line: { runs: Run[] | undefined };
}

const ROOT: Style = {
  opacity: 1,
  fill: "none",
  fillOpacity: 1,
  stroke: "none",
  strokeOpacity: 1,
  strokeWidth: 1,
  dash: "",
  fontSize: 13,
  isBold: false,
  anchor: "start",
};

const TOKEN = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Marks in the order in which they are painted. The text is what our own charts are rendered to: lines, circles, words. */
export function marksOf(svg: string): Mark[] {
  const marks: Mark[] = [];
  const stack: Open[] = [{ tag: "", style: ROOT, at: { x: 0, y: 0 }, line: { runs: undefined } }];
  for (const [, closing, tag, rest, alone, text] of svg.matchAll(TOKEN)) {
    const open = stack.at(-1)!;
    if (text !== undefined) {
      if (open.tag === "text" || open.tag === "tspan") write(marks, open, plainText(text));
      continue;
    }
    if (closing === "/") {
      stack.pop();
      continue;
    }
    const attributes = attributesOf(rest);
    const style = styleOf(open.style, attributes);
    const at = { x: Number(attributes["x"] ?? open.at.x), y: Number(attributes["y"] ?? open.at.y) };
    if (tag === "path") marks.push({ kind: "path", parts: partsOf(attributes["d"] ?? ""), style });
    if (tag === "circle") {
      const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(attributes[name]));
      marks.push({ kind: "circle", x, y, r, style });
    }
    // A tspan without a place of its own goes on with the line it stands in.
    const isOwn = tag !== "tspan" || attributes["x"] !== undefined;
    if (alone === "") stack.push({ tag, style, at, line: isOwn ? { runs: undefined } : open.line });
  }
  return marks;
}

function write(marks: Mark[], { at, line, style }: Open, text: string): void {
  if (line.runs === undefined) {
    line.runs = [];
    marks.push({ kind: "text", ...at, runs: line.runs });
  }
  line.runs.push({ text, style });
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, plainText(value)]));
}

function styleOf(of: Style, given: Attributes): Style {
  const number = (name: string, inherited: number): number => Number(given[name] ?? inherited);
  return {
    opacity: of.opacity * Number(given["opacity"] ?? 1),
    fill: given["fill"] ?? of.fill,
    fillOpacity: number("fill-opacity", of.fillOpacity),
    stroke: given["stroke"] ?? of.stroke,
    strokeOpacity: number("stroke-opacity", of.strokeOpacity),
    strokeWidth: number("stroke-width", of.strokeWidth),
    dash: given["stroke-dasharray"] ?? of.dash,
    fontSize: number("font-size", of.fontSize),
    isBold: given["font-weight"] === undefined ? of.isBold : given["font-weight"] === "600",
    anchor: given["text-anchor"] ?? of.anchor,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

function plainText(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]);
}

const STEP = /([MLHVZmlhvz])([^MLHVZmlhvz]*)/g;

/** Straight lines, absolute and relative: our charts have no others. */
function partsOf(d: string): Part[] {
  const parts: { points: Point[]; isClosed: boolean }[] = [];
  let [x, y] = [0, 0];
  for (const [, letter, rest] of d.matchAll(STEP)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const isRelative = letter === letter.toLowerCase();
    const kind = letter.toUpperCase();
    if (kind === "Z") {
      parts.at(-1)!.isClosed = true;
      [{ x, y }] = parts.at(-1)!.points;
      continue;
    }
    const step = kind === "H" || kind === "V" ? 1 : 2;
    for (let i = 0; i + step <= numbers.length; i += step) {
      const [dx, dy] =
        kind === "V" ? [undefined, numbers[i]] : [numbers[i], kind === "H" ? undefined : numbers[i + 1]];
      x = dx === undefined ? x : isRelative ? x + dx : dx;
      y = dy === undefined ? y : isRelative ? y + dy : dy;
      if (kind === "M" && i === 0) parts.push({ points: [{ x, y }], isClosed: false });
      else parts.at(-1)!.points.push({ x, y });
    }
  }
  return parts;
}
