/** A sentence broken into lines that fit, its plans kept in their colours. */
import { widthOf } from "../charts/text.ts";
import type { Piece, Rich } from "../words/rich.ts";

/** Lines of pieces; plans are as wide as bold letters. A word wider than the line has a line of its own. */
export function richLines(sentence: Rich, size: number, width: number): Rich[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const { text, plan } of sentence) {
    const font = plan === undefined ? "sans" : "sansBold";
    // Each word with the spaces that follow it.
    for (const word of text.match(/\S+\s*|\s+/g) ?? []) {
      if (used > 0 && used + widthOf(word.trimEnd(), font, size) > width) {
        lines.push([]);
        used = 0;
      }
      append(lines.at(-1)!, word, plan);
      used += widthOf(word, font, size);
    }
  }
  return lines;
}

/** Words of one plan stay one piece: what is written from right to left must not be cut. */
function append(line: Piece[], word: string, plan: number | undefined): void {
  const last = line.at(-1);
  if (last !== undefined && last.plan === plan) line[line.length - 1] = { ...last, text: last.text + word };
  else line.push(plan === undefined ? { text: word } : { text: word, plan });
}
