/** A drag of a bar or of one of its ends: every whole week is drafted, letting go settles, Escape gives it up. */
import { inTurns } from "../shell/turns.ts";
import { selected, settle, withdraw, type StepPlace } from "../store/document.ts";
import { propose } from "../store/editing.ts";
import { beginStep, endStep, moveStep } from "../store/step-commands.ts";

export type Grasp = "bar" | "start" | "end";

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
  isMoved: boolean;
}

/** Pixels a press may tremble without being a drag. */
const TREMBLE = 3;

export interface Dragging {
  readonly begin: (drag: Omit<Drag, "isMoved">) => void;
  /** Follows the pointer; true once it is a drag. */
  readonly follow: (pointer: number, x: number) => boolean;
  /** Lets go; true if it was a drag and not a press. */
  readonly end: (pointer: number) => boolean;
  /** Gives up; true if there was something to give up. */
  readonly cancel: () => boolean;
}

export function createDragging(): Dragging {
  let held: Drag | undefined;
  return {
    begin: (drag) => {
      held = { ...drag, isMoved: false };
      selected.value = drag.place;
    },
    follow: (pointer, x) => {
      if (held?.pointer !== pointer) return false;
      const moved = x - held.fromX;
      if (!held.isMoved && Math.abs(moved) < TREMBLE) return false;
      held.isMoved = true;
      draw(held, held.week + Math.round(moved / held.pixelsPerWeek));
      return true;
    },
    end: (pointer) => {
      if (held?.pointer !== pointer) return false;
      const { isMoved } = held;
      held = undefined;
      if (isMoved) inTurns(settle);
      return isMoved;
    },
    cancel: () => {
      if (held === undefined) return false;
      held = undefined;
      withdraw();
      return true;
    },
  };
}

function draw({ place: { plan, step }, grasp, first }: Drag, week: number): void {
  if (grasp === "bar") propose(moveStep(plan, step, week, first));
  else if (grasp === "start") propose(beginStep(plan, step, week, first));
  else propose(endStep(plan, step, Math.max(week, first)));
}
