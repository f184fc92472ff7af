/** The state of AdoptBench as columns in one buffer, laid out as the engine lays out its own. */

const WIDTHS = { f64: Float64Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array } as const;
type Width = keyof typeof WIDTHS;

/** STATUS of an agent; whoever changes goes to the next one, the lapsed back to trial. */
export const STATUS = { none: 0, trial: 1, engaged: 2, lapsed: 3 } as const;

/** All state of a tick's boundary, by agent. The first six columns are the result that is hashed. */
export const ADOPT_COLUMNS = {
  /** A STATUS. */
  status: "u8",
  /** What one sees engaged colleagues do, remembered; share in [0, 1]. */
  e: "f64",
  /** Knowledge, in (0, 1). */
  k: "f64",
  /** Satisfaction, in [0, 1]. */
  s: "f64",
  /** What one misses, in [0, 1]. */
  g: "f64",
  /** Value of the ticks engaged so far. */
  v: "f64",
  /** Pushed count over one's ties, true at every tick's start. */
  engagedTies: "u16",
} as const satisfies Record<string, Width>;

export type AdoptColumnName = keyof typeof ADOPT_COLUMNS;
export type AdoptState = {
  readonly [K in AdoptColumnName]: InstanceType<(typeof WIDTHS)[(typeof ADOPT_COLUMNS)[K]]>;
} & {
  /** e, k, s, g and v as one view: they lie one after another, and V8 checks every array it reads at every agent. */
  readonly doubles: Float64Array;
};

/** The columns that are the result, in the order in which they are hashed. */
export const RESULT_COLUMNS = ["status", "e", "k", "s", "g", "v"] as const;

/** Columns of a number of agents, all zero, over one new buffer, each on a multiple of 8 bytes. */
export function layOut(agentCount: number): AdoptState {
  const columns = Object.entries(ADOPT_COLUMNS);
  const bytesOf = (width: Width): number => Math.ceil((agentCount * WIDTHS[width].BYTES_PER_ELEMENT) / 8) * 8;
  const buffer = new ArrayBuffer(columns.reduce((bytes, [, width]) => bytes + bytesOf(width), 0));
  new Uint8Array(buffer).fill(0); // touches the pages now, not within the first tick
  let offset = 0;
  const place = ([name, width]: [string, Width]) => {
    const column = new WIDTHS[width](buffer, offset, agentCount);
    offset += bytesOf(width);
    return [name, column];
  };
  const state = Object.fromEntries(columns.map(place)) as Omit<AdoptState, "doubles">;
  return { ...state, doubles: new Float64Array(buffer, state.e.byteOffset, 5 * agentCount) };
}
