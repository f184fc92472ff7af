/** Widths of text from the committed advance table: the same in Node and in every browser. */
import { ADVANCES, CHARACTERS, type FontName } from "./advance-widths.ts";
import { round } from "./geometry.ts";

/** Sizes of the identity, in pixels. */
export const HEADLINE = 28;
export const BODY = 13;
export const SMALL = 12;

export const FAMILIES: Readonly<Record<FontName, string>> = {
  sans: "'Libre Franklin Variable', sans-serif",
  sansBold: "'Libre Franklin Variable', sans-serif",
  serifBold: "'Source Serif 4 Variable', serif",
};

const INDEX = new Map(Array.from(CHARACTERS, (character, i) => [character, i]));
/** A character outside the table: as wide as an em, which no letter of the fonts exceeds by much. */
const UNKNOWN = 1000;

/** In thousandths of an em; in all fonts of the table a letter with an accent is as wide as without. */
function advanceOf(character: string, advances: readonly number[]): number {
  const i = INDEX.get(character) ?? INDEX.get(character.normalize("NFD")[0]);
  return i === undefined ? UNKNOWN : advances[i];
}

/** The width of a line of text in pixels, without kerning. */
export function widthOf(text: string, font: FontName, size: number): number {
  const advances = ADVANCES[font];
  let width = 0;
  for (const character of text) width += advanceOf(character, advances);
  return round((width * size) / 1000);
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function fitText(text: string, font: FontName, size: number, width: number): string {
  if (widthOf(text, font, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 0) {
    characters.pop();
    const shorter = `${characters.join("").trimEnd()}…`;
    if (widthOf(shorter, font, size) <= width) return shorter;
  }
  return "";
}

/** Breaks text at spaces into lines that fit; the last of `most` lines is cut. */
export function wrapText(text: string, font: FontName, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || lines.length === most - 1 || widthOf(longer, font, size) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => fitText(one, font, size, width));
}

/** Strong marks of writing from right to left, and what turns a text's direction unseen. */
const TURNING =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** A name inside a text without markup, kept from turning what stands around it. */
export function isolated(name: string): string {
  return TURNING.test(name) ? `\u2068${name}\u2069` : name;
}
