/** A hand on a bar: what else changes the plans meanwhile takes the bar out of it. */
import { beforeEach, expect, test } from "vitest";
import { defaultDocument } from "../../scenarios/index.ts";
import { createDragging } from "../../viz/editor/drag.ts";
import { document, draft, openDocument, settle, undo } from "../../viz/store/document.ts";
import { edit } from "../../viz/store/editing.ts";
import { moveStep, removeStep } from "../../viz/store/step-commands.ts";

const PLAN = "problems-first";
const STEP = 4;
const HELD = {
  pointer: 1,
  place: { plan: PLAN, step: STEP },
  grasp: "bar",
  fromX: 0,
  pixelsPerWeek: 1,
  week: 52,
  first: 0,
} as const;

beforeEach(() => openDocument(defaultDocument()));

const weeksNow = (): readonly number[] =>
  document.value.plans.find(({ id }) => id === PLAN)!.interventions.map(({ week }) => week);

test("a bar that is let go has moved, one that was only pressed has not", () => {
  const dragging = createDragging();
  dragging.begin(HELD);
  expect(dragging.end(1)).toBe("press");
  dragging.begin(HELD);
  expect(dragging.follow(1, 30)).toBe(true);
  expect(dragging.end(1)).toBe("drag");
  expect(weeksNow()).toContain(82);
  expect(dragging.end(1)).toBeNull();
});

test("a step of a shared past is pressed and never dragged", () => {
  const dragging = createDragging();
  dragging.begin({ ...HELD, grasp: "press" });
  expect(dragging.follow(1, 30)).toBe(false);
  expect(dragging.end(1)).toBe("press");
});

test("undoing during a drag gives up the drag and nothing else", () => {
  edit(moveStep(PLAN, 0, 3));
  const before = document.value;
  const dragging = createDragging();
  dragging.begin(HELD);
  dragging.follow(1, 30);
  undo();
  expect(document.value).toBe(before);
  expect(dragging.follow(1, 60)).toBe(false);
  expect(draft.value).toBeNull();
  expect(dragging.end(1)).toBeNull();
  expect(document.value).toBe(before);
});

test.each([
  ["the step is deleted", () => edit(removeStep(PLAN, STEP))],
  ["the steps change their order", () => edit(moveStep(PLAN, 0, 200))],
  ["the draft is settled by another hand", () => settle()],
])("a drag ends where %s meanwhile, so that it moves no other step", (_, change) => {
  const dragging = createDragging();
  dragging.begin(HELD);
  dragging.follow(1, 30);
  change();
  const changed = document.value;
  expect(dragging.follow(1, 60)).toBe(false);
  expect(dragging.end(1)).toBeNull();
  expect(document.value).toBe(changed);
});
