/** People, dot by dot, in words. */
import { FILM_STATE, FILMED, MEASURES, MEASURE_INDEX, type Film } from "../../engine/index.ts";
import type { Stretch } from "../store/stretch.ts";
import { STATE_MEASURES } from "../words/metrics.ts";
import { listOf, rich, type PlanName, type Rich } from "../words/rich.ts";
import type { TableData } from "../words/tables.ts";
import { monthText, whenText } from "../words/time.ts";
import {
  changeCounts,
  changesIn,
  countWhere,
  mostChanged,
  peopleIn,
  pictureAt,
  stateCounts,
  type Look,
} from "./counts.ts";
import type { Group } from "./layout.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";
import type { PlanBands } from "../charts/bands.ts";
import { isolated } from "../charts/text.ts";

/** A plan and what was seen of it. */
export interface FilmedPlan {
  readonly plan: PlanName;
  readonly film: Film;
}

/** From "not registered" to "deep". */
export const STATE_NAMES = STATE_MEASURES.map((name) => MEASURES[MEASURE_INDEX[name]].label);

function peopleText(n: number, notation: Notation): string {
  return n === 1 ? "1 person" : `${countText(n, notation)} people`;
}

function verbOf({ one, many }: Look["began"], n: number): string {
  return n === 1 ? one : many;
}

function practise(n: number): string {
  return n === 1 ? "practises" : "practise";
}

function isDeep(byte: number): boolean {
  return (byte & FILMED.state) === FILM_STATE.deep;
}

/** People who practise deeply under one of two plans and not under the other, seat by seat. */
function onlyDeep(a: Uint8Array, b: Uint8Array): { onlyA: number; onlyB: number; both: number } {
  let onlyA = 0;
  let onlyB = 0;
  let both = 0;
  for (let i = 0; i < a.length; i++) {
    const [inA, inB] = [isDeep(a[i]), isDeep(b[i])];
    if (inA && inB) both++;
    else if (inA) onlyA++;
    else if (inB) onlyB++;
  }
  return { onlyA, onlyB, both };
}

/** What the pictures show, as a heading. */
export function peopleHeading(plans: readonly FilmedPlan[], week: number, notation: Notation): Rich {
  const pictures = plans.map(({ film }) => pictureAt(film, week));
  if (plans.length < 2) {
    const [one] = pictures;
    const deep = countWhere(one, isDeep);
    return rich`${countText(deep, notation)} of ${peopleText(peopleIn(one), notation)} ${practise(deep)} deeply`;
  }
  const { onlyA, onlyB, both } = onlyDeep(pictures[0], pictures[1]);
  if (onlyA + onlyB === 0) {
    return both === 0
      ? rich`Nobody practises deeply ${week === 0 ? "at the start" : `in ${monthText(week)}`}`
      : rich`The same ${both === 1 ? "person" : peopleText(both, notation)} ${practise(both)} deeply under both plans`;
  }
  const [more, plan, less] = onlyB >= onlyA ? [onlyB, plans[1].plan, onlyA] : [onlyA, plans[0].plan, onlyB];
  const other = less === 0 ? "nobody" : countText(less, notation);
  return rich`${peopleText(more, notation)} ${practise(more)} deeply only under ${plan}, ${other} only under the other plan`;
}

/** Before what is told of a single run, and a blank. */
export function futureText(future: number): Rich {
  return [{ text: `One possible future, number ${future + 1}. ` }];
}

export function peopleSentence(
  plans: readonly FilmedPlan[],
  week: number,
  future: number,
  notation: Notation,
): Rich {
  const deep = plans.map(({ film }) => countWhere(pictureAt(film, week), isDeep));
  const parts = plans.map(({ plan, film }, i) => {
    const picture = pictureAt(film, week);
    return rich`${countText(deep[i], notation)} of ${countText(peopleIn(picture), notation)} under ${plan}`;
  });
  const all = parts.length === 1 ? parts[0] : rich`${parts[0]} and ${parts[1]}`;
  return rich`${futureText(future)}${whenText(week)}, ${all} ${practise(deep.length === 1 ? deep[0] : 0)} deeply. One dot is one employee; dots of one community lie together.`;
}

/** What a curve of people stands at. */
export function curveSentence(plans: readonly PlanBands[], week: number, notation: Notation): Rich {
  const parts = plans.map((plan) => rich`${peopleText(plan.bands.p50[week], notation)} under ${plan}`);
  return rich`${whenText(week)}, ${listOf(parts)}.`;
}

/** "Unit 3: 120 came …" */
export function stretchSentence(
  plans: readonly FilmedPlan[],
  look: Look,
  stretch: Stretch,
  groups: readonly Group[],
  notation: Notation,
): Rich {
  const parts = plans.map(({ plan, film }): Rich => {
    const changes = changesIn(film, look, stretch);
    const { came, left } = changeCounts(changes, allSeats(film));
    const most = mostChanged(changes, groups);
    const which = came + left === 1 ? "" : "the most of them ";
    const where = most === undefined || groups.length < 2 ? "" : `, ${which}in ${isolated(most.name)}`;
    return rich`Under ${plan}, ${peopleText(came, notation)} ${verbOf(look.began, came)} and ${countText(left, notation)} ${verbOf(look.ended, left)}${where}.`;
  });
  const span = `From week ${stretch.from} to week ${stretch.to} (${monthText(stretch.from)} to ${monthText(stretch.to)}): `;
  return [{ text: span }, ...parts.flatMap((part, i) => (i === 0 ? part : [{ text: " " }, ...part]))];
}

function allSeats(film: Film): Uint32Array {
  return Uint32Array.from({ length: film.seatCount }, (_, a) => a);
}

/** Counts of a stretch by block, a pair of columns a plan. */
export function stretchTable(
  plans: readonly FilmedPlan[],
  look: Look,
  stretch: Stretch,
  groups: readonly Group[],
  notation: Notation,
): TableData {
  const all = plans.map(({ film }) => changesIn(film, look, stretch));
  return {
    caption: `${look.label}, week ${stretch.from} to week ${stretch.to}: people who ${look.began.many}, and who ${look.ended.many}`,
    heads: [
      "Of",
      "People",
      ...plans.flatMap(({ plan }) => [`${isolated(plan.name)}: came`, `${isolated(plan.name)}: left`]),
    ],
    rows: groups.map(({ name, seats }) => [
      name,
      countText(seats.length, notation),
      ...all.flatMap((changes) => {
        const { came, left } = changeCounts(changes, seats);
        return [countText(came, notation), countText(left, notation)];
      }),
    ]),
  };
}

/** People by block and state, a column a state and plan. */
export function peopleTable(
  plans: readonly FilmedPlan[],
  week: number,
  groups: readonly Group[],
  notation: Notation,
): TableData {
  return {
    caption: `${whenText(week)}: people in each state in this one future`,
    heads: ["Of", "Plan", ...STATE_NAMES],
    rows: groups.flatMap(({ name, seats }) =>
      plans.map(({ plan, film }) => {
        const picture = pictureAt(film, week);
        const counts = stateCounts(Uint8Array.from(seats, (a) => picture[a]));
        return [name, plan.name, ...Array.from(counts, (count) => countText(count, notation))];
      }),
    ),
  };
}

/** What a canvas shows, for those who can't see it. */
export function crowdLabel({ plan, film }: FilmedPlan, week: number, notation: Notation): string {
  const counts = stateCounts(pictureAt(film, week));
  const states = STATE_NAMES.map((name, i) => `${name} ${countText(counts[i], notation)}`).join(", ");
  return `Everybody under ${isolated(plan.name)}, ${monthText(week)}, week ${week}: ${states}`;
}

/** What somebody is under each plan. */
export function personStates(plans: readonly FilmedPlan[], seat: number, week: number): string {
  return plans
    .map(({ plan, film }) => `${isolated(plan.name)}: ${stateText(pictureAt(film, week)[seat])}`)
    .join("; ");
}

function stateText(byte: number): string {
  const state = byte & FILMED.state;
  if (state === FILM_STATE.absent) return "not there";
  const also = [
    ...((byte & FILMED.member) === 0 ? [] : ["in a community"]),
    ...((byte & FILMED.champion) === 0 ? [] : ["champion"]),
  ];
  return [STATE_NAMES[state].toLowerCase(), ...also].join(", ");
}
