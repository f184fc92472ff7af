/** A moment of a show as one picture on a canvas: what the stage says and shows, for a video of it. */
import { renderToString } from "preact-render-to-string";
import type { JSX } from "preact";
import { accentOn } from "../charts/accent.ts";
import type { Size } from "../charts/geometry.ts";
import { DARK, LIGHT, planColour, type Palette } from "../charts/palette.ts";
import type { FontName } from "../charts/advance-widths.ts";
import { BODY, FAMILIES, fitText, SMALL } from "../charts/text.ts";
import { logoIn } from "../figures/brand.ts";
import { breakRich } from "../figures/rich-lines.ts";
import { marksOf } from "../slides/marks.ts";
import type { Rich } from "../words/rich.ts";
import { tellStep } from "../words/story.ts";
import { weekText } from "../words/time.ts";
import { kickerOf } from "./kicker.ts";
import { curveAxes, curveFrame, curveLines, curveMoment, type CurveData } from "./curve.tsx";
import { curveOf } from "./curve-figure.tsx";
import { drawMarks } from "./draw-marks.ts";
import { TICKS_PER_WEEK, weekOf } from "./frames.ts";
import type { Show } from "./show.ts";
import { createVideoCrowd, type VideoCrowd } from "./video-crowd.ts";

export const VIDEO_SIZE: Size = { width: 1280, height: 720 };
const MARGIN = 40;
const WORDS_WIDTH = 340;
const SIDE_LEFT = 424;
const TOP = 36;
const CURVE_BOTTOM = 600;
const CURVE_LEAST = 130;
const CURVE_MOST = 240;
const STEPS_TOP = 640;
const LOGO: Size = { width: 200, height: 30 };

type Context = CanvasRenderingContext2D;

/** What stays while a step plays: numbers don't change under the viewer's eyes. */
interface Still {
  readonly kicker: Rich;
  readonly headline: Rich;
  readonly text: Rich;
  readonly curve: { readonly data: CurveData; readonly label: string } | undefined;
  readonly crowd: VideoCrowd;
}

/** A painter of a show's moments; what it shows must have been seen. `foot` says where it comes from. */
export function createVideoFrame(
  context: Context,
  show: Show,
  foot: string,
  logo: HTMLImageElement | undefined,
): () => void {
  const palette = show.isLight.peek() ? LIGHT : DARK;
  const box = {
    x: SIDE_LEFT,
    y: TOP + 28,
    width: VIDEO_SIZE.width - MARGIN - SIDE_LEFT,
    height: CURVE_BOTTOM - TOP,
  };
  let last: { readonly step: number; readonly still: Still } | undefined;
  return () => {
    const step = show.at.peek();
    if (last?.step !== step) last = { step, still: stillOf(show, palette, box) };
    const { still } = last;
    context.fillStyle = palette.paper;
    context.fillRect(0, 0, VIDEO_SIZE.width, VIDEO_SIZE.height);
    const end = drawWords(context, still, palette);
    if (still.curve !== undefined) drawCurve(context, show, still.curve, palette, end);
    drawMoment(context, show, palette, logo);
    still.crowd.paint(context, show.tick.peek());
    drawSteps(context, show, palette);
    write(
      context,
      fitText(foot, "sans", SMALL, VIDEO_SIZE.width - 2 * MARGIN),
      MARGIN,
      700,
      "sans",
      SMALL,
      palette.secondary,
    );
  };
}

type SideBox = Parameters<typeof createVideoCrowd>[2];

function stillOf(show: Show, palette: Palette, box: SideBox): Still {
  const { source } = show;
  const teller = {
    document: source.document.peek(),
    results: source.results.peek(),
    headcount: source.headcount.peek(),
  };
  const { headline, text } = tellStep(show.step.peek(), teller);
  return {
    kicker: kickerOf(show, show.companies.peek()),
    headline: headline.words,
    text: text.words,
    curve: curveOf(show),
    crowd: createVideoCrowd(show, palette, box),
  };
}

/** The words, from the top; returns where they end. */
function drawWords(context: Context, { kicker, headline, text }: Still, palette: Palette): number {
  let y = drawRich(context, kicker, TOP, "sans", BODY, 18, { ...palette, ink: palette.secondary });
  y = drawRich(context, headline, y + 22, "serifBold", 36, 42, palette);
  return drawRich(context, text, y + 4, "sans", 16, 24, palette);
}

/** Lines of a sentence below `top`, plans in their colours and numbers bold. */
function drawRich(
  context: Context,
  sentence: Rich,
  top: number,
  font: FontName,
  size: number,
  line: number,
  palette: Palette,
): number {
  const fontOf = ({ plan, isStrong }: Rich[number]): string =>
    fontText(font === "sans" && (plan !== undefined || isStrong === true) ? "sansBold" : font, size);
  const widthOf = (piece: Rich[number]): number => {
    context.font = fontOf(piece);
    return context.measureText(piece.text).width;
  };
  context.textAlign = "left";
  let y = top;
  for (const pieces of breakRich(sentence, WORDS_WIDTH, widthOf)) {
    let x = MARGIN;
    for (const piece of pieces) {
      const width = widthOf(piece);
      context.fillStyle = piece.plan === undefined ? palette.ink : planColour(palette, piece.plan);
      context.fillText(piece.text, x, y);
      x += width;
    }
    y += line;
  }
  return y;
}

function fontText(font: FontName, size: number): string {
  return `${font === "sans" ? 400 : 600} ${size}px ${FAMILIES[font]}`;
}

function write(
  context: Context,
  text: string,
  x: number,
  y: number,
  font: FontName,
  size: number,
  colour: string,
): void {
  context.font = fontText(font, size);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawCurve(
  context: Context,
  show: Show,
  { data, label }: NonNullable<Still["curve"]>,
  palette: Palette,
  after: number,
): void {
  const height = Math.max(CURVE_LEAST, Math.min(CURVE_MOST, CURVE_BOTTOM - after - 16));
  const size = { width: WORDS_WIDTH, height };
  const top = CURVE_BOTTOM - height;
  context.textAlign = "left";
  write(context, label, MARGIN, top, "sans", BODY, palette.secondary);
  const week = show.tick.peek() / TICKS_PER_WEEK;
  const draw = (drawing: JSX.Element): void => drawMarks(context, marksOf(renderToString(drawing)));
  context.save();
  context.translate(MARGIN, top);
  draw(curveAxes(data, size, palette));
  context.save();
  context.beginPath();
  context.rect(0, 0, Math.max(0, curveFrame(data, size).x(week)), height);
  context.clip();
  draw(curveLines(data, size, palette));
  context.restore();
  draw(curveMoment(data, size, palette, week));
  context.restore();
}

function drawMoment(
  context: Context,
  show: Show,
  palette: Palette,
  image: HTMLImageElement | undefined,
): void {
  const { strong, quiet } = weekText(weekOf(show.tick.peek()));
  const right = VIDEO_SIZE.width - MARGIN;
  context.textAlign = "right";
  write(context, quiet, right, TOP, "sans", BODY, palette.secondary);
  const room = context.measureText(quiet).width + 8;
  write(context, capital(strong), right - room, TOP, "serifBold", 24, palette.ink);
  context.textAlign = "left";
  const logo = logoIn(show.source.document.peek().brand, LOGO);
  if (image !== undefined && logo !== undefined)
    context.drawImage(image, SIDE_LEFT, TOP - 22, logo.width, logo.height);
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** How far the story has come. */
function drawSteps(context: Context, show: Show, palette: Palette): void {
  const { steps } = show.story.peek();
  const at = show.at.peek();
  const accent = accentOn(palette, show.source.document.peek().brand?.accent);
  const gap = 6;
  const width = (VIDEO_SIZE.width - 2 * MARGIN - (steps.length - 1) * gap) / steps.length;
  context.textAlign = "left";
  for (const [i, { name }] of steps.entries()) {
    const x = MARGIN + i * (width + gap);
    context.fillStyle = i === at ? accent : i < at ? palette.secondary : palette.rule;
    context.fillRect(x, STEPS_TOP, width, 3);
    const font = i === at ? "sansBold" : "sans";
    write(
      context,
      fitText(name, font, BODY, width),
      x,
      STEPS_TOP + 22,
      font,
      BODY,
      i === at ? accent : palette.secondary,
    );
  }
}
