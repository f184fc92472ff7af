/** The points as a table of which only the rows in sight are made: sorted by a column, walked by keys, opened in Compare. */
import { computed, signal } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Section } from "../compare/section.tsx";
import { rich } from "../words/rich.ts";
import { commandOf, copyText, openInCompare } from "./point.ts";
import { notation, look, point, question, rested, table } from "./store.ts";
import { factorLabel, factorText, outputWords, percent } from "./words.ts";
import { countText } from "../words/decimals.ts";

const ROW = 24;
const SIGHT = 12;
/** Heads may take three lines. */
const HEAD = 60;

interface Order {
  /** The column's place: factors first, then plans' means, then the difference and the share. */
  readonly column: number;
  readonly isDown: boolean;
}

const order = signal<Order | null>(null);
const scrolled = signal(0);

/** A column: its head, its value at a point as a number to sort by and as text. */
interface Column {
  readonly head: string;
  readonly valueAt: (point: number) => number;
  readonly textAt: (point: number) => string;
}

const columns = computed<readonly Column[]>(() => {
  const of = table.value;
  const found = look.value;
  if (of === null || found === null) return [];
  const { unit } = outputWords(of, question.value.output);
  const { a, b } = question.value;
  const factors = of.factors.map(({ name, values }): Column => ({
    head: factorLabel(name),
    valueAt: (i) => values[i],
    textAt: (i) => factorText(name, values[i], notation.value),
  }));
  const means = [b, ...(a === null ? [] : [a])].map((plan): Column => ({
    head: of.plans[plan].name,
    valueAt: (i) => found.means[plan][i],
    textAt: (i) => textOr(found.means[plan][i], unit.short),
  }));
  const difference: Column = {
    head: "Lead",
    valueAt: (i) => found.differences[i],
    textAt: (i) => textOr(found.differences[i], unit.change),
  };
  const share: Column = {
    head: "Ahead in",
    valueAt: (i) => found.shares[i],
    textAt: (i) => textOr(found.shares[i], (value) => `${percent(value)}${notation.value.percent}`),
  };
  return [...factors, ...means, ...(a === null ? [] : [difference]), share];
});

function textOr(value: number, text: (value: number) => string): string {
  return Number.isNaN(value) ? "failed" : text(value);
}

/** The chosen points in the order asked for. */
const rows = computed<Uint32Array>(() => {
  const { marks } = rested.value;
  const all = Uint32Array.from(marks.keys()).filter((i) => marks[i] === 1);
  const by = order.value === null ? undefined : columns.value[order.value.column];
  if (by === undefined) return all;
  const sign = order.value!.isDown ? -1 : 1;
  return all.toSorted((i, k) => compared(sign, by.valueAt(i), by.valueAt(k)) || i - k);
});

/** Failed points last, either way. */
function compared(sign: number, one: number, other: number): number {
  if (Number.isNaN(one) || Number.isNaN(other))
    return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  return sign * (one - other);
}

export function PointsSection(): JSX.Element {
  const shown = rows.value;
  const read = point.value;
  return (
    <Section
      heading="The points"
      sentence={rich`${countText(shown.length, notation.value)} points. A head sorts; arrow keys walk; Enter opens a point in Compare.`}
    >
      <Grid shown={shown} />
      {read === null || table.value === null ? null : <PointPanel at={read} />}
    </Section>
  );
}

function Grid({ shown }: { readonly shown: Uint32Array }): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const first = Math.max(0, Math.min(shown.length - SIGHT, Math.floor(scrolled.value / ROW)));
  const inSight = Array.from(shown.subarray(first, first + SIGHT + 1));
  const at = point.value === null ? -1 : shown.indexOf(point.value);
  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null || at < 0) return;
    const top = at * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW + HEAD > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW + HEAD - element.clientHeight;
  }, [at]);
  return (
    <div
      ref={holder}
      class="points"
      tabIndex={0}
      role="group"
      aria-label="Points of the study"
      style={{ height: `${SIGHT * ROW + HEAD}px` }}
      onScroll={(event) => (scrolled.value = event.currentTarget.scrollTop)}
      onKeyDown={(event) => walk(event, shown, at)}
    >
      <div style={{ height: `${shown.length * ROW + HEAD}px` }}>
        <table aria-rowcount={shown.length + 1} aria-colcount={columns.value.length + 1}>
          <thead>
            <tr>
              <th scope="col">Point</th>
              {columns.value.map(({ head }, i) => (
                <Head key={i} head={head} place={i} />
              ))}
            </tr>
          </thead>
          <tbody style={{ transform: `translateY(${first * ROW}px)` }}>
            {inSight.map((i, k) => (
              <tr
                key={i}
                aria-rowindex={first + k + 2}
                class={i === point.value ? "read" : ""}
                onClick={() => (point.value = i)}
              >
                <th scope="row">{i}</th>
                {columns.value.map(({ textAt }, j) => (
                  <td key={j}>{textAt(i)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Head({ head, place }: { readonly head: string; readonly place: number }): JSX.Element {
  const own = order.value?.column === place ? order.value : null;
  const sorted = own === null ? "none" : own.isDown ? "descending" : "ascending";
  return (
    <th scope="col" aria-sort={sorted}>
      <button
        type="button"
        class="link"
        onClick={() => (order.value = { column: place, isDown: own === null || !own.isDown })}
      >
        {head}
        {own === null ? "" : own.isDown ? " ↓" : " ↑"}
      </button>
    </th>
  );
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: SIGHT,
  PageUp: -SIGHT,
  Home: -Infinity,
  End: Infinity,
};

function walk(event: KeyboardEvent, shown: Uint32Array, at: number): void {
  if (shown.length === 0 || event.target !== event.currentTarget) return;
  if (event.key === "Enter" && at >= 0) {
    event.preventDefault();
    openInCompare(shown[at]);
    return;
  }
  const step = KEYS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  point.value = shown[Math.max(0, Math.min(shown.length - 1, at + step))];
}

/** The point that is read, and what can be done with it. */
function PointPanel({ at }: { readonly at: number }): JSX.Element {
  const of = table.value!;
  const values = of.factors.map(
    ({ name, values: own }) => `${factorLabel(name)} ${factorText(name, own[at], notation.value)}`,
  );
  return (
    <div class="point" aria-live="polite">
      <p>
        <strong>Point {at}</strong>: {values.join("; ")}.
      </p>
      {of.study === null ? (
        <p>A list without its study can’t be opened in Compare: drop the Parquet table instead.</p>
      ) : (
        <div class="about">
          <button type="button" class="link" onClick={() => openInCompare(at)}>
            Open in Compare
          </button>
          <button type="button" class="link" onClick={() => void copyText(commandOf(at), "The command line")}>
            Copy as command line
          </button>
        </div>
      )}
    </div>
  );
}
