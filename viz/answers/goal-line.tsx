/** The goal's handle on the chart, and below it how often each plan reaches it; typed or dragged. */
import { untracked, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Goal } from "../../scenarios/index.ts";
import { weekAt } from "../charts/geometry.ts";
import type { FanFrame } from "../charts/fan.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { announce } from "../compare/spoken.tsx";
import { Table } from "../compare/table.tsx";
import { runCount, runsOfFew, unit } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { goal, heldGoal, removeGoal, setGoal } from "../store/goal.ts";
import { metric, weeks } from "../store/view.ts";
import { reachSentence, reachTable } from "../words/goal.ts";
import { goalText } from "../words/goal-text.ts";
import { plain, type Rich } from "../words/rich.ts";
import { firstGoal, reaches } from "./goal.ts";
import { useKeptFocus } from "./kept-focus.ts";
import { Typed } from "./typed.tsx";
import "./answers.css";
import { notation } from "../store/notation.ts";

/** Shares are typed in percent. */
function factor(): number {
  return metric.peek().measure.unit === "share" ? 100 : 1;
}

function sayReach(): void {
  const wanted = goal.peek();
  if (wanted !== null) announce(plain(untracked(() => sentenceOf(wanted))));
}

function sentenceOf(wanted: Goal): Rich {
  return reachSentence(wanted, reaches.value, metric.value, unit.value, runsOfFew.value);
}

export function GoalControls(): JSX.Element | null {
  const holder = useKeptFocus();
  const wanted = goal.value;
  if (runCount.value === 0) return null;
  if (wanted === null) {
    return (
      <div ref={holder} class="asking">
        <button type="button" class="link" onClick={() => edit(setGoal(firstGoal()))}>
          Set a goal
        </button>
      </div>
    );
  }
  return (
    <div ref={holder} class="goal">
      <p class="sentence">
        <Sentence of={sentenceOf(wanted)} />
      </p>
      <div class="asking">
        <Typed
          label={metric.value.measure.unit === "share" ? "Goal, %" : "Goal"}
          value={wanted.value * factor()}
          onType={(value) => edit(setGoal({ ...wanted, value: value / factor() }))}
          onTaken={sayReach}
        />
        <Typed
          label="by week"
          value={wanted.week}
          onType={(week) => edit(setGoal({ ...wanted, week }))}
          onTaken={sayReach}
        />
        <button type="button" class="link" onClick={() => edit(removeGoal(wanted.measure))}>
          Remove the goal
        </button>
        <Table
          name="the goal"
          data={() => reachTable(wanted, reaches.value, metric.value, unit.value, notation.value)}
        />
      </div>
    </div>
  );
}

/** Weeks a key moves the goal by; up and down move it by a fiftieth of the axis. */
const KEYS: Readonly<Record<string, readonly [weeks: number, steps: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  PageUp: [-13, 0],
  PageDown: [13, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const STEPS = 50;

/** Lies over the diamond: dragged anywhere, moved by arrows. */
export function GoalHandle({ frame }: { readonly frame: FanFrame }): JSX.Element | null {
  const wanted = goal.value;
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const giveUp = (): void => {
    start.current = null;
    heldGoal.value = null;
  };
  // Undone, or changed by another hand, it is another goal than the one that is held.
  useSignalEffect(() => {
    void document.value;
    giveUp();
  });
  if (wanted === null || runCount.value === 0) return null;
  const { x, y, ticks } = frame;
  const top = ticks.at(-1)!;
  const step = (top - Math.min(...ticks)) / STEPS;
  const within = (value: number): number => Math.max(Math.min(...ticks), Math.min(top, value));
  const drop = (): void => {
    const held = heldGoal.peek();
    start.current = null;
    if (held === null) return;
    if (!edit(setGoal(held))) giveUp();
    sayReach();
  };
  return (
    <button
      type="button"
      class="goal-handle"
      aria-label={`${goalText(wanted, unit.value)}; arrow keys move it`}
      style={{ left: `${x(wanted.week)}px`, top: `${y(wanted.value)}px` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX - x(wanted.week), y: event.clientY - y(wanted.value) };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        const week = weekAt(x, event.clientX - start.current.x, weeks.value);
        const raw = within(y.invert(event.clientY - start.current.y));
        heldGoal.value = { ...wanted, week, value: Number((Math.round(raw / step) * step).toPrecision(12)) };
      }}
      onPointerUp={drop}
      onPointerCancel={giveUp}
      onKeyDown={(event) => {
        if (start.current !== null) {
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Escape" || event.key.toLowerCase() === "z") giveUp();
          return;
        }
        const by = KEYS[event.key];
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        const week = Math.max(0, Math.min(weeks.value, wanted.week + by[0]));
        edit(setGoal({ ...wanted, week, value: Number((wanted.value + by[1] * step).toPrecision(12)) }));
        sayReach();
      }}
    />
  );
}
