/** What one chart can be taken away as. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Figure } from "../figures/figure.ts";
import { document } from "../store/document.ts";
import { Choices, type Choice } from "./choices.tsx";
import { pageFonts } from "./page-fonts.ts";
import { pngOf, svgOf } from "./page-picture.ts";
import { saveFile } from "./save.ts";
import { csvOf, jsonOf } from "./text-files.ts";
import { saveSlides } from "./save-slides.ts";

type Make = (figure: Figure, stem: string) => Promise<void> | void;

const FORMATS: readonly (readonly [string, Make])[] = [
  ["PNG", async (figure, stem) => saveFile(stem, "png", "image/png", await pngOf(figure))],
  ["SVG", async (figure, stem) => saveFile(stem, "svg", "image/svg+xml", (await svgOf(figure)).text)],
  ["PowerPoint", (figure, stem) => saveSlides(stem, [figure])],
  ["CSV", (figure, stem) => saveFile(stem, "csv", "text/csv;charset=utf-8", csvOf(figure))],
  ["JSON", (figure, stem) => saveFile(stem, "json", "application/json", jsonOf(figure))],
];

export function FigureChoices({ figure }: { readonly figure: Figure }): JSX.Element {
  const stem = `${document.value.name} ${figure.name}`;
  const choices = FORMATS.map(([name, make]): Choice => ({ name, make: () => make(figure, stem) }));
  // Who looks at the choices will take one: its fonts are there by then, or it says why not.
  useEffect(() => void pageFonts().catch(() => {}), []);
  return <Choices choices={choices} />;
}
