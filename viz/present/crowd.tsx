/** Everybody under one plan at the moment shown: a dot an employee in unit blocks, and the counts in words. */
import { effect, useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Film } from "../../engine/index.ts";
import { STORY_HIGHLIGHTS } from "../../scenarios/index.ts";
import { DARK, LIGHT } from "../charts/palette.ts";
import { BODY } from "../charts/text.ts";
import { diaryOf } from "../people/diary.ts";
import { diaryRows } from "../people/diary-words.ts";
import { personAt, seatsOf, weekHired } from "../people/follow.ts";
import { capital } from "../people/person-names.ts";
import { groupsOf } from "../people/groups.ts";
import { layOutPeople, seatAt, type Group, type PeopleLayout } from "../people/layout.ts";
import { Names } from "../people/names.tsx";
import { createPeoplePainter, type PeoplePainter } from "../people/painter.ts";
import { stateCounts } from "../people/counts.ts";
import { STATE_NAMES } from "../people/words.ts";
import type { PlanName } from "../words/rich.ts";
import { monthText } from "../words/time.ts";

import { fillLit, fillStates } from "./draw-list.ts";
import { weekOf } from "./frames.ts";
import { diaryLine } from "./diary-line.ts";
import type { Show } from "./show.ts";
import type { Filmed } from "./source.ts";
import { useSize } from "./size.ts";
import { countText } from "../words/decimals.ts";
import { notationOf } from "../words/notation.ts";

export function Crowd(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly film: Film;
}): JSX.Element {
  const { show, plan, film } = props;
  const holder = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(holder);
  const density = Math.max(1, Math.min(3, globalThis.devicePixelRatio));
  const names = show.source.unitNames.value;
  const groups = groupsIn(film, names);
  const layout = useMemo(
    () => (width === 0 ? undefined : layOutPeople(groups, film.seatCount, { width, height, density })),
    [groups, film, width, height, density],
  );
  return (
    <div class="everybody">
      <div ref={holder} class="room">
        {layout === undefined ? null : (
          <Picture show={show} plan={plan} film={film} layout={layout} density={density} />
        )}
      </div>
      <Counts show={show} film={film} />
      <Followed show={show} plan={plan} film={film} />
    </div>
  );
}

/** By film: a step that shows it again needn't sort everybody anew. */
const grouped = new WeakMap<Film, { readonly names: readonly string[]; readonly groups: readonly Group[] }>();

function groupsIn(film: Film, names: readonly string[]): readonly Group[] {
  const known = grouped.get(film);
  if (known?.names === names) return known.groups;
  const groups = groupsOf(film.seats, "unit", names);
  grouped.set(film, { names, groups });
  return groups;
}

function Picture(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly film: Film;
  readonly layout: PeopleLayout;
  readonly density: number;
}): JSX.Element {
  const { show, plan, film, layout, density } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<{ of: PeopleLayout; paint: PeoplePainter["paint"] } | null>(null);
  const bytes = useMemo(
    () => ({ states: new Uint8Array(film.seatCount), lit: new Uint8Array(film.seatCount) }),
    [film],
  );
  const paint = (): void => {
    const context = canvas.current?.getContext("2d");
    const { highlight } = show.step.value;
    const palette = show.isLight.value ? LIGHT : DARK;
    fillStates(bytes.states, film, show.tick.value);
    if (highlight !== undefined) fillLit(bytes.lit, bytes.states, STORY_HIGHLIGHTS.indexOf(highlight) + 1);
    if (!context) return;
    if (painter.current?.of !== layout) {
      painter.current = { of: layout, paint: createPeoplePainter(context, layout, density).paint };
    }
    painter.current.paint(highlight === undefined ? { states: bytes.states } : bytes, palette);
  };
  // Once for what is new, then whenever a signal changes: a change of step paints no picture twice.
  useLayoutEffect(() => effect(paint), [film, layout, density]);
  const week = useComputed(() => weekOf(show.tick.value));
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={everybodyLabel(plan, week.value)}
        width={Math.max(1, Math.ceil(layout.width * density))}
        height={Math.max(1, Math.ceil(layout.height * density))}
        style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const seat = seatAt(layout, event.clientX - left, event.clientY - top);
          if (seat >= 0) show.followed.value = personOn(show, plan, seat);
        }}
      />
      <Names layout={layout} font="sansBold" size={BODY} notation={notationOf(show.source.document.value)} />
      <Ring layout={layout} seat={seatFollowed(show, plan)} />
    </>
  );
}

/** The picture for those who can't see it; its numbers stand below it. */
function everybodyLabel({ name }: PlanName, week: number): string {
  const when = week === 0 ? "at the start" : `in ${monthText(week)}`;
  return `A dot for every employee under ${name}, in blocks of units, ${when}: the more deeply somebody takes part, the brighter`;
}

const RING_LEAST = 15;

function Ring({
  layout,
  seat,
}: {
  readonly layout: PeopleLayout;
  readonly seat: number;
}): JSX.Element | null {
  if (seat < 0 || !(layout.x[seat] >= 0)) return null;
  const side = Math.max(RING_LEAST, layout.side + 8);
  const shift = (side - layout.side) / 2;
  return (
    <div
      class="ring"
      style={{
        left: `${layout.x[seat] - shift}px`,
        top: `${layout.y[seat] - shift}px`,
        width: `${side}px`,
        height: `${side}px`,
      }}
    />
  );
}

/** The legend of states, each with its people. */
function Counts({ show, film }: { readonly show: Show; readonly film: Film }): JSX.Element {
  const states = useMemo(() => new Uint8Array(film.seatCount), [film]);
  const counts = useComputed(() => {
    fillStates(states, film, show.tick.value);
    return stateCounts(states);
  });
  const notation = notationOf(show.source.document.value);
  return (
    <ul class="counts">
      {Array.from(counts.value, (count, state) => (
        <li key={state}>
          <span class={`state state-${state + 1}`} />
          {STATE_NAMES[state]} <strong>{countText(count, notation)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Whose a seat is under a plan now; whose it was at the start, until the diaries are there. */
function personOn(show: Show, { plan }: PlanName, seat: number): number {
  const told = show.source.diariesOf(plan, show.replicate.peek());
  const chronicle = told.kind === "seen" ? told.chronicle : undefined;
  return chronicle === undefined ? seat : personAt(chronicle, seat, weekOf(show.tick.peek()));
}

/** Where the person who is followed sits under a plan now; −1 = nowhere. Reads signals. */
function seatFollowed(show: Show, { plan }: PlanName): number {
  const person = show.followed.value;
  if (person < 0) return -1;
  const told = show.source.diariesOf(plan, show.replicate.value);
  if (told.kind !== "seen" || told.chronicle === undefined) return weekHired(person) < 0 ? person : -1;
  const { film, chronicle } = told;
  return seatsOf(chronicle, person, film.weeks)[Math.min(film.weeks, weekOf(show.tick.value))];
}

/** The diary of whoever is followed, up to the week shown. */
function Followed(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly film: Film;
}): JSX.Element | null {
  const { show, plan, film } = props;
  const person = show.followed.value;
  const { source } = show;
  const moment = useComputed(() => Math.min(film.weeks, weekOf(show.tick.value)));
  const told = person < 0 ? undefined : source.diariesOf(plan.plan, show.replicate.value);
  const rows = useMemo(() => {
    if (told?.kind !== "seen" || told.chronicle === undefined) return undefined;
    const { chronicle } = told;
    return diaryRows([{ plan, chronicle, diary: diaryOf(told.film, chronicle, person) }], source.nameOf);
  }, [told, person]);
  if (told === undefined) return null;
  const name = weekHired(person) < 0 ? source.personOf(person, film) : capital(source.nameOf(person));
  return (
    <p class="followed">
      <strong>{name}.</strong> {rows === undefined ? waitingText(told) : diaryLine(rows, moment.value)}
    </p>
  );
}

function waitingText(told: Filmed): string {
  if (told.kind === "failed") return `Nothing can be told: ${told.why}.`;
  const share = told.kind === "waiting" ? told.share : 1;
  return `What happens to them is being followed: ${Math.round(100 * share)}%`;
}
