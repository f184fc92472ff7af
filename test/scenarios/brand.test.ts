/** A document's brand: a colour and a small picture of points; nothing that could run, grow or hide. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkDocument,
  InputError,
  LOGO_BYTES_MAX,
  LOGO_HEIGHT_MAX,
  LOGO_WIDTH_MAX,
  logoSize,
} from "../../scenarios/index.ts";
import { jpegLogo, pngLogo } from "./logo.kit.ts";
import { smallDocument } from "./questions.ts";

const withBrand = (brand: unknown): unknown => ({ ...smallDocument(), brand });

describe("a logo", () => {
  test("is a PNG or a JPEG, as large as its file says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: LOGO_WIDTH_MAX }),
        fc.integer({ min: 1, max: LOGO_HEIGHT_MAX }),
        (width, height) => {
          expect(logoSize(pngLogo(width, height))).toEqual({ width, height });
          expect(logoSize(jpegLogo(width, height))).toEqual({ width, height });
        },
      ),
      { numRuns: 20 },
    );
    const logo = pngLogo(120, 40);
    expect(checkDocument(withBrand({ logo }))).toMatchObject({ brand: { logo } });
  });

  test("is small: in bytes, and in points when it is unpacked", () => {
    for (const logo of [
      pngLogo(LOGO_WIDTH_MAX + 1, 10),
      pngLogo(10, LOGO_HEIGHT_MAX + 1),
      pngLogo(0, 10),
      pngLogo(2 ** 31, 2 ** 31),
      jpegLogo(LOGO_WIDTH_MAX + 1, 10),
      jpegLogo(10, 0),
      pngLogo(10, 10, LOGO_BYTES_MAX),
    ]) {
      expect(logoSize(logo)).toBeUndefined();
      expect(() => checkDocument(withBrand({ logo }))).toThrow(
        /^invalid brand\.logo; not a PNG or JPEG of at most/,
      );
    }
  });

  test("is nothing else: no drawing that can hold a script, no address, no other start", () => {
    const png = pngLogo(8, 8);
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>").toString("base64");
    for (const logo of [
      `data:image/svg+xml;base64,${svg}`,
      `data:image/png;base64,${svg}`,
      `data:image/jpeg;base64,${svg}`,
      `data:text/html;base64,${svg}`,
      "https://example.org/logo.png",
      "javascript:alert(1)",
      png.replace("image/png", "image/png;x"),
      `${png}"onload=x`,
      ` ${png}`,
      png.slice(0, 40),
      png.replace("image/png", "image/jpeg"),
      jpegLogo(8, 8).replace("image/jpeg", "image/png"),
      "",
    ])
      expect([logo, logoSize(logo)]).toEqual([logo, undefined]);
  });

  test("is read or refused, whatever its bytes are", () => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => Buffer.from(all).toString("base64"));
    const damaged = fc.tuple(fc.nat(90), fc.integer({ min: 0, max: 255 })).map(([at, value]) => {
      const all = Buffer.from(jpegLogo(9, 9).split(",")[1], "base64");
      all[at % all.length] = value;
      return all.toString("base64");
    });
    fc.assert(
      fc.property(fc.constantFrom("png", "jpeg"), fc.oneof(bytes, damaged), (kind, text) => {
        const size = logoSize(`data:image/${kind};base64,${text}`);
        if (size !== undefined) expect(size.width * size.height).toBeGreaterThan(0);
      }),
    );
  });
});

test("a colour is six hexadecimal digits", () => {
  expect(checkDocument(withBrand({ accent: "#0a7d5c" }))).toMatchObject({ brand: { accent: "#0a7d5c" } });
  for (const accent of ["red", "#fff", "#0A7D5C;x", "url(x)", 7, "#0a7d5c "])
    expect(() => checkDocument(withBrand({ accent }))).toThrow(/^invalid brand\.accent; not (a colour|text)/);
});

test("a brand has nothing else", () => {
  expect(() => checkDocument(withBrand({ colour: "#000000" }))).toThrow(InputError);
});
