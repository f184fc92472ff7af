/** Where everybody's dot lies: blocks of equal dots on shelves, one block a unit (or department), nobody left out. */
import { round } from "../charts/geometry.ts";

/** People who lie together, in the order in which their dots fill the block. */
export interface Group {
  readonly name: string;
  readonly seats: ArrayLike<number>;
}

/** One group's block: dots fill it column by column, `rows` dots a column. Pixels from the picture's top left. */
export interface Block {
  readonly name: string;
  readonly count: number;
  /** Left edge of the dots and of the label. */
  readonly x: number;
  /** Upper edge of the dots; the label lies in the LABEL_HEIGHT pixels above. */
  readonly y: number;
  /** Room for the label, at least as wide as the dots. */
  readonly width: number;
  readonly rows: number;
  /** Place of the block's first dot in `seats`. */
  readonly first: number;
}

export interface PeopleLayout {
  readonly width: number;
  readonly height: number;
  /** From dot to dot, and a dot's side, in pixels; whole device pixels. */
  readonly pitch: number;
  readonly side: number;
  readonly blocks: readonly Block[];
  /** Seats in the order of their dots: block by block. */
  readonly seats: Uint32Array;
  /** By seat: left and upper edge of its dot; −1 for a seat without one. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** The box the blocks must fit into, in pixels, and device pixels a pixel. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly density: number;
}

const LABEL_HEIGHT = 18;
const BELOW_SHELF = 10;
const BETWEEN_BLOCKS = 14;
/** Narrowest block, so that the beginning of its name can be read. */
const BLOCK_WIDTH_LEAST = 56;
/** Dots of a firm of dozens fill a stage, which dots of a size for hundreds would leave empty. */
const PITCH_MOST = 96;
/** Share of the pitch that stays empty. */
const GAP_SHARE = 0.22;

/**
 * Lays groups out with the largest dots that fit into a box, groups in their order on shelves from top to bottom. With
 * dots of one device pixel already, the picture is as high as it must be: `height` tells. The same input gives the same
 * layout everywhere. `seatCount` is the number of all seats.
 */
export function layOutPeople(groups: readonly Group[], seatCount: number, box: Box): PeopleLayout {
  const shown = groups.filter(({ seats }) => seats.length > 0);
  const steps = Math.round(PITCH_MOST * box.density);
  let best = shelvesAt(shown, 1 / box.density, box);
  let pitch = 1 / box.density;
  for (let step = 2; step <= steps; step++) {
    const shelves = shelvesAt(shown, step / box.density, box);
    if (shelves.height > box.height || (best.isWithin && !shelves.isWithin)) break;
    best = shelves;
    pitch = step / box.density;
  }
  return place(shown, seatCount, best, pitch, box);
}

interface Shelf {
  readonly groups: readonly Group[];
  readonly rows: number;
}

interface Shelves {
  readonly shelves: readonly Shelf[];
  readonly height: number;
  /** Whether no shelf is wider than the box. */
  readonly isWithin: boolean;
}

/** The lowest arrangement at a pitch, over all numbers of shelves on which names have room. */
function shelvesAt(groups: readonly Group[], pitch: number, { width }: Box): Shelves {
  const narrowest = Math.max(BLOCK_WIDTH_LEAST, pitch) + BETWEEN_BLOCKS;
  const perShelf = Math.max(1, Math.floor((width + BETWEEN_BLOCKS) / narrowest));
  const least = Math.max(1, Math.ceil(groups.length / perShelf));
  let best: Shelves | undefined;
  for (let count = least; count <= Math.min(groups.length, least + 5); count++) {
    const shelves = split(groups, count).map((some): Shelf => ({
      groups: some,
      rows: rowsFor(some, pitch, width),
    }));
    let height = 0;
    for (const { rows } of shelves) height += LABEL_HEIGHT + rows * pitch + BELOW_SHELF;
    const isWithin = shelves.every((shelf) => shelfWidth(shelf.groups, shelf.rows, pitch) <= width);
    const isBetter = best?.isWithin === isWithin ? height < best.height : isWithin;
    if (best === undefined || isBetter) best = { shelves, height, isWithin };
  }
  return best ?? { shelves: [], height: 0, isWithin: true };
}

/** Groups in their order on a number of shelves with about as many people each. */
function split(groups: readonly Group[], count: number): Group[][] {
  const people = groups.reduce((sum, { seats }) => sum + seats.length, 0);
  const shelves: Group[][] = [];
  let shelf: Group[] = [];
  let before = 0;
  groups.forEach((group, i) => {
    shelf.push(group);
    before += group.seats.length;
    const left = groups.length - i - 1;
    const wanted = count - shelves.length - 1;
    const isFull = before >= ((shelves.length + 1) * people) / count;
    if (left === 0 || (wanted > 0 && (isFull || left === wanted))) {
      shelves.push(shelf);
      shelf = [];
    }
  });
  return shelves;
}

/** The fewest rows with which a shelf's blocks fit side by side. */
function rowsFor(groups: readonly Group[], pitch: number, width: number): number {
  let low = 1;
  let high = Math.max(1, ...groups.map(({ seats }) => seats.length));
  while (low < high) {
    const rows = (low + high) >> 1;
    if (shelfWidth(groups, rows, pitch) <= width) high = rows;
    else low = rows + 1;
  }
  return low;
}

function shelfWidth(groups: readonly Group[], rows: number, pitch: number): number {
  let width = (groups.length - 1) * BETWEEN_BLOCKS;
  for (const { seats } of groups) width += blockWidth(seats.length, rows, pitch);
  return width;
}

function blockWidth(count: number, rows: number, pitch: number): number {
  return Math.max(BLOCK_WIDTH_LEAST, Math.ceil(count / rows) * pitch);
}

function place(
  groups: readonly Group[],
  seatCount: number,
  { shelves, height }: Shelves,
  pitch: number,
  { width, density }: Box,
): PeopleLayout {
  const x = new Float32Array(seatCount).fill(-1);
  const y = new Float32Array(seatCount).fill(-1);
  const seats = new Uint32Array(groups.reduce((sum, group) => sum + group.seats.length, 0));
  const blocks: Block[] = [];
  let first = 0;
  let top = LABEL_HEIGHT;
  for (const shelf of shelves) {
    let left = 0;
    for (const group of shelf.groups) {
      const count = group.seats.length;
      const slot = blockWidth(count, shelf.rows, pitch);
      const edge = Math.round(left * density) / density;
      blocks.push({ name: group.name, count, x: edge, y: round(top), width: slot, rows: shelf.rows, first });
      for (let i = 0; i < count; i++) {
        const a = group.seats[i];
        seats[first + i] = a;
        x[a] = edge + Math.floor(i / shelf.rows) * pitch;
        y[a] = top + (i % shelf.rows) * pitch;
      }
      first += count;
      left += slot + BETWEEN_BLOCKS;
    }
    top += shelf.rows * pitch + BELOW_SHELF + LABEL_HEIGHT;
    top = Math.ceil(top * density) / density;
  }
  const gap = Math.round(pitch * density * GAP_SHARE) / density;
  return { width, height: Math.ceil(height), pitch, side: pitch - gap, blocks, seats, x, y };
}

/** The seat whose dot (with the gap after it) lies under a point; −1 where nobody's does. */
export function seatAt({ blocks, pitch, seats }: PeopleLayout, x: number, y: number): number {
  for (const block of blocks) {
    const column = Math.floor((x - block.x) / pitch);
    const row = Math.floor((y - block.y) / pitch);
    if (column < 0 || row < 0 || row >= block.rows) continue;
    const i = column * block.rows + row;
    if (i < block.count) return seats[block.first + i];
  }
  return -1;
}
