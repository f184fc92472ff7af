/** Puts labels beside their curves without collisions, each as near to its curve as the others let it. */

export interface LabelWish {
  /** Where its middle would like to be. */
  readonly y: number;
  readonly height: number;
}

interface Block {
  /** Sum of the wished tops, each less the heights above it in the block. */
  wished: number;
  count: number;
  height: number;
}

/**
 * The labels' middles, in the order given: no two overlap, all lie within [top, bottom] where they fit, their vertical
 * order is that of the wishes, and the sum of squared displacements is least (pooling of adjacent violators).
 */
export function placeLabels(wishes: readonly LabelWish[], top: number, bottom: number): number[] {
  const order = wishes.map((_, i) => i).toSorted((a, b) => wishes[a].y - wishes[b].y || a - b);
  const blocks: Block[] = [];
  for (const i of order) {
    const { y, height } = wishes[i];
    blocks.push({ wished: y - height / 2, count: 1, height });
    while (blocks.length > 1 && topOf(blocks.at(-2)!) + blocks.at(-2)!.height > topOf(blocks.at(-1)!)) {
      const below = blocks.pop()!;
      const above = blocks.at(-1)!;
      above.wished += below.wished - below.count * above.height;
      above.count += below.count;
      above.height += below.height;
    }
  }
  return middlesOf(wishes, order, clampBlocks(blocks, top, bottom));
}

function topOf(block: Block): number {
  return block.wished / block.count;
}

// Tops of the blocks, pushed down from the top edge, then up from the bottom one.
function clampBlocks(
  blocks: readonly Block[],
  top: number,
  bottom: number,
): { top: number; count: number }[] {
  const placed = blocks.map((block) => ({ top: topOf(block), count: block.count, height: block.height }));
  let edge = top;
  for (const block of placed) {
    block.top = Math.max(block.top, edge);
    edge = block.top + block.height;
  }
  edge = bottom;
  for (const block of placed.toReversed()) {
    block.top = Math.min(block.top, edge - block.height);
    edge = block.top;
  }
  return placed;
}

function middlesOf(
  wishes: readonly LabelWish[],
  order: readonly number[],
  blocks: readonly { readonly top: number; readonly count: number }[],
): number[] {
  const middles = new Array<number>(wishes.length);
  let next = 0;
  for (const block of blocks) {
    let y = block.top;
    for (let i = 0; i < block.count; i++) {
      const label = order[next++];
      middles[label] = y + wishes[label].height / 2;
      y += wishes[label].height;
    }
  }
  return middles;
}
