/** The committed advance widths are those of the fonts the page ships; WRITE_WIDTHS=1 measures them anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { format } from "node:util";
import { expect, test } from "vitest";
import { announceSkipped, findChromium, launchChromium } from "./chromium.ts";

const FONTS = {
  sans: { package: "libre-franklin", file: "libre-franklin-latin-wght-normal.woff2", weight: 400 },
  sansBold: { package: "libre-franklin", file: "libre-franklin-latin-wght-normal.woff2", weight: 600 },
  serifBold: { package: "source-serif-4", file: "source-serif-4-latin-wght-normal.woff2", weight: 600 },
} as const;
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
] as const;
const OTHERS = "–—‘’“”…•−€×";
const TARGET = new URL("../../viz/charts/advance-widths.ts", import.meta.url);
const HEAD = `/** Advance widths of the page's fonts in thousandths of an em; measured by test/viz/advance-widths.test.ts. */
export type FontName = "sans" | "sansBold" | "serifBold";

/** The characters of every row of ADVANCES, in order; a letter with an accent is as wide as without. */
// oxfmt-ignore
export const CHARACTERS = %s;

// oxfmt-ignore
export const ADVANCES: Readonly<Record<FontName, readonly number[]>> = {
%s
};
`;

const chromium = findChromium();
if (chromium === undefined) announceSkipped(1, "measurement of advance widths");

test.skipIf(chromium === undefined)("label widths are the fonts' own advances", async () => {
  const source = await measure(chromium!);
  if (process.env["WRITE_WIDTHS"] === "1") writeFileSync(TARGET, source);
  expect(readFileSync(TARGET, "utf8")).toBe(source);
});

async function measure(path: string): Promise<string> {
  const measured = [
    ...RANGES.flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
    ),
    ...OTHERS,
  ];
  const characters = measured.filter((character) => bareOf(character) === character);
  const browser = await launchChromium(path);
  try {
    const page = await browser.newPage();
    const rows: string[] = [];
    for (const [name, font] of Object.entries(FONTS)) {
      const all = await page.evaluate(measureInPage, fontUrl(font), font.weight, measured.join(""));
      // What the table leaves out is as wide as what it has in its place.
      for (const [i, character] of measured.entries())
        expect([name, character, all[i]]).toEqual([
          name,
          character,
          all[measured.indexOf(bareOf(character))],
        ]);
      const widths = characters.map((character) => all[measured.indexOf(character)]);
      rows.push(`  ${name}: [${widths.join(",")}],`);
    }
    return format(HEAD, JSON.stringify(characters.join("")), rows.join("\n"));
  } finally {
    await browser.close();
  }
}

/** A letter without its accent. */
function bareOf(character: string): string {
  return character.normalize("NFD")[0];
}

function fontUrl(font: { readonly package: string; readonly file: string }): string {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`@fontsource-variable/${font.package}/files/${font.file}`);
  return `data:font/woff2;base64,${readFileSync(path).toString("base64")}`;
}

// Runs in the page: one span a character at 1,000 px, without kerning.
async function measureInPage(url: string, weight: number, characters: string): Promise<number[]> {
  const face = new FontFace(`measured-${weight}-${url.length}`, `url(${url})`, { weight: "100 900" });
  document.fonts.add(await face.load());
  const span = document.createElement("span");
  span.setAttribute(
    "style",
    `position:absolute;white-space:pre;font:${weight} 1000px ${face.family};font-kerning:none`,
  );
  document.body.append(span);
  return Array.from(characters, (character) => {
    span.textContent = character;
    return Math.round(span.getBoundingClientRect().width);
  });
}
