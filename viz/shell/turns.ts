/** Drawing in turns: what new runs change on the page is drawn part by part, so that a reader never waits for all of it. */
import { Component } from "preact";
import { pause } from "../../workers/pause.ts";

/** Of a part that tells how far the others are. */
export interface DrawnLast {
  readonly isDrawnLast: true;
}

/** As the library packs it for its own tools: how deep below the root a part stands. */
interface Part extends Component {
  readonly __v: { readonly __b: number } | null;
}

/** Parts whose turn is to come. */
const waiting = new Set<Part>();
let isHeld = false;
let isDrawing = false;
const setState = Reflect.get(Component.prototype, "setState") as (this: Component, state: object) => void;

// A signal tells the parts that show it by their setState: there is no other place to hold one back.
Component.prototype.setState = function (this: Part, state: object): void {
  if (isHeld) waiting.add(this);
  else setState.call(this, state);
};

/** Makes a change at once whose parts are drawn afterwards, a task each; what else changes meanwhile is drawn as ever. */
export function inTurns<T>(change: () => T): T {
  isHeld = true;
  try {
    return change();
  } finally {
    isHeld = false;
    if (!isDrawing) void drawWaiting();
  }
}

async function drawWaiting(): Promise<void> {
  isDrawing = true;
  for (let part = next(); part !== undefined; part = next()) {
    waiting.delete(part);
    setState.call(part, {});
    await pause();
  }
  isDrawing = false;
}

/** Who holds another part is drawn before it: what was there to be drawn may be no more. */
function next(): Part | undefined {
  const rankOf = ({ props, __v }: Part): number => ("isDrawnLast" in props ? Infinity : (__v?.__b ?? 0));
  return [...waiting].toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}
