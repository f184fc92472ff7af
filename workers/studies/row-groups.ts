/** Row groups: values collected until a group is full, whose size follows from the number of columns alone. */
import type { Cell, Values } from "./columns.ts";

/** Values of a row group, so that it takes some tens of megabytes at most. */
const GROUP_VALUES = 2 ** 20;
const GROUP_ROWS = { least: 256, most: 65_536 };

/** Rows of a full group. */
export function groupRows(columnCount: number): number {
  return Math.min(GROUP_ROWS.most, Math.max(GROUP_ROWS.least, Math.floor(GROUP_VALUES / columnCount)));
}

export interface Group {
  readonly add: (values: Values) => void;
  /** Hands over what is left. */
  readonly end: () => void;
}

/** `addRows` must be done with a group's values when it returns: the next group takes their place. */
export function groupOf(columnCount: number, addRows: (values: Values) => void): Group {
  const most = groupRows(columnCount);
  const held = Array.from({ length: columnCount }, () => new Array<Cell>(most).fill(null));
  let count = 0;
  const hand = (): void => {
    addRows(count === most ? held : held.map((values) => values.slice(0, count)));
    count = 0;
  };
  return {
    add: (values) => {
      const rows = values[0].length;
      for (let from = 0; from < rows;) {
        const taken = Math.min(most - count, rows - from);
        for (const [c, column] of values.entries())
          for (let i = 0; i < taken; i++) held[c][count + i] = column[from + i];
        from += taken;
        count += taken;
        if (count === most) hand();
      }
    },
    end: () => {
      if (count > 0) hand();
    },
  };
}
