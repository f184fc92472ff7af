/** A talk as a presentation: a title, then a slide a figure, with notes and the imprint on each. */
import { renderToString } from "preact-render-to-string";
import type { Brand } from "../../scenarios/index.ts";
import { accentOn } from "../charts/accent.ts";
import { LIGHT, planColour } from "../charts/palette.ts";
import { logoIn } from "../figures/brand.ts";
import type { Figure } from "../figures/figure.ts";
import type { Imprint } from "../figures/imprint.ts";
import type { Rich } from "../words/rich.ts";
import { bandSeries, weekNames } from "./charts.ts";
import { newPresentation, type Slide, type TextOptions } from "./pptx.ts";
import { drawShapes, FONT, hex, type Box } from "./shapes.ts";

export interface Talk {
  /** The headline. */
  readonly title: Rich;
  /** What it rests on. */
  readonly basis: string;
  readonly imprint: Imprint;
  readonly brand?: Brand | undefined;
  readonly imprintLines: (figure?: Figure) => readonly string[];
  readonly figures: readonly Figure[];
}

const SERIF = "Source Serif 4";
/** Of a wide slide, in inches. */
const WIDTH = 13.333;
const MARGIN = 0.5;
const INNER = WIDTH - 2 * MARGIN;
const CHART: Box = { x: MARGIN, y: 1.75, w: INNER, h: 4.75 };
const FOOT = { x: MARGIN, y: 6.72, w: INNER, h: 0.55 };
/** At the right of the foot. */
const LOGO = { width: 1.8, height: 0.45 };
const FOOT_GAP = 0.2;
/** Pixels at which a chart is rendered before it becomes shapes. */
const PIXELS = 640;

/** The bytes of a .pptx file. */
export async function slidesOf(talk: Talk): Promise<Uint8Array<ArrayBuffer>> {
  const presentation = await newPresentation();
  presentation.layout = "LAYOUT_WIDE";
  presentation.title = talk.imprint.name;
  presentation.author = "Groundwork";
  presentation.company = "";
  presentation.theme = { headFontFace: SERIF, bodyFontFace: FONT };
  const next = (): Slide => {
    const slide = presentation.addSlide();
    slide.background = { color: hex(LIGHT.paper) };
    return slide;
  };
  addTitle(next(), talk);
  for (const figure of talk.figures) addFigure(next(), figure, talk);
  return (await presentation.write({
    outputType: "uint8array",
    compression: true,
  })) as Uint8Array<ArrayBuffer>;
}

function addTitle(slide: Slide, { title, basis, imprint, imprintLines, brand }: Talk): void {
  write(
    slide,
    title,
    { x: MARGIN, y: 2, w: INNER, h: 2 },
    { fontSize: 36, fontFace: SERIF, bold: true, valign: "bottom" },
  );
  write(
    slide,
    [{ text: basis }],
    { x: MARGIN, y: 4.2, w: INNER, h: 1 },
    { fontSize: 16, color: hex(LIGHT.secondary), valign: "top" },
  );
  addFoot(slide, imprintLines(), brand);
  slide.addNotes(`${imprint.name}\n${imprintLines().join("\n")}`);
}

function addFigure(slide: Slide, figure: Figure, { imprintLines, brand }: Talk): void {
  write(
    slide,
    [{ text: figure.title() }],
    { x: MARGIN, y: 0.35, w: INNER, h: 0.6 },
    { fontSize: 28, fontFace: SERIF, bold: true },
  );
  write(
    slide,
    figure.sentence(),
    { x: MARGIN, y: 0.98, w: INNER, h: 0.65 },
    { fontSize: 16, color: hex(LIGHT.secondary), valign: "top" },
  );
  if (figure.fan === undefined) addShapes(slide, figure);
  else addFan(slide, figure, figure.fan());
  const lines = imprintLines(figure);
  addFoot(slide, lines, brand);
  slide.addNotes(`${figure.label()}\n\n${lines.join("\n")}`);
}

function write(slide: Slide, words: Rich, box: Box, look: TextOptions): void {
  const ink = look.color ?? hex(LIGHT.ink);
  slide.addText(
    words.map(({ text, plan }) => ({
      text,
      options: plan === undefined ? { color: ink } : { color: hex(planColour(LIGHT, plan)), bold: true },
    })),
    { fontFace: FONT, color: ink, margin: 0, fit: "shrink", ...box, ...look },
  );
}

function addFoot(slide: Slide, lines: readonly string[], brand: Brand | undefined): void {
  const logo = logoIn(brand, LOGO);
  const w = logo === undefined ? FOOT.w : FOOT.w - logo.width - FOOT_GAP;
  if (brand?.accent !== undefined) {
    const color = hex(accentOn(LIGHT, brand.accent));
    slide.addShape("line", { x: FOOT.x, y: FOOT.y, w: FOOT.w, h: 0, line: { color, width: 1.5 } });
  }
  if (logo !== undefined) {
    const { width, height, address } = logo;
    const place = { x: FOOT.x + FOOT.w - width, y: FOOT.y + FOOT.h - height, w: width, h: height };
    slide.addImage({ data: address, altText: "Logo", ...place });
  }
  write(
    slide,
    [{ text: lines.join("  ·  ") }],
    { ...FOOT, w },
    {
      fontSize: 9,
      color: hex(LIGHT.secondary),
      valign: "bottom",
    },
  );
}

function addShapes(slide: Slide, figure: Figure): void {
  const size = { width: PIXELS, height: figure.height(PIXELS) };
  drawShapes(slide, renderToString(figure.draw(size, LIGHT)), size, CHART);
}

function addFan(
  slide: Slide,
  figure: Figure,
  { plans, format, weeks, calendar }: ReturnType<NonNullable<Figure["fan"]>>,
): void {
  const series = bandSeries(plans);
  const labels = weekNames(weeks, calendar);
  slide.addChart(
    "line",
    series.map(({ name, values }) => ({ name, labels, values: [...values] })),
    {
      ...CHART,
      altText: figure.label(),
      chartColors: series.map(({ colour }) => colour),
      lineDataSymbol: "none",
      lineSize: 2,
      showLegend: true,
      legendPos: "b",
      legendFontFace: FONT,
      legendFontSize: 11,
      catAxisLabelFrequency: String(Math.min(52, Math.max(1, weeks))),
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 11,
      catAxisLabelPos: "low",
      catGridLine: { style: "none" },
      valAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 11,
      valAxisLabelFormatCode: format,
      valGridLine: { color: hex(LIGHT.rule), size: 0.75 },
    },
  );
}
