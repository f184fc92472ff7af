/** Plain tables: columns as wide as their widest cell, in blocks no wider than the terminal. */

/** Characters that take two cells. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]/gu;
const COMBINING = /\p{Mn}/gu;
const GAP = "  ";
const NARROWEST = 30;

export function widthOf(text: string): number {
  const characters = [...text.replaceAll(COMBINING, "")].length;
  return characters + (text.match(WIDE)?.length ?? 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Rows of equally many cells as lines, the first row underlined. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(rows);
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => padded(cell, widths[i]))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths
    .map((width) => "─".repeat(width))
    .join(GAP)
    .trimEnd();
  return [lines[0], rule, ...lines.slice(1)];
}

/** Wraps the last column at words, so that lines keep to a width; at least 30 characters stay for it. */
export function wrapped(rows: readonly (readonly string[])[], width: number): string[][] {
  const widths = widthsOf(rows).slice(0, -1);
  const used = widths.reduce((sum, column) => sum + column + GAP.length, 0);
  const room = Math.max(NARROWEST, width - used);
  return rows.flatMap((cells) =>
    linesOf(cells.at(-1) ?? "", room).map((line, i) => {
      const others = cells.slice(0, -1);
      return [...(i === 0 ? others : others.map(() => "")), line];
    }),
  );
}

/** Words on lines of at most `room` characters. */
export function linesOf(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line) + 1 + widthOf(word) <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same in several blocks if the columns after the first don't fit side by side. */
export function tableBlocks(rows: readonly (readonly string[])[], width: number): string[][] {
  const [labels = 0, ...columns] = widthsOf(rows);
  const blocks: number[][] = [];
  let used = Infinity;
  for (const [i, column] of columns.entries()) {
    if (used + GAP.length + column > width) {
      blocks.push([]);
      used = labels;
    }
    blocks.at(-1)!.push(i + 1);
    used += GAP.length + column;
  }
  return blocks.map((block) => tableLines(rows.map((cells) => [cells[0], ...block.map((i) => cells[i])])));
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => widthOf(cells[i]))));
}
