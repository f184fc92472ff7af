/** One employee followed through both plans: two diaries side by side, from the same draws. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { PAGE } from "../charts/palette.ts";
import type { Size } from "../charts/geometry.ts";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { people } from "../store/people.ts";
import { isPaired, week } from "../store/view.ts";
import { plain } from "../words/rich.ts";
import { weekText } from "../words/time.ts";
import { diaryOf } from "./diary.ts";
import { diaryRows, followHeading, followSentence, type DiaryRow, type ToldDiary } from "./diary-words.ts";
import { followed, followSomebody, told } from "./follow.ts";
import {
  lifelinesBody,
  lifelinesHeight,
  lifelinesTime,
  lifelinesWeek,
  type LifelinesData,
} from "./lifeline.tsx";
import { capital, nameOf } from "./person-names.ts";
import { seatNamed } from "./persons.ts";
import { useId } from "../shell/own-id.ts";
import { calendar, notation } from "../store/notation.ts";
import type { Figure } from "../figures/figure.ts";
import type { Moment } from "../charts/axis.tsx";
import { futureText, STATE_NAMES } from "./words.ts";
import { future } from "./watch.ts";

const diaries = computed<readonly ToldDiary[]>(() => {
  const person = followed.value;
  if (person === null) return [];
  return told.value.map(({ plan, film, chronicle }) => ({
    plan,
    chronicle,
    diary: diaryOf(film, chronicle, person),
  }));
});

export function FollowSection(): JSX.Element {
  const person = followed.value;
  const all = diaries.value;
  if (person === null || all.length === 0) {
    return (
      <Section
        heading="Follow an employee"
        sentence={[
          {
            text: `Choose a dot above, name somebody, or take anybody: what happens to them, and why${isPaired.value ? ", under both plans" : ""}.`,
          },
        ]}
      >
        <Finder />
      </Section>
    );
  }
  return (
    <Section
      class="followed"
      heading={<Sentence of={followHeading(nameFollowed(), all)} />}
      sentence={followSentence(all, notation.value)}
      figure={lifelinesFigure}
    >
      <Finder />
      <Lifelines />
      <Diaries />
    </Section>
  );
}

/** By name or number, at random, or nobody. */
function Finder(): JSX.Element {
  const id = useId();
  const trouble = useRef<HTMLParagraphElement>(null);
  return (
    <form
      class="verbs"
      onSubmit={(event) => {
        event.preventDefault();
        const field = new FormData(event.currentTarget).get("person");
        const text = typeof field === "string" ? field.trim() : "";
        const [first] = told.value;
        const seat = first === undefined ? -1 : seatNamed(text, first.film.seatCount, people.value);
        trouble.current!.textContent = seat < 0 ? `Nobody is called “${text}”.` : "";
        if (seat >= 0) followed.value = seat;
      }}
    >
      <label for={id}>
        Employee{" "}
        <input
          id={id}
          name="person"
          type="search"
          class="finder"
          placeholder="number or id"
          autocomplete="off"
        />
      </label>
      <button type="submit" class="link">
        Follow
      </button>
      <button type="button" class="link" onClick={followSomebody}>
        Somebody else
      </button>
      {followed.value === null ? null : (
        <button type="button" class="link" onClick={() => (followed.value = null)}>
          Nobody
        </button>
      )}
      <p ref={trouble} role="status" />
    </form>
  );
}

const lifelines = computed<LifelinesData>(() => ({
  weeks: told.value[0]?.film.weeks ?? 1,
  calendar: calendar.value,
  lines: diaries.value.map(({ plan, diary }) => ({
    ...plan,
    states: diary.states,
    ticks: [...new Set(diary.entries.map((entry) => entry.week))],
  })),
}));

function nameFollowed(): string {
  return followed.value === null ? "" : capital(nameOf.value(followed.value));
}

const lifelinesLabel = computed(
  () => `${nameFollowed()}: ${plain(followSentence(diaries.value, notation.value))}`,
);

/** The week line, no further than the film. */
const moment = computed<Moment>(() => {
  const at = Math.min(week.value, lifelines.value.weeks);
  return { week: at, text: weekText(at, calendar.value), label: "" };
});

const lifelinesFigure: Figure = {
  name: "lifelines",
  title: () => plain(followHeading(nameFollowed(), diaries.value)),
  sentence: () => [...futureText(future.value), ...followSentence(diaries.value, notation.value)],
  label: () => lifelinesLabel.value,
  basis: "nothing",
  drawnOf: () => "own",
  isReady: () => diaries.value.length > 0,
  height: () => lifelinesHeight(lifelines.value.lines.length),
  draw: (size, palette) => (
    <>
      {lifelinesBody(lifelines.value, size, palette)}
      {lifelinesWeek(lifelines.value, size, palette, moment.value)}
    </>
  ),
  numbers: () => ({
    heads: ["plan", "week", "state", "what happened"],
    rows: lifelines.value.lines.flatMap(({ name, states }, i) =>
      Array.from(states, (state, at) => [
        name,
        at,
        STATE_NAMES[state]?.toLowerCase() ?? "not there",
        rows.value.find((row) => row.week === at)?.texts[i] ?? "",
      ]),
    ),
  }),
};

function Lifelines(): JSX.Element {
  return (
    <Frame
      height={lifelinesHeight(lifelines.value.lines.length)}
      label={lifelinesLabel.value}
      time={(size) => lifelinesTime(lifelines.value, size)}
    >
      {(size) => <Lines size={size} />}
    </Frame>
  );
}

function Lines({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(
    () => lifelinesBody(lifelines.value, { width, height }, PAGE),
    [lifelines.value, width, height],
  );
  const at = Math.min(week.value, lifelines.value.weeks);
  return (
    <>
      {body}
      {lifelinesWeek(lifelines.value, size, PAGE, {
        week: at,
        text: weekText(at, calendar.value),
        label: "",
      })}
    </>
  );
}

const rows = computed<readonly DiaryRow[]>(() => diaryRows(diaries.value, nameOf.value));
/** The last row that the week line has passed. */
const current = computed(() => rows.value.findLastIndex((row) => row.week < week.value));

/** Week by week, a column a plan; the week line's row is kept in sight. */
function Diaries(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = holder.current?.querySelectorAll<HTMLElement>("tbody tr")[Math.max(0, current.value)];
    // The list alone is moved, never the page.
    if (row !== undefined)
      holder.current!.scrollTop = Math.max(0, row.offsetTop - holder.current!.clientHeight / 2);
  }, [current.value, rows.value]);
  return (
    <div ref={holder} class="scroll diary" tabIndex={0} role="group" aria-label="Diaries">
      <table>
        <caption>The weeks in which something happened, from the same draws under every plan</caption>
        <thead>
          <tr>
            <th scope="col">Week</th>
            {diaries.value.map(({ plan }) => (
              <th key={plan.plan} scope="col">
                <Sentence of={[{ text: plan.name, plan: plan.plan }]} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.value.map((row, i) => (
            <tr key={row.week} aria-current={i === current.value ? "true" : undefined}>
              <th scope="row">{row.week}</th>
              {row.texts.map((text, n) => (
                <td key={n}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
