/** A figure of the page as SVG or PNG, in the colours the reader looks at. */
import { DARK, LIGHT } from "../charts/palette.ts";
import type { Figure } from "../figures/figure.ts";
import { imprintLines, imprintOf } from "../figures/imprint.ts";
import { picture } from "../figures/picture.tsx";
import { svgText } from "../figures/svg-text.ts";
import { document } from "../store/document.ts";
import { theme } from "../store/theme.ts";
import { pageFonts } from "./page-fonts.ts";

const WIDTH = 1000;
const DENSITY = 2;

interface Drawn {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

export async function svgOf(figure: Figure): Promise<Drawn> {
  const palette = theme.value === "dark" ? DARK : LIGHT;
  const imprint = imprintLines(imprintOf(figure), figure.basis);
  const fonts = await pageFonts();
  const { svg, width, height } = picture(figure, {
    width: WIDTH,
    palette,
    imprint,
    fonts,
    brand: document.value.brand,
  });
  return { text: svgText(svg), width, height };
}

/** Two pixels for one, so that it is sharp on any screen. */
export async function pngOf(figure: Figure): Promise<Blob> {
  const { text, width, height } = await svgOf(figure);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = globalThis.document.createElement("canvas");
    [canvas.width, canvas.height] = [DENSITY * width, DENSITY * height];
    const context = canvas.getContext("2d")!;
    context.scale(DENSITY, DENSITY);
    context.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture")) : resolve(blob)), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
