/** Everybody, a dot each, under the plans compared: what a curve is made of, in one possible future. */
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Choice } from "../compare/choice.tsx";
import { Section } from "../compare/section.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { Table } from "../compare/table.tsx";
import { useWidth } from "../compare/width.ts";
import { organisation, people } from "../store/people.ts";
import { stretch } from "../store/stretch.ts";
import { metric, week } from "../store/view.ts";
import { groups } from "./blocks.ts";
import { PeopleCanvas } from "./canvas.tsx";
import { LOOKS, pictureAt, stateCounts } from "./counts.ts";
import { DescentSection } from "./descent-section.tsx";
import { FollowSection } from "./follow-section.tsx";
import { followSeat } from "./follow.ts";
import { layOutPeople } from "./layout.ts";
import { sights } from "./page-sights.ts";
import "./people.css";
import { personText } from "./persons.ts";
import { pointed } from "./pointed.ts";
import { curveFigure, StretchOf } from "./stretch.tsx";
import { blocksBy, films, followPair, future, look, watchAgain, watched } from "./watch.ts";
import {
  crowdLabel,
  peopleHeading,
  peopleSentence,
  peopleTable,
  personStates,
  STATE_NAMES,
  stretchSentence,
  stretchTable,
  type FilmedPlan,
} from "./words.ts";
import { notation } from "../store/notation.ts";
import { countText } from "../words/decimals.ts";

const WIDTH_LEAST = 260;
const GUTTER = 40;
/** Above this width the pictures stand side by side. */
const SIDE_BY_SIDE = 760;

export function PeopleSection(): JSX.Element {
  useEffect(() => followPair(sights), []);
  // People are looked at as the curves above are, until somebody looks at something else.
  useSignalEffect(() => {
    const same = LOOKS.find(({ measure }) => measure === metric.value.name);
    if (same !== undefined) look.value = same;
  });
  const shown = films.value;
  const at = Math.min(week.value, shown[0]?.film.weeks ?? 0);
  if (shown.length === 0) {
    return (
      <Section heading="Where is everybody?" sentence={[]}>
        <Waiting />
      </Section>
    );
  }
  return (
    <>
      <Everybody shown={shown} at={at} />
      <FollowSection />
      <DescentSection />
    </>
  );
}

function Everybody(props: { readonly shown: readonly FilmedPlan[]; readonly at: number }): JSX.Element {
  const { shown, at } = props;
  return (
    <Section
      class="people"
      heading={<Sentence of={peopleHeading(shown, at, notation.value)} />}
      sentence={peopleSentence(shown, at, future.value, notation.value)}
      figure={curveFigure}
      table={{ name: "everybody", data: () => peopleTable(shown, at, groups.value, notation.value) }}
    >
      <p class="verbs">
        <button type="button" class="link" onClick={() => future.value++}>
          Another possible future
        </button>
        {future.value === 0 ? null : (
          <button type="button" class="link" onClick={() => (future.value = 0)}>
            Back to the first
          </button>
        )}
        <label>
          Blocks are{" "}
          <Choice
            label="Blocks of people"
            value={blocksBy.value}
            options={[
              { value: "unit", text: "units" },
              { value: "department", text: "departments" },
            ]}
            onChoose={(by) => (blocksBy.value = by === "department" ? "department" : "unit")}
          />
        </label>
      </p>
      <Crowds />
      <p class="person">
        {pointed.value < 0
          ? "Point at a dot to see who it is; press it to follow that person."
          : textOf(pointed.value)}
      </p>
      <StretchOf />
      {stretch.value === null ? null : (
        <div class="stretched">
          <p>
            <Sentence of={stretchSentence(shown, look.value, stretch.value, groups.value, notation.value)} />
          </p>
          <Table
            name="the people who changed"
            data={() => stretchTable(shown, look.value, stretch.value!, groups.value, notation.value)}
          />
        </div>
      )}
    </Section>
  );
}

function textOf(seat: number): string {
  const shown = films.value;
  const at = Math.min(week.value, shown[0].film.weeks);
  const who = personText(seat, shown[0].film.seats, organisation.value, people.value, notation.value);
  return `${who}. ${personStates(shown, seat, at)}.`;
}

function Waiting(): JSX.Element {
  const now = watched.value;
  if (now.kind === "failed") {
    return (
      <p class="waiting crowd-waiting" role="alert">
        <span>
          {now.why}.{" "}
          <button type="button" class="link" onClick={watchAgain}>
            Try again
          </button>
        </span>
      </p>
    );
  }
  const share = now.kind === "waiting" ? Math.round(100 * now.share) : 100;
  return <p class="waiting crowd-waiting">Everybody is being followed through one future: {share}%</p>;
}

/** The pictures side by side, or one below the other. */
function Crowds(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder, WIDTH_LEAST);
  const shown = films.value;
  const columns = shown.length > 1 && width >= SIDE_BY_SIDE ? 2 : 1;
  const own = Math.floor((width - GUTTER * (columns - 1)) / columns);
  const density = Math.min(3, Math.max(1, globalThis.devicePixelRatio));
  const seatCount = shown[0].film.seatCount;
  const layout = useMemo(
    () =>
      layOutPeople(groups.value, seatCount, {
        width: own,
        height: Math.round(Math.min(460, Math.max(280, own * 0.62))),
        density,
      }),
    [groups.value, seatCount, own, density],
  );
  return (
    <div ref={holder} class="crowds">
      {width === 0
        ? null
        : shown.map((one) => (
            <div key={one.plan.plan} style={{ width: `${own}px` }}>
              <h3>
                <Sentence of={[{ text: one.plan.name, plan: one.plan.plan }]} />
              </h3>
              <PeopleCanvas
                film={one.film}
                layout={layout}
                density={density}
                label={crowdLabel(one, Math.min(week.value, one.film.weeks), notation.value)}
                textOf={textOf}
                onChoose={(seat) => {
                  pointed.value = seat;
                  followSeat(seat, one.plan.plan, Math.min(week.value, one.film.weeks));
                }}
              />
              <Counts picture={pictureAt(one.film, Math.min(week.value, one.film.weeks))} />
            </div>
          ))}
    </div>
  );
}

/** The five states and their people, below a picture. */
function Counts({ picture }: { readonly picture: Uint8Array }): JSX.Element {
  const counts = stateCounts(picture);
  return (
    <ul class="states">
      {STATE_NAMES.map((name, state) => (
        <li key={name}>
          <span class="swatch" style={{ background: `var(--state-${state + 1})` }} />
          {name} <strong>{countText(counts[state], notation.value)}</strong>
        </li>
      ))}
    </ul>
  );
}
