/** The verb figure: files that are whole or absent, drawn with the fonts, refused in one line. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sfntOf } from "../../viz/exports/sfnt.ts";
import { makePlace, smallDocument, TERMINAL, type Place } from "./terminal.kit.ts";

const isBuilt = existsSync(TERMINAL);

describe.skipIf(!isBuilt)("figure", () => {
  let place: Place;
  beforeAll(() => {
    place = makePlace();
    place.write("q.json", JSON.stringify(smallDocument()));
  });
  afterAll(() => place.remove());
  const draw = (...words: string[]) =>
    place.groundwork(["figure", "q.json", "--runs", "2", "--workers", "0", "--progress", "none", ...words]);
  const read = (name: string): Buffer => readFileSync(join(place.folder, name));

  test("writes SVG with the fonts and their notice, and says the chart in words", async () => {
    const { code, stdout, stderr } = await draw("--out", "fan.svg");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^Deep practice of every plan\. By month 10, /);
    const svg = read("fan.svg").toString();
    expect(svg).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(svg.match(/data:font\/woff2/g)?.length).toBe(2);
    expect(svg).toContain("SIL Open Font License");
  });

  test("writes PNG of two pixels for one, in which there is text", async () => {
    const { code } = await draw("--chart", "plans", "--width", "500", "--out", "plans.png");
    expect(code).toBe(0);
    const png = read("plans.png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1000);
    // Without its fonts the same picture takes a fourth.
    expect(png.length).toBeGreaterThan(25_000);
  });

  test("writes numbers as CSV and JSON", async () => {
    expect((await draw("--chart", "wins", "--out", "wins.csv")).code).toBe(0);
    expect(read("wins.csv").toString().split("\n").length).toBe(52);
    expect((await draw("--chart", "cost", "--week", "20", "--out", "cost.json")).code).toBe(0);
    expect(JSON.parse(read("cost.json").toString())).toMatchObject({ figure: "cost", imprint: { runs: 2 } });
  });

  test.each([
    [
      ["--out", "fan.gif"],
      /^groundwork: invalid out; not a file that ends in .svg, .png, .csv, .json: "fan.gif"$/m,
    ],
    [["--out", "x.svg", "--measure", "luck"], /unknown measure; not one of deepShare, /],
    [["--out", "x.svg", "--week", "41"], /invalid week; not in \[0, 40\]: 41/],
    [["--out", "x.svg", "--chart", "pie"], /'pie' is invalid/],
    [["--out", "x.svg", "--plans", "first", "--chart", "wins"], /nothing to draw; wins needs two plans/],
    [["--out", "x.svg", "--width", "10"], /invalid width; not a whole number in \[320, 4000\]/],
  ])("refuses %s and leaves no file", async (words, message) => {
    const { code, stderr, stdout } = await draw(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(readdirSync(place.folder).filter((name) => /^x|gif|part/.test(name))).toEqual([]);
  });
});

describe("a web font", () => {
  const path = "@fontsource/libre-franklin/files/libre-franklin-latin-600-normal.woff";
  const woff = readFileSync(createRequire(import.meta.url).resolve(path));

  test("is unpacked into tables whose checksums are theirs, but for the new name", () => {
    const font = sfntOf(woff, "Another Name");
    const view = new DataView(font.buffer);
    const count = view.getUint16(4);
    expect(count).toBeGreaterThan(9);
    for (let i = 0; i < count; i++) {
      const [tag, checksum, offset, length] = [0, 4, 8, 12].map((at) => view.getUint32(12 + 16 * i + at));
      const name = String.fromCharCode(tag >>> 24, (tag >>> 16) & 255, (tag >>> 8) & 255, tag & 255);
      let sum = 0;
      for (let at = 0; at < length; at += 4) {
        // The head's own field of the whole file's checksum counts as nothing.
        if (name === "head" && at === 8) continue;
        sum = (sum + view.getUint32(offset + at)) >>> 0;
      }
      if (name !== "name") expect([name, sum]).toEqual([name, checksum]);
    }
    expect(Buffer.from(font).toString("latin1")).toContain("A\0n\0o\0t\0h\0e\0r");
  });

  test("of another kind is refused", () => {
    expect(() => sfntOf(new Uint8Array(10), "x")).toThrow("not a WOFF font");
    expect(() => sfntOf(woff.subarray(1), "x")).toThrow("not a WOFF font");
  });
});
