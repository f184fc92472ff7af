/** The verb figure: one chart of a document as SVG, PNG, CSV or JSON, drawn as the page draws it. */
import { extname } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { InputError } from "../../scenarios/index.ts";
import { DARK, LIGHT } from "../charts/palette.ts";
import { FONT_FILES, fontStyle } from "../exports/fonts.ts";
import { csvOf, jsonOf } from "../exports/text-files.ts";
import type { Figure } from "../figures/figure.ts";
import { FIGURES } from "../figures/figures.ts";
import { imprintLines, imprintOf } from "../figures/imprint.ts";
import type { FigureName } from "../figures/names.ts";
import { picture, type Picture } from "../figures/picture.tsx";
import { svgText } from "../figures/svg-text.ts";
import { document } from "../store/document.ts";
import { layOut, type DeskOptions } from "./desk.ts";
import { packedFont, withStaticFonts } from "./fonts.ts";
import { quoted } from "./options.ts";
import { openFile, writeOut } from "./output.ts";

export interface FigureOptions extends DeskOptions {
  readonly chart: FigureName;
  readonly out: string;
  readonly theme: "light" | "dark";
  /** In pixels of the design; a PNG has two for each. */
  readonly width: number;
}

const DENSITY = 2;
const FALLBACK = "Libre Franklin Variable";

type Write = (figure: Figure, options: FigureOptions) => string | Uint8Array;

const WRITERS: ReadonlyMap<string, Write> = new Map<string, Write>([
  [".svg", svgOf],
  [".png", pngOf],
  [".csv", csvOf],
  [".json", (figure) => jsonOf(figure)],
]);

export async function figureVerb(name: string | undefined, options: FigureOptions): Promise<void> {
  const write = WRITERS.get(extname(options.out).toLowerCase());
  if (write === undefined) {
    const known = [...WRITERS.keys()].join(", ");
    throw new InputError(`invalid out; not a file that ends in ${known}: ${quoted(options.out)}`);
  }
  const file = openFile(options.out);
  try {
    await layOut(name, options);
    const figure = FIGURES.find((one) => one.name === options.chart)!;
    if (!figure.isReady()) throw new InputError(`nothing to draw; ${options.chart} needs two plans`);
    file.put(write(figure, options));
    await writeOut(`${figure.label()}\n`);
  } finally {
    file.drop();
  }
}

function pictureOf(figure: Figure, { theme, width }: FigureOptions, fonts?: string): Picture {
  const palette = theme === "dark" ? DARK : LIGHT;
  const imprint = imprintLines(imprintOf(figure), figure.basis);
  const { brand } = document.value;
  return picture(figure, { width, palette, imprint, brand, ...(fonts === undefined ? {} : { fonts }) });
}

function svgOf(figure: Figure, options: FigureOptions): string {
  const fonts = fontStyle(FONT_FILES.map(({ file }) => packedFont(file)));
  return `${svgText(pictureOf(figure, options, fonts).svg)}\n`;
}

function pngOf(figure: Figure, options: FigureOptions): Uint8Array {
  const text = svgText(pictureOf(figure, options).svg);
  return withStaticFonts((fontFiles) => {
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: FALLBACK };
    return new Resvg(text, { fitTo: { mode: "zoom", value: DENSITY }, font }).render().asPng();
  });
}
