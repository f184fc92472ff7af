/** What the plans compared cost year by year, against a cap. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import { SpendMarks, type SpendData } from "../charts/spend.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { Waiting } from "../compare/waiting.tsx";
import type { Figure } from "../figures/figure.ts";
import { money, runsOfFew } from "../store/comparison.ts";
import { edit } from "../store/editing.ts";
import { description } from "../words/charts.ts";
import { capSentence, capText, spendingSentence, spendingTable } from "../words/spending.ts";
import { cap, setCap, spendings } from "./spending.ts";
import { useKeptFocus } from "./kept-focus.ts";
import { Typed } from "./typed.tsx";
import "./answers.css";

const HEIGHT = 180;

const data = computed<SpendData>(() => {
  const plans = spendings.value;
  return {
    years: (plans[0]?.years ?? []).map((_, i) => ({
      name: `year ${i + 1}`,
      spends: plans.map(({ years }) => years[i]),
    })),
    plans: plans.map(({ plan }) => plan.plan),
    ...(cap.value === undefined ? {} : { cap: { value: cap.value, text: capText(cap.value, money.value) } }),
    axisText: money.value.axis,
  };
});

const HEADING = "What does it cost each year?";

const sentence = computed(() =>
  spendings.value.length === 0 ? [] : spendingSentence(spendings.value, money.value, runsOfFew.value),
);

export const spendFigure: Figure = {
  name: "spend",
  title: () => HEADING,
  sentence: () => sentence.value,
  label: () => description("Cost by year", sentence.value, []),
  basis: "medians",
  drawnOf: () => "here",
  isReady: () => spendings.value.length > 0,
  height: () => HEIGHT,
  draw: (size, palette) => <SpendMarks data={data.value} size={size} palette={palette} />,
  numbers: () => ({
    heads: ["plan", "year", "p5", "p50", "p95"],
    rows: spendings.value.flatMap(({ plan, years }) =>
      years.map(({ p5, p50, p95 }, i) => [plan.name, i + 1, p5, p50, p95]),
    ),
  }),
};

export function SpendSection(): JSX.Element {
  const plans = spendings.value;
  if (plans.length === 0) {
    return (
      <Section heading={HEADING} sentence={[]}>
        <Waiting height={HEIGHT} isSilent />
      </Section>
    );
  }
  return (
    <Section
      class="spend"
      figure={spendFigure}
      heading={HEADING}
      meaning="against doing nothing"
      sentence={sentence.value}
      table={{ name: "the years", data: () => spendingTable(plans, money.value) }}
    >
      <Frame height={HEIGHT} label={spendFigure.label()}>
        {(size) => <SpendMarks data={data.value} size={size} palette={PAGE} />}
      </Frame>
      <CapControls />
    </Section>
  );
}

/** A round sum a little above what the dearest year costs: a cap to begin with. */
function firstCap(): number {
  const most = Math.max(1, ...spendings.peek().flatMap(({ years }) => years.map(({ p50 }) => p50)));
  return Number(most.toPrecision(1));
}

function CapControls(): JSX.Element {
  const holder = useKeptFocus();
  const now = cap.value;
  return (
    <div ref={holder}>
      {now === undefined ? null : (
        <p class="sentence">
          <Sentence of={capSentence(spendings.value, now, money.value)} />
        </p>
      )}
      <div class="asking">
        {now === undefined ? (
          <button type="button" class="link" onClick={() => edit(setCap(firstCap()))}>
            Set a cap
          </button>
        ) : (
          <>
            <Typed label="Cap a year" value={now} onType={(usd) => edit(setCap(usd))} />
            <button type="button" class="link" onClick={() => edit(setCap(undefined))}>
              Remove the cap
            </button>
          </>
        )}
      </div>
    </div>
  );
}
