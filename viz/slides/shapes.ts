/** A chart's marks as native shapes of a presentation, each to be moved, coloured and written over there. */
import type { Size } from "../charts/geometry.ts";
import { widthOf } from "../charts/text.ts";
import { marksOf, type Mark, type Part, type Run, type Style } from "./marks.ts";
import type { ShapeOptions, Slide } from "./pptx.ts";

/** Where a chart stands on a slide, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Any outline; the package draws it and leaves it out of its types. */
const FREE = "custGeom" as Parameters<Slide["addShape"]>[0];
export const FONT = "Libre Franklin";
const POINTS = 72;
/** From a line's baseline to the top of its box, and the box's height, in sizes of the font. */
const ASCENT = 1;
const LINE = 1.35;
/** Other programs have other fonts: room for wider letters. */
const SLACK = 1.15;
/** An invisible extent confuses some programs. */
const THIN = 0.001;

/** Draws a chart that was rendered at `size` pixels into a box. */
export function drawShapes(slide: Slide, svg: string, size: Size, box: Box): void {
  const scale = Math.min(box.w / size.width, box.h / size.height);
  for (const mark of marksOf(svg)) draw(slide, mark, scale, box);
}

function draw(slide: Slide, mark: Mark, scale: number, { x: left, y: top }: Box): void {
  if (mark.kind === "text") drawText(slide, mark, scale, left, top);
  else if (mark.kind === "circle") {
    const { x, y, r, style } = mark;
    const at = { x: left + (x - r) * scale, y: top + (y - r) * scale, w: 2 * r * scale, h: 2 * r * scale };
    slide.addShape("ellipse", { ...at, ...paint(style, scale) });
  } else for (const part of mark.parts) drawPart(slide, part, mark.style, scale, left, top);
}

function drawPart(slide: Slide, part: Part, style: Style, scale: number, left: number, top: number): void {
  const { points, isClosed } = part;
  if (points.length < 2) return;
  const xs = points.map(({ x }) => left + x * scale);
  const ys = points.map(({ y }) => top + y * scale);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const w = Math.max(THIN, Math.max(...xs) - x);
  const h = Math.max(THIN, Math.max(...ys) - y);
  const path = xs.map((at, i) => ({ x: at - x, y: ys[i] - y, ...(i === 0 ? { moveTo: true } : {}) }));
  slide.addShape(FREE, {
    x,
    y,
    w,
    h,
    points: isClosed ? [...path, { close: true as const }] : path,
    ...paint(style, scale),
  });
}

function paint(
  { opacity, fill, fillOpacity, stroke, strokeOpacity, strokeWidth, dash }: Style,
  scale: number,
): object {
  const line: ShapeOptions["line"] =
    stroke === "none"
      ? undefined
      : {
          color: hex(stroke),
          width: strokeWidth * scale * POINTS,
          transparency: Math.round(100 - 100 * opacity * strokeOpacity),
          ...(dash === "" ? {} : { dashType: "dash" }),
        };
  return {
    ...(fill === "none"
      ? {}
      : { fill: { color: hex(fill), transparency: Math.round(100 - 100 * opacity * fillOpacity) } }),
    ...(line === undefined ? {} : { line }),
  };
}

function drawText(
  slide: Slide,
  { x, y, runs }: { readonly x: number; readonly y: number; readonly runs: readonly Run[] },
  scale: number,
  left: number,
  top: number,
): void {
  const { fontSize, anchor } = runs[0].style;
  const width = runs.reduce(
    (sum, { text, style }) => sum + widthOf(text, style.isBold ? "sansBold" : "sans", style.fontSize),
    0,
  );
  const w = width * scale * SLACK;
  const from = anchor === "middle" ? w / 2 : anchor === "end" ? w : 0;
  slide.addText(
    runs.map(({ text, style }) => ({
      text,
      options: { bold: style.isBold, color: hex(style.fill), fontSize: style.fontSize * scale * POINTS },
    })),
    {
      x: left + x * scale - from,
      y: top + (y - ASCENT * fontSize) * scale,
      w,
      h: LINE * fontSize * scale,
      align: anchor === "middle" ? "center" : anchor === "end" ? "right" : "left",
      margin: 0,
      wrap: false,
      valign: "top",
      fontFace: FONT,
    },
  );
}

export function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}
