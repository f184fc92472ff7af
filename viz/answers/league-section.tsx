/** Bundle and order: the same five interventions in all 120 orders, worked out on demand; each opens as a plan. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { browserPoolSize } from "../../workers/browser.ts";
import { planOfOrder, slotsWithin, SLOT_WEEKS, SLOTS, SOURCE_ORDER } from "../../scenarios/index.ts";
import { LeagueMarks, leagueHeight, type LeagueData } from "../charts/league.tsx";
import { PAGE } from "../charts/palette.ts";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import type { Figure } from "../figures/figure.ts";
import { announce } from "../compare/spoken.tsx";
import { money } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { headcount } from "../store/people.ts";
import { addPlan } from "../store/plan-commands.ts";
import { weeks } from "../store/view.ts";
import { description } from "../words/charts.ts";
import {
  firstName,
  leagueSentence,
  leagueTable,
  ordinal,
  orderName,
  orderSentence,
} from "../words/league.ts";
import { basisSentence } from "../words/drivers.ts";
import { secondsFor, secondsText } from "../words/working.ts";
import { basis } from "./basis.ts";
import {
  LEAGUE_RUNS,
  askLeague,
  cancelLeague,
  chooseOrder,
  chosenRow,
  isEqualBudget,
  league,
  leagueCost,
  leagueStanding,
  lettersByMean,
  moveOrder,
} from "./league.ts";
import { SizeChoice } from "./size-choice.tsx";
import { Asking } from "./standing.tsx";
import "./answers.css";
import { notation } from "../store/notation.ts";

const data = computed<LeagueData | null>(() => {
  const found = league.value;
  if (found === null) return null;
  const best = found.orders[0];
  const { source } = found;
  return {
    rows: lettersByMean(found).map((letter) => ({
      name: firstName(letter),
      mean: { ...found.byFirst[letter]!, value: found.byFirst[letter]!.value! },
      dots: found.orders
        .filter(({ order }) => order.startsWith(letter))
        .map(({ order, npvPerHead }) => ({ id: order, value: npvPerHead.value! })),
    })),
    marks: [
      { id: source.order, text: `the source’s, ${ordinal(source.rank)}` },
      ...(best === source ? [] : [{ id: best.order, text: "best" }]),
    ],
    chosen: chosenRow.value?.order,
    axisText: money.value.short,
  };
});

const sentence = computed(() => (league.value === null ? [] : leagueSentence(league.value, money.value)));

const HEADING = "Does the order matter?";

export const leagueFigure: Figure = {
  name: "orders",
  title: () => HEADING,
  sentence: () => sentence.value,
  label: () =>
    description(
      "All orders by their net present value a head",
      sentence.value,
      league.value === null ? [] : [orderSentence(chosenRow.value!, league.value.orders.length, money.value)],
    ),
  basis: "nothing",
  drawnOf: () => "own",
  isReady: () => league.value !== null,
  height: () => leagueHeight(data.value?.rows.length ?? 0),
  draw: (size, palette) =>
    data.value === null ? <g /> : <LeagueMarks data={data.value} size={size} palette={palette} />,
  numbers: () => ({
    heads: ["order", "net present value a head", "low", "high"],
    rows: (league.value?.orders ?? []).map(({ order, npvPerHead: { value, low, high } }) => [
      orderName(order),
      value!,
      low ?? "",
      high ?? "",
    ]),
  }),
};

export function LeagueSection(): JSX.Element {
  const found = league.value;
  return (
    <Section
      class="league"
      {...(found === null ? {} : { figure: leagueFigure })}
      heading={HEADING}
      meaning="the same five interventions in all 120 orders"
      sentence={sentence.value}
      {...(found === null
        ? {}
        : { table: { name: "the orders", data: () => leagueTable(found, money.value) } })}
    >
      <BudgetSwitch />
      {data.value === null ? <Ask /> : <Found data={data.value} />}
    </Section>
  );
}

/** Whether every order may spend only what the thriftiest does. */
function BudgetSwitch(): JSX.Element {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={isEqualBudget.value}
        onChange={(event) => (isEqualBudget.value = event.currentTarget.checked)}
      />
      Equal budget: an order ends when it has spent what the thriftiest one spends in the same run
    </label>
  );
}

function Ask(): JSX.Element {
  const found = basis.value;
  const standing = leagueStanding.value;
  if ("why" in found) return <p role="alert">It can’t be worked out here: {found.why}.</p>;
  const seconds = secondsFor(leagueCost.value, found.employees, weeks.value, browserPoolSize());
  const names = Object.values(SLOTS).map(({ name }) => name);
  return (
    <>
      <p class="quiet">
        One of {names.slice(0, -1).join(", ")} and {names.at(-1)} (with its campaign) begins every{" "}
        {SLOT_WEEKS} weeks, in every order, in this company: {LEAGUE_RUNS} paired runs each. The plans above
        have no part in it.
      </p>
      <Asking
        standing={standing}
        ask="Work it out"
        takes={`takes ${secondsText(seconds)}`}
        onAsk={askLeague}
        onCancel={cancelLeague}
      />
      {standing.kind === "working" ? null : <SizeChoice />}
    </>
  );
}

function Found({ data: drawn }: { readonly data: LeagueData }): JSX.Element {
  const found = league.value!;
  const row = chosenRow.value!;
  const isOnStandIn = !("why" in basis.value) && basis.value.isStandIn;
  const within = slotsWithin(found.weeks);
  return (
    <>
      <div
        class="orders"
        onKeyDown={obeyKey}
        onClick={({ target }) => {
          const order = target instanceof Element ? target.getAttribute("data-order") : null;
          if (order !== null) chooseOrder(order);
        }}
      >
        <Frame height={leagueHeight(drawn.rows.length)} isReadByKeys label={leagueFigure.label()}>
          {(size) => <LeagueMarks data={drawn} size={size} palette={PAGE} />}
        </Frame>
      </div>
      <p class="asking">
        <span>{orderSentence(row, found.orders.length, money.value)}</span>
        <button type="button" class="link" onClick={() => addOrder(row.order)}>
          Add as a plan
        </button>
        {row.order === SOURCE_ORDER ? null : (
          <button type="button" class="link" onClick={() => chooseOrder(SOURCE_ORDER)}>
            Look at the source’s
          </button>
        )}
      </p>
      <p class="quiet">
        A dot is an order; press one, or use the arrow keys. Upright lines: means of the orders with the same
        first step. {basisSentence(found.runs, found.employees, isOnStandIn, notation.value)}
        {within < SOURCE_ORDER.length ? ` Only the first ${within} steps begin within the horizon.` : ""}
      </p>
      <SizeChoice />
    </>
  );
}

function obeyKey(event: KeyboardEvent): void {
  const step =
    event.key === "ArrowLeft" || event.key === "ArrowUp"
      ? -1
      : event.key === "ArrowRight" || event.key === "ArrowDown"
        ? 1
        : 0;
  if (step === 0 || !(event.target instanceof SVGElement)) return;
  event.preventDefault();
  moveOrder(step);
  announce(orderSentence(chosenRow.peek()!, league.peek()!.orders.length, money.peek()));
}

/** Adds the plan of an order, as this company would do it. */
function addOrder(order: string): void {
  const interventions = planOfOrder(order, headcount.peek(), weeks.peek());
  if (!edit(addPlan({ name: orderName(order), interventions }))) return;
  announce(`${document.peek().plans.at(-1)?.name} added`);
}
