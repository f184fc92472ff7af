/** Everybody under the plans of a step on a video's canvas: their dots, the names of units, and the counts. */
import { STORY_HIGHLIGHTS } from "../../scenarios/index.ts";
import type { Film } from "../../engine/index.ts";
import { planColour, type Palette } from "../charts/palette.ts";
import { BODY, FAMILIES, fitText, SMALL, widthOf } from "../charts/text.ts";
import { stateCounts } from "../people/counts.ts";
import { groupsOf } from "../people/groups.ts";
import { layOutPeople } from "../people/layout.ts";
import { createPeoplePainter } from "../people/painter.ts";
import { STATE_NAMES } from "../people/words.ts";
import type { PlanName } from "../words/rich.ts";
import { fillLit, fillStates } from "./draw-list.ts";
import type { Show } from "./show.ts";
import { countText } from "../words/decimals.ts";
import { notationOf, type Notation } from "../words/notation.ts";

export interface VideoCrowd {
  /** Paints everybody as they are at a tick. */
  readonly paint: (context: CanvasRenderingContext2D, tick: number) => void;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 28;
const NAME_HEIGHT = 20;
const COUNTS_LINE = 18;
const SQUARE = 10;

/** Of the step a show is at; its films must have been seen. */
export function createVideoCrowd(show: Show, palette: Palette, box: Box): VideoCrowd {
  const companies = show.companies.peek();
  const { highlight } = show.step.peek();
  const least = highlight === undefined ? undefined : STORY_HIGHLIGHTS.indexOf(highlight) + 1;
  const columns = Math.min(2, companies.length);
  const rows = Math.ceil(companies.length / columns);
  const width = (box.width - (columns - 1) * GAP) / columns;
  const height = (box.height - (rows - 1) * GAP) / rows;
  const painters = companies.map((plan, i) => {
    const filmed = show.source.filmOf(plan.plan, show.replicate.peek());
    if (filmed.kind !== "seen") throw new Error(`nobody has been followed under ${plan.name}`);
    const cell = {
      x: box.x + (i % columns) * (width + GAP),
      y: box.y + Math.floor(i / columns) * (height + GAP),
      width,
      height,
    };
    return companyPainter(show, filmed.film, companies.length === 1 ? undefined : plan, palette, cell, least);
  });
  return { paint: (context, tick) => painters.forEach((paint) => paint(context, tick)) };
}

/** `plan` is named above its people, if there are others beside it; `least` is the state from which people stand out. */
function companyPainter(
  show: Show,
  film: Film,
  plan: PlanName | undefined,
  palette: Palette,
  cell: Box,
  least: number | undefined,
): VideoCrowd["paint"] {
  const states = new Uint8Array(film.seatCount);
  const lit = new Uint8Array(film.seatCount);
  const top = cell.y + (plan === undefined ? 0 : NAME_HEIGHT);
  const height = cell.y + cell.height - top - 2 * COUNTS_LINE;
  const groups = groupsOf(film.seats, "unit", show.source.unitNames.peek());
  const layout = layOutPeople(groups, film.seatCount, { width: cell.width, height, density: 1 });
  const canvas = globalThis.document.createElement("canvas");
  [canvas.width, canvas.height] = [
    Math.max(1, Math.ceil(layout.width)),
    Math.max(1, Math.ceil(layout.height)),
  ];
  const notation = notationOf(show.source.document.peek());
  const painter = createPeoplePainter(canvas.getContext("2d")!, layout, 1);
  return (context, tick) => {
    fillStates(states, film, tick);
    if (least !== undefined) fillLit(lit, states, least);
    painter.paint(least === undefined ? { states } : { states, lit }, palette);
    context.drawImage(canvas, cell.x, top);
    context.textAlign = "left";
    context.font = `600 ${BODY}px ${FAMILIES.sans}`;
    if (plan !== undefined) {
      context.fillStyle = planColour(palette, plan.plan);
      context.fillText(fitText(plan.name, "sansBold", BODY, cell.width), cell.x, cell.y + 8);
    }
    context.fillStyle = palette.ink;
    for (const block of layout.blocks)
      context.fillText(
        fitText(block.name, "sansBold", BODY, block.width - 2),
        cell.x + block.x,
        top + block.y - 6,
      );
    drawCounts(context, stateCounts(states), palette, cell, notation);
  };
}

/** The legend of states, each with its people, on as many lines as it needs from the foot of the cell up. */
function drawCounts(
  context: CanvasRenderingContext2D,
  counts: ArrayLike<number>,
  palette: Palette,
  cell: Box,
  notation: Notation,
): void {
  context.font = `400 ${SMALL}px ${FAMILIES.sans}`;
  let [x, y] = [cell.x, cell.y + cell.height - COUNTS_LINE];
  for (const [state, name] of STATE_NAMES.entries()) {
    const text = `${name} ${countText(counts[state], notation)}`;
    const room = SQUARE + 5 + widthOf(text, "sans", SMALL) + 16;
    if (x + room - 16 > cell.x + cell.width) [x, y] = [cell.x, y + COUNTS_LINE];
    context.fillStyle = palette.states[state];
    context.fillRect(x, y - SQUARE + 1, SQUARE, SQUARE);
    context.fillStyle = palette.ink;
    context.fillText(text, x + SQUARE + 5, y);
    x += room;
  }
}
