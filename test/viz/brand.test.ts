/** A firm's look on what is taken away: a colour that can be read on light and dark, a logo in pictures and slides. */
import * as fc from "fast-check";
import JSZip from "jszip";
import { describe, expect, test } from "vitest";
import { LINK_LENGTH_MOST, readLink, writeLink } from "../../scenarios/links/index.ts";
import { accentOn, contrast, CONTRAST_LEAST } from "../../viz/charts/accent.ts";
import { DARK, LIGHT } from "../../viz/charts/palette.ts";
import { talkNow } from "../../viz/exports/talk.ts";
import { accentStyle, logoIn } from "../../viz/figures/brand.ts";
import { readyFigures } from "../../viz/figures/figures.ts";
import { picture } from "../../viz/figures/picture.tsx";
import { svgText } from "../../viz/figures/svg-text.ts";
import { slidesOf } from "../../viz/slides/slides.ts";
import { languageName } from "../../viz/words/languages.ts";
import { pngLogo } from "../scenarios/logo.kit.ts";
import { layOut, smallDocument } from "./laid-out.ts";
import { xmlFault } from "./well-formed.ts";

const LOGO = pngLogo(200, 50, 3000);
const ACCENT = "#0a7d5c";
const colours = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("a colour", () => {
  test("can be read on light and dark as text must, whichever it is, and stays as it is where it can", () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(LIGHT, DARK), (accent, palette) => {
        const drawn = accentOn(palette, accent);
        expect(contrast(drawn, palette.paper)).toBeGreaterThanOrEqual(CONTRAST_LEAST);
        if (contrast(accent, palette.paper) >= CONTRAST_LEAST) expect(drawn).toBe(accent);
      }),
    );
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
    expect(accentOn(LIGHT)).toBe(LIGHT.ink);
  });

  test("is given to the page for light and for dark, and not at all if there is none", () => {
    expect(accentStyle({ accent: ACCENT })).toEqual({
      "--accent": `light-dark(${accentOn(LIGHT, ACCENT)}, ${accentOn(DARK, ACCENT)})`,
    });
    expect(accentStyle({ logo: LOGO })).toEqual({});
  });
});

describe("a logo", () => {
  test("keeps its proportions in any room", () => {
    expect(logoIn({ logo: LOGO }, { width: 100, height: 100 })).toMatchObject({ width: 100, height: 25 });
    expect(logoIn({ logo: LOGO }, { width: 1000, height: 10 })).toMatchObject({ width: 40, height: 10 });
    expect(logoIn(undefined, { width: 9, height: 9 })).toBeUndefined();
  });

  test("stands with the colour in every picture, beside an imprint that keeps clear of it", () => {
    layOut(smallDocument({ brand: { logo: LOGO, accent: ACCENT } }));
    const imprint = ["word ".repeat(60)];
    for (const figure of readyFigures()) {
      const [plain, branded] = [undefined, { logo: LOGO, accent: ACCENT }].map((brand) =>
        picture(figure, { width: 700, palette: LIGHT, imprint, brand }),
      );
      const text = svgText(branded.svg);
      expect([figure.name, xmlFault(text)]).toEqual([figure.name, ""]);
      expect(text).toContain(`href="${LOGO}"`);
      expect(text).toContain(`stroke="${ACCENT}"`);
      expect(svgText(plain.svg)).not.toContain("<image");
      expect(branded.height).toBeGreaterThanOrEqual(plain.height);
    }
  });

  test("stands on every slide", async () => {
    layOut(smallDocument({ brand: { logo: LOGO, accent: ACCENT } }));
    const talk = talkNow();
    const zip = await JSZip.loadAsync(await slidesOf(talk));
    const names = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(names.length).toBe(talk.figures.length + 1);
    for (const name of names) {
      const xml = await zip.file(name)!.async("string");
      expect([name, xmlFault(xml), xml.match(/<p:pic>/g)?.length]).toEqual([name, "", 1]);
      expect(xml.toLowerCase()).toContain(ACCENT.slice(1));
    }
    const [image] = Object.keys(zip.files).filter((name) => /^ppt\/media\/.*\.png$/.test(name));
    expect((await zip.file(image)!.async("base64")) === LOGO.split(",")[1]).toBe(true);
  });

  test("makes a link too long to be given, and is whole in the question of a file", async () => {
    const document = smallDocument({ brand: { logo: LOGO } });
    const link = await writeLink({ document });
    expect(link.length).toBeGreaterThan(LINK_LENGTH_MOST);
    expect((await readLink(link)).document).toEqual(document);
    const largest = await writeLink({
      document: smallDocument({ brand: { logo: pngLogo(200, 50, 16_000) } }),
    });
    expect(largest.length).toBeLessThan(32 * 1024);
  });
});

test("languages are called what their speakers call them", () => {
  expect(["de", "fr", "en"].map(languageName)).toEqual(["Deutsch", "Français", "English"]);
});
