/** A talk as a presentation: a title, then a slide a figure, with notes and the imprint on each. */
import { renderToString } from "preact-render-to-string";
import { LIGHT, planColour } from "../charts/palette.ts";
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

function addTitle(slide: Slide, { title, basis, imprint, imprintLines }: Talk): void {
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
  addFoot(slide, imprintLines());
  slide.addNotes(`${imprint.name}\n${imprintLines().join("\n")}`);
}

function addFigure(slide: Slide, figure: Figure, { imprintLines }: Talk): void {
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
  addFoot(slide, lines);
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

function addFoot(slide: Slide, lines: readonly string[]): void {
  write(slide, [{ text: lines.join("  ·  ") }], FOOT, {
    fontSize: 9,
    color: hex(LIGHT.secondary),
    valign: "bottom",
  });
}

function addShapes(slide: Slide, figure: Figure): void {
  const size = { width: PIXELS, height: figure.height(PIXELS) };
  drawShapes(slide, renderToString(figure.draw(size, LIGHT)), size, CHART);
}

function addFan(
  slide: Slide,
  figure: Figure,
  { plans, format, weeks }: ReturnType<NonNullable<Figure["fan"]>>,
): void {
  const series = bandSeries(plans);
  const labels = weekNames(weeks);
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
