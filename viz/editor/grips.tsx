/** The bars as things to take hold of: one slider a step over the picture, with its panel beside it. */
import type { CSSProperties, JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Plan } from "../../scenarios/index.ts";
import { announce } from "../compare/spoken.tsx";
import { timeMargins } from "../charts/geometry.ts";
import {
  belowName,
  plansLayout,
  type BarPlace,
  type PlanPlace,
  type PlansData,
  type PlansLayout,
} from "../charts/plans.tsx";
import {
  document,
  drafted,
  isDrafting,
  selected,
  settle,
  withdraw,
  type StepPlace,
} from "../store/document.ts";
import { endOf, isOpen, type Step } from "../store/steps.ts";
import { spanWords, stepText } from "../words/plans.ts";
import { AddPanel } from "./add-panel.tsx";
import { offerKinds } from "./adding.ts";
import { createDragging, type Dragging, type Grasp } from "./drag.ts";
import { nudge } from "./keys.ts";
import { closePanel, focusWanted, panel, showStep } from "./panel.ts";
import { PlanPanel } from "./plan-panel.tsx";
import { StepPanel, deleteStep } from "./step-panel.tsx";

/** Least width of what a hand can hold, fine and coarse. */
const HOLD = 12;
const PANEL_WIDTH = 380;
const HELP = "bar-keys";

export function Grips(props: { readonly data: PlansData; readonly width: number }): JSX.Element {
  const { data, width } = props;
  const layout = plansLayout(data, width);
  const dragging = useMemo(createDragging, []);
  const holder = useRef<HTMLDivElement>(null);
  const wanted = focusWanted.value;
  useLayoutEffect(() => {
    if (wanted === null) return;
    focusWanted.value = null;
    focusOn(holder.current, wanted === "bar" ? undefined : wanted.plan);
  });
  return (
    <div
      ref={holder}
      class="grips"
      onKeyDown={(event) => {
        if (event.key === "Escape" && dragging.cancel()) event.preventDefault();
      }}
    >
      <p id={HELP} class="unseen">
        Arrow keys move the step by a week, with Shift by four; with Alt they move its end. Up and down go to
        other steps, Enter shows its numbers, Plus adds a step, Delete deletes it.
      </p>
      {layout.plans.map((place) => (
        <PlanGrips
          key={document.value.plans[place.plan].id}
          place={place}
          plan={drafted.value.plans[place.plan]}
          layout={layout}
          width={width}
          dragging={dragging}
        />
      ))}
    </div>
  );
}

/** Puts the focus on the selected bar, or on the verbs of a plan: of the first where its own is gone. */
function focusOn(holder: HTMLElement | null, plan: string | undefined): void {
  const bar = plan === undefined ? holder?.querySelector<HTMLElement>(".grip[aria-current]") : null;
  const verbs = [...(holder?.querySelectorAll<HTMLElement>(".plan-verbs") ?? [])];
  const wanted = bar ?? verbs.find((one) => one.dataset["plan"] === plan) ?? verbs[0];
  // The bar that was dragged has it already: to give it again would lay out the page.
  if (wanted !== globalThis.document.activeElement) wanted?.focus();
}

interface PlanGripsProps {
  readonly place: PlanPlace;
  readonly plan: Plan;
  readonly layout: PlansLayout;
  readonly width: number;
  readonly dragging: Dragging;
}

function PlanGrips(props: PlanGripsProps): JSX.Element {
  const { place, plan, layout, width, dragging } = props;
  const bars = layout.bars.filter((bar) => bar.plan === place.plan);
  const at = selected.value?.plan === plan.id ? selected.value.step : undefined;
  const stop = bars.find(({ bar }) => bar.step === at) ?? bars[0];
  return (
    <>
      <div role="group" aria-label={`Steps of ${plan.name}`}>
        {bars.map((bar) => (
          <Grip
            key={bar.bar.step}
            bar={bar}
            bars={bars}
            plan={plan}
            layout={layout}
            dragging={dragging}
            isStop={bar === stop}
            isSelected={bar.bar.step === at}
          />
        ))}
      </div>
      <VerbsButton place={place} plan={plan} width={width} />
      {plan.forkWeek === undefined ? null : <Past until={plan.forkWeek} place={place} layout={layout} />}
      <OpenPanel place={place} plan={plan} bar={bars.find(({ bar }) => bar.step === at)} width={width} />
    </>
  );
}

/** The past a plan shares, behind a veil. */
function Past(props: {
  readonly until: number;
  readonly place: PlanPlace;
  readonly layout: PlansLayout;
}): JSX.Element {
  const { until, place, layout } = props;
  const left = layout.x(0);
  return (
    <i
      class="past"
      style={{
        left: `${left}px`,
        top: `${place.top}px`,
        // A shorter horizon may lie before it.
        width: `${layout.x(Math.min(until, document.value.weeks)) - left}px`,
        height: `${place.height}px`,
      }}
    />
  );
}

function VerbsButton(props: {
  readonly place: PlanPlace;
  readonly plan: Plan;
  readonly width: number;
}): JSX.Element {
  const { place, plan, width } = props;
  const isShown = panel.value?.kind === "plan" && panel.value.plan === plan.id;
  const right = timeMargins(width).right - 10;
  return (
    <button
      type="button"
      class="link plan-verbs"
      data-plan={plan.id}
      aria-haspopup="dialog"
      aria-expanded={isShown}
      aria-label={`Edit plan ${plan.name}`}
      style={{ left: `${width - right}px`, top: `${place.top + belowName(place)}px` }}
      onClick={() => (panel.value = isShown ? null : { kind: "plan", plan: plan.id })}
    >
      Edit plan
    </button>
  );
}

function OpenPanel(props: {
  readonly place: PlanPlace;
  readonly plan: Plan;
  readonly bar: BarPlace | undefined;
  readonly width: number;
}): JSX.Element | null {
  const { place, plan, bar, width } = props;
  const open = panel.value;
  if (open === null) return null;
  const most = Math.min(PANEL_WIDTH, width);
  const styleAt = (x: number, y: number): CSSProperties => ({
    left: `${Math.max(0, Math.min(x, width - most))}px`,
    top: `${y}px`,
    width: `${most}px`,
  });
  const below = place.top + place.height + 4;
  if (open.kind === "step") {
    if (bar === undefined || selected.value?.plan !== plan.id) return null;
    return (
      <StepPanel
        place={place.plan}
        style={styleAt(bar.x, bar.y + bar.height + 5)}
        takesFocus={open.isEntered}
      />
    );
  }
  if (open.plan !== plan.id) return null;
  if (open.kind === "plan") return <PlanPanel place={place.plan} style={styleAt(width, below)} />;
  return <AddPanel place={place.plan} week={open.week} style={styleAt(width / 3, below)} />;
}

interface GripProps {
  readonly bar: BarPlace;
  readonly bars: readonly BarPlace[];
  readonly plan: Plan;
  readonly layout: PlansLayout;
  readonly dragging: Dragging;
  /** Whether Tab stops here: one bar a plan. */
  readonly isStop: boolean;
  readonly isSelected: boolean;
}

function Grip(props: GripProps): JSX.Element {
  const { bar, plan, isStop, isSelected } = props;
  const place: StepPlace = { plan: plan.id, step: bar.bar.step };
  const step = plan.interventions[place.step];
  const width = Math.max(HOLD, bar.width);
  const isShared = step.week < (plan.forkWeek ?? 0);
  const mayEnd = "weeks" in step ? !isShared : isOpen(step.kind);
  return (
    <div
      class={`grip${isShared ? " shared" : ""}`}
      role="slider"
      tabIndex={isStop ? 0 : -1}
      aria-label={stepText(step)}
      aria-describedby={HELP}
      aria-valuemin={0}
      aria-valuemax={drafted.value.weeks - 1}
      aria-valuenow={step.week}
      aria-valuetext={spanWords(plan, place.step)}
      aria-current={isSelected ? "true" : undefined}
      style={{ left: `${bar.x}px`, top: `${bar.y}px`, width: `${width}px`, height: `${bar.height}px` }}
      {...handsOn(props, place)}
    >
      {isShared ? null : <i class="handle start" />}
      {mayEnd && isAtEnd(bar, plan) ? <i class="handle end" /> : null}
    </div>
  );
}

/** Whether a bar reaches to its step's end, not only to the lane's next bar. */
function isAtEnd({ bar }: BarPlace, plan: Plan): boolean {
  const { kind } = plan.interventions[bar.step];
  if (!isOpen(kind)) return true;
  return !plan.interventions.some(
    (one) => one.kind === kind && one.week > bar.from && one.week < (bar.to ?? Infinity),
  );
}

/** Where a step stands in the settled plan; undefined = it is not there. */
function placeNow(id: string, step: Step): number | undefined {
  const at =
    document
      .peek()
      .plans.find((one) => one.id === id)
      ?.interventions.indexOf(step) ?? -1;
  return at < 0 ? undefined : at;
}

type Target = { readonly currentTarget: HTMLElement };

function handsOn({ bar, plan, layout, dragging }: GripProps, place: StepPlace) {
  const { weeks } = document.value;
  const step = plan.interventions[place.step];
  return {
    onPointerDown: (event: PointerEvent & Target) => {
      event.stopPropagation();
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      const end = endOf(plan.interventions, place.step) ?? weeks;
      const first = plan.forkWeek ?? 0;
      const taken = graspOf(event.target);
      const grasp = taken !== "end" && step.week < first ? "press" : taken;
      dragging.begin({
        pointer: event.pointerId,
        // What another hand or key was changing has been settled by now, and may have gone before it.
        place: { plan: place.plan, step: placeNow(plan.id, step) ?? place.step },
        grasp,
        fromX: event.clientX,
        pixelsPerWeek: (layout.x(weeks) - layout.x(0)) / weeks,
        week: grasp === "end" ? Math.min(end, weeks) : bar.bar.from,
        first,
      });
    },
    onPointerMove: (event: PointerEvent) => {
      if (!dragging.follow(event.pointerId, event.clientX)) return;
      event.stopPropagation();
      panel.value = null;
    },
    onPointerUp: (event: PointerEvent) => {
      const how = dragging.end(event.pointerId);
      if (how === null) return;
      focusWanted.value = "bar";
      if (how === "drag") sayStep();
      else showStep(selected.peek() ?? place, false);
    },
    onPointerCancel: () => void dragging.cancel(),
    onDblClick: (event: MouseEvent) => event.stopPropagation(),
    onFocus: () => {
      if (!isDrafting.peek()) selected.value = place;
      // An open panel follows to another bar, and leaves the focus there.
      if (panel.peek()?.kind === "step") panel.value = { kind: "step", isEntered: false };
    },
    ...keysOn(plan, place, dragging),
  };
}

function graspOf(target: EventTarget | null): Grasp {
  if (!(target instanceof Element) || !target.classList.contains("handle")) return "bar";
  return target.classList.contains("start") ? "start" : "end";
}

function keysOn(plan: Plan, place: StepPlace, dragging: Dragging) {
  return {
    onKeyDown: (event: KeyboardEvent & Target) => {
      if (!obey(event, plan, place, dragging)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp: () => {
      if (!isDrafting.peek() || dragging.isDragging()) return;
      focusWanted.value = "bar";
      settle();
      sayStep();
    },
    onBlur: () => void settle(),
  };
}

/** Does what a key asks for on a bar; false if it asks nothing. */
function obey(event: KeyboardEvent & Target, plan: Plan, place: StepPlace, dragging: Dragging): boolean {
  const { key, currentTarget } = event;
  if (key === "Escape") {
    if (dragging.cancel()) return true;
    if (isDrafting.peek()) withdraw();
    else if (panel.peek() === null) return false;
    else closePanel();
    return true;
  }
  // A bar has one hand: what a key changed under a drag, the drag would go on with elsewhere.
  if (dragging.isDragging()) return key !== "Tab" && !event.ctrlKey && !event.metaKey;
  if (key === "Delete" || key === "Backspace") {
    if (plan.interventions[place.step].week >= (plan.forkWeek ?? 0)) deleteStep(plan, place.step);
    return true;
  }
  if (key === "Enter" || key === " ") {
    showStep(place, true);
    return true;
  }
  if (key === "+" || key === "Insert") {
    offerKinds(plan, plan.interventions[place.step].week);
    return true;
  }
  if (key === "ArrowUp" || key === "ArrowDown") {
    const bars = [...(currentTarget.parentElement?.querySelectorAll<HTMLElement>(".grip") ?? [])];
    bars[bars.indexOf(currentTarget) + (key === "ArrowUp" ? -1 : 1)]?.focus();
    return true;
  }
  return nudge(event, place);
}

function sayStep(): void {
  const place = selected.peek();
  const plan = document.peek().plans.find((one) => one.id === place?.plan);
  const step = place === null ? undefined : plan?.interventions[place.step];
  if (plan === undefined || step === undefined || place === null) return;
  announce(`${stepText(step)}: ${spanWords(plan, place.step)}`);
}
