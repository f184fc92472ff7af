/** A sentence broken into lines that fit, its plans kept in their colours. */
import { widthOf } from "../charts/text.ts";
import type { Piece, Rich } from "../words/rich.ts";

/** Lines of pieces; plans are as wide as bold letters. A word wider than the line has a line of its own. */
export function richLines(sentence: Rich, size: number, width: number): Rich[] {
  return breakRich(sentence, width, ({ text, plan }) =>
    widthOf(text, plan === undefined ? "sans" : "sansBold", size),
  );
}

/** The same by any measure of a piece's width. */
export function breakRich(sentence: Rich, width: number, measure: (piece: Piece) => number): Rich[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const piece of sentence) {
    // Each word with the spaces that follow it.
    for (const text of piece.text.match(/\S+\s*|\s+/g) ?? []) {
      const word = { ...piece, text };
      if (used > 0 && used + measure({ ...piece, text: text.trimEnd() }) > width) {
        lines.push([]);
        used = 0;
      }
      append(lines.at(-1)!, word);
      used += measure(word);
    }
  }
  return lines;
}

/** Words of one plan stay one piece: what is written from right to left must not be cut. */
function append(line: Piece[], word: Piece): void {
  const last = line.at(-1);
  const isSame = last !== undefined && last.plan === word.plan && last.isStrong === word.isStrong;
  if (isSame) line[line.length - 1] = { ...last, text: last.text + word.text };
  else line.push(word);
}
