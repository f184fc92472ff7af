/** A drag of a bar or of one of its ends: every whole week is drafted, letting go settles, Escape gives it up. */
import type { Document } from "../../scenarios/index.ts";
import { inTurns } from "../shell/turns.ts";
import { document, draft, selected, settle, withdraw, type StepPlace } from "../store/document.ts";
import { propose } from "../store/editing.ts";
import { beginStep, endStep, moveStep } from "../store/step-commands.ts";

/** A step of a shared past is pressed, and never dragged. */
export type Grasp = "bar" | "start" | "end" | "press";

interface Drag {
  readonly pointer: number;
  readonly place: StepPlace;
  readonly grasp: Grasp;
  readonly fromX: number;
  readonly pixelsPerWeek: number;
  /** The week held at the beginning. */
  readonly week: number;
  /** No week before this one may change. */
  readonly first: number;
}

/** A drag on its way. */
interface Held extends Drag {
  /** Steps have their places in this document alone. */
  readonly document: Document;
  isMoved: boolean;
  isDrafted: boolean;
}

/** Pixels a press may tremble without being a drag. */
const TREMBLE = 3;

export interface Dragging {
  readonly begin: (drag: Drag) => void;
  /** Follows the pointer; true once it is a drag. */
  readonly follow: (pointer: number, x: number) => boolean;
  /** Lets go; null if nothing was held any more. */
  readonly end: (pointer: number) => "drag" | "press" | null;
  /** Gives up; true if there was something to give up. */
  readonly cancel: () => boolean;
  readonly isDragging: () => boolean;
}

export function createDragging(): Dragging {
  let held: Held | undefined;
  /** What the pointer still holds: undoing, or any other change, takes it out of the hand. */
  const heldBy = (pointer: number): Held | undefined => {
    if (held?.pointer !== pointer) return undefined;
    const isTaken = held.document !== document.peek() || (held.isDrafted && draft.peek() === null);
    if (isTaken) held = undefined;
    return held;
  };
  return {
    begin: (drag) => {
      held = { ...drag, document: document.peek(), isMoved: false, isDrafted: false };
      selected.value = drag.place;
    },
    follow: (pointer, x) => {
      const drag = heldBy(pointer);
      if (drag === undefined || drag.grasp === "press") return false;
      const moved = x - drag.fromX;
      if (!drag.isMoved && Math.abs(moved) < TREMBLE) return false;
      drag.isMoved = true;
      const follow = (): void => draw(drag, drag.week + Math.round(moved / drag.pixelsPerWeek));
      // With the first move all that was settled becomes the past it is compared with.
      if (drag.isDrafted) follow();
      else inTurns(follow);
      drag.isDrafted = draft.peek() !== null;
      return true;
    },
    end: (pointer) => {
      const drag = heldBy(pointer);
      if (drag === undefined) return null;
      held = undefined;
      if (!drag.isMoved) return "press";
      inTurns(settle);
      return "drag";
    },
    cancel: () => {
      if (held === undefined) return false;
      held = undefined;
      withdraw();
      return true;
    },
    isDragging: () => held?.isMoved === true,
  };
}

function draw({ place: { plan, step }, grasp, first }: Drag, week: number): void {
  if (grasp === "bar") propose(moveStep(plan, step, week, first));
  else if (grasp === "start") propose(beginStep(plan, step, week, first));
  else if (grasp === "end") propose(endStep(plan, step, Math.max(week, first)));
}
