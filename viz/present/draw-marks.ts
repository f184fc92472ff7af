/** Marks of a chart drawn on a canvas, as an SVG of them would be. */
import { FAMILIES } from "../charts/text.ts";
import type { Mark, Part, Run, Style } from "../slides/marks.ts";

type Context = CanvasRenderingContext2D;

export function drawMarks(context: Context, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === "text") drawText(context, mark.x, mark.y, mark.runs);
    else {
      context.beginPath();
      if (mark.kind === "circle") context.arc(mark.x, mark.y, mark.r, 0, 2 * Math.PI);
      else mark.parts.forEach((part) => trace(context, part));
      paint(context, mark.style);
    }
  }
}

function trace(context: Context, { points, isClosed }: Part): void {
  points.forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  if (isClosed) context.closePath();
}

function paint(context: Context, style: Style): void {
  if (style.fill !== "none") {
    context.globalAlpha = style.opacity * style.fillOpacity;
    context.fillStyle = style.fill;
    context.fill();
  }
  if (style.stroke !== "none") {
    context.globalAlpha = style.opacity * style.strokeOpacity;
    context.strokeStyle = style.stroke;
    context.lineWidth = style.strokeWidth;
    context.lineJoin = "round";
    context.setLineDash(style.dash === "" ? [] : style.dash.split(/[ ,]+/).map(Number));
    context.stroke();
  }
  context.globalAlpha = 1;
}

const ALIGNMENTS: Readonly<Record<string, CanvasTextAlign>> = {
  start: "left",
  middle: "center",
  end: "right",
};

/** A halo first, where there is one: words stay readable over lines. Only lines of one style are aligned. */
function drawText(context: Context, x: number, y: number, runs: readonly Run[]): void {
  let left = x;
  for (const { text, style } of runs) {
    context.font = `${style.isBold ? 600 : 400} ${style.fontSize}px ${FAMILIES.sans}`;
    context.textAlign = ALIGNMENTS[style.anchor];
    if (style.stroke !== "none") {
      context.setLineDash([]);
      context.lineJoin = "round";
      context.lineWidth = style.strokeWidth;
      context.strokeStyle = style.stroke;
      context.strokeText(text, left, y);
    }
    context.fillStyle = style.fill;
    context.fillText(text, left, y);
    left += context.measureText(text).width;
  }
}
