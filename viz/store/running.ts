/** Results over runs that grow with them: one more run costs one more run, not all of them again. */
import type { Bands } from "../charts/bands.ts";
import { bandsOfSorted } from "./statistics.ts";

/**
 * Remembers a state over runs. `keys` say what the runs are of, `ids` (ascending) which they are; runs known already
 * stay, new ones at the end are added, and a state of other runs is begun anew.
 */
export function createRunning<T>(begin: () => T) {
  let state = begin();
  let keysHeld: readonly unknown[] = [];
  let count = 0;
  let lastId = -1;
  return (
    keys: readonly unknown[],
    ids: readonly number[],
    add: (state: T, from: number, to: number) => void,
  ): T => {
    const isSame =
      keys.length === keysHeld.length &&
      keys.every((key, i) => key === keysHeld[i]) &&
      count <= ids.length &&
      // Ids ascend: a run that came in between would have moved the last one.
      (count === 0 || ids[count - 1] === lastId);
    if (!isSame) {
      state = begin();
      keysHeld = keys;
      count = 0;
    }
    if (ids.length > count) add(state, count, ids.length);
    count = ids.length;
    lastId = ids[count - 1] ?? -1;
    return state;
  };
}

/** Values of every week in ascending order: week-major, `capacity` places a week. */
interface SortedWeeks {
  values: Float64Array;
  capacity: number;
  count: number;
}

/** Above this many new runs sorting is quicker than inserting. */
const INSERTED_MOST = 24;

/** Bands over runs; `columnAt(i)` is the series of run ids[i]. */
export function createBands(): (
  keys: readonly unknown[],
  ids: readonly number[],
  columnAt: (i: number) => Float64Array,
) => Bands {
  const running = createRunning<SortedWeeks>(() => ({ values: new Float64Array(0), capacity: 0, count: 0 }));
  return (keys, ids, columnAt) => {
    const sorted = running(keys, ids, (state, from, to) => {
      const columns = Array.from({ length: to - from }, (_, i) => columnAt(from + i));
      grow(state, to, columns[0].length);
      if (columns.length > INSERTED_MOST) appendAndSort(state, columns);
      else for (const column of columns) insert(state, column);
    });
    const weeks = sorted.capacity === 0 ? 0 : sorted.values.length / sorted.capacity;
    return bandsOfSorted(weeks, (week) =>
      sorted.values.subarray(week * sorted.capacity, week * sorted.capacity + sorted.count),
    );
  };
}

function grow(state: SortedWeeks, count: number, weeks: number): void {
  if (count <= state.capacity) return;
  const capacity = Math.max(64, 2 * state.capacity, count);
  const values = new Float64Array(weeks * capacity);
  for (let week = 0; week < weeks && state.capacity > 0; week++) {
    const start = week * state.capacity;
    values.set(state.values.subarray(start, start + state.count), week * capacity);
  }
  state.values = values;
  state.capacity = capacity;
}

function appendAndSort(state: SortedWeeks, columns: readonly Float64Array[]): void {
  const { values, capacity, count } = state;
  for (let week = 0; week < columns[0].length; week++) {
    const start = week * capacity;
    columns.forEach((column, i) => {
      values[start + count + i] = column[week]!;
    });
    values.subarray(start, start + count + columns.length).sort();
  }
  state.count += columns.length;
}

function insert(state: SortedWeeks, column: Float64Array): void {
  const { values, capacity, count } = state;
  for (let week = 0; week < column.length; week++) {
    const value = column[week];
    const start = week * capacity;
    let low = start;
    let high = start + count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (values[middle] <= value) low = middle + 1;
      else high = middle;
    }
    values.copyWithin(low + 1, low, start + count);
    values[low] = value;
  }
  state.count++;
}
