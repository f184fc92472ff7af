/** Where each plan wins: the map over two inputs, read by pointer and arrow keys. */
import type { JSX } from "preact";
import type { PhaseMap, Strip } from "../../scenarios/exploration/index.ts";
import { PAGE } from "../charts/palette.ts";
import { cellAt, PhaseMapMarks, type PhaseMapData } from "../charts/phase-map.tsx";
import { Choice } from "../compare/choice.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { announce } from "../compare/spoken.tsx";
import { rich, type Rich } from "../words/rich.ts";
import { notation, axes, cell, chooseAxis, phaseMap, question, strips, table } from "./store.ts";
import { ticksOf } from "./axis-ticks.ts";
import { factorLabel, factorText, percent, planNameOf } from "./words.ts";
import { countText } from "../words/decimals.ts";

const HEIGHT = 430;

export function MapSection(): JSX.Element {
  const found = phaseMap.value;
  if (found === null) {
    return (
      <Section heading="Where does each plan win?" sentence={rich`A map needs two inputs that vary.`}>
        <p class="waiting" style={{ minHeight: "120px" }} />
      </Section>
    );
  }
  const { map, x, y } = found;
  const data = dataOf(found);
  const say = (at: number): void => announce(cellText(map, x, y, at));
  return (
    <Section
      heading={headingOf(map)}
      sentence={sentenceOf(map, x, y)}
      table={{ name: "the map", data: () => tableOf(map, x, y) }}
    >
      <div class="axes">
        <AxisChoice axis="x" label="Across" />
        <AxisChoice axis="y" label="Upwards" />
      </div>
      <div
        class="map"
        onKeyDown={(event) => {
          const to = cellAfter(map, event.key);
          if (to === undefined) return;
          event.preventDefault();
          cell.value = to;
          say(to);
        }}
        onPointerMove={(event) => {
          if (event.pointerType === "mouse") cell.value = under(event, data);
        }}
        onPointerDown={(event) => {
          cell.value = under(event, data);
        }}
      >
        <Frame height={HEIGHT} label={labelOf(map, x, y)} isReadByKeys>
          {(size) => <PhaseMapMarks data={data} size={size} palette={PAGE} />}
        </Frame>
      </div>
    </Section>
  );
}

function AxisChoice(props: { readonly axis: "x" | "y"; readonly label: string }): JSX.Element {
  const options = strips.value.map(({ name }, i) => ({ value: String(i), text: factorLabel(name) }));
  return (
    <label>
      {props.label}{" "}
      <Choice
        label={`${props.label}, input`}
        value={String(axes.value[props.axis])}
        options={options}
        onChoose={(value) => chooseAxis(props.axis, Number(value))}
      />
    </label>
  );
}

type Found = NonNullable<typeof phaseMap.value>;

function dataOf({ map, smooth, x, y }: Found): PhaseMapData {
  const { a, b } = question.value;
  const at = cell.value;
  const names = namesOf();
  return {
    ...map,
    smooth,
    a,
    b,
    aText: a === null ? "" : `${names.a} wins`,
    bText: a === null ? "Above zero" : `${names.b} wins`,
    xLabel: factorLabel(x.name),
    yLabel: factorLabel(y.name),
    xTicks: ticksOf(x, notation.value),
    yTicks: ticksOf(y, notation.value),
    selected: at !== null && at < map.points.length && map.points[at] > 0 ? at : null,
    selectedText: at === null || !(map.points[at] > 0) ? "" : shareText(map, at),
  };
}

function namesOf(): { readonly a: string; readonly b: string } {
  const { a, b } = question.value;
  const plans = table.value?.plans ?? [];
  return { a: a === null ? "" : (plans[a]?.name ?? ""), b: plans[b]?.name ?? "" };
}

/** "72% (65–78%)": of runs that b is ahead in. */
function shareText({ shares, lows, highs }: PhaseMap, at: number): string {
  const sign = notation.value.percent;
  return `${percent(shares[at])}${sign} (${percent(lows[at])}–${percent(highs[at])}${sign})`;
}

function countsOf({ verdicts }: PhaseMap) {
  const count = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
  return { a: count("a"), b: count("b"), undecided: count("undecided") };
}

function headingOf(map: PhaseMap): JSX.Element | string {
  const { a, b } = countsOf(map);
  const names = namesOf();
  if (question.value.a === null) return b > a ? "Mostly above zero" : "Where is it above zero?";
  if (a === 0 && b === 0) return "Nowhere is it decided";
  if (a === 0) return `${names.b} wins wherever it is decided`;
  if (b === 0) return `${names.a} wins wherever it is decided`;
  return "Each plan wins somewhere";
}

function sentenceOf(map: PhaseMap, x: Strip, y: Strip): Rich {
  const { a, b, undecided } = countsOf(map);
  const shown = a + b + undecided;
  const of = table.value;
  if (of === null || shown === 0) return rich`No point matches.`;
  const known = map.points.reduce((sum, count) => sum + count, 0);
  const each = countText(Math.round(known / shown), notation.value);
  const { a: against } = question.value;
  const winner = planNameOf(of, question.value.b);
  const part =
    against === null
      ? rich`${winner} is above zero in ${String(b)} of ${String(shown)} cells, below in ${String(a)}`
      : rich`${winner} wins ${String(b)} of ${String(shown)} cells, ${planNameOf(of, against)} ${String(a)}`;
  return rich`${part}; ${String(undecided)} are undecided (hatched: the interval of 95% covers even odds). About ${each} points a cell, by ${factorLabel(x.name).toLowerCase()} and ${factorLabel(y.name).toLowerCase()}; the line is even odds.`;
}

/** What a cell says, for those who can't see it. */
function cellText(map: PhaseMap, x: Strip, y: Strip, at: number): string {
  const [column, row] = [at % map.columns, Math.floor(at / map.columns)];
  const place = `${factorLabel(x.name)} ${binText(x, column)}, ${factorLabel(y.name)} ${binText(y, row)}`;
  if (map.points[at] === 0) return `${place}: no points`;
  const { a } = question.value;
  const names = namesOf();
  const what = a === null ? `${names.b} above zero` : `${names.b} ahead`;
  return `${place}: ${what} in ${shareText(map, at)} of runs, ${map.verdicts[at] === "undecided" ? "undecided, " : ""}${countText(map.points[at], notation.value)} points`;
}

/** The values a bin spans. */
function binText(strip: Strip, bin: number): string {
  const { name, values, binCount } = strip;
  if (values !== undefined) return factorText(name, values[bin], notation.value);
  return `${factorText(name, strip.valueAt(bin / binCount), notation.value)} to ${factorText(name, strip.valueAt((bin + 1) / binCount), notation.value)}`;
}

function labelOf(map: PhaseMap, x: Strip, y: Strip): string {
  const at = cell.value;
  const { a, b, undecided } = countsOf(map);
  const names = namesOf();
  const whole = `Map over ${factorLabel(x.name)} and ${factorLabel(y.name)}: ${b} cells for ${names.b}, ${a} against, ${undecided} undecided. Arrow keys read cells.`;
  return at === null ? whole : `${whole} ${cellText(map, x, y, at)}.`;
}

function tableOf(map: PhaseMap, x: Strip, y: Strip) {
  const { a } = question.value;
  const names = namesOf();
  return {
    caption: `Share of runs in which ${names.b} ${a === null ? "is above zero" : `beats ${names.a}`}, with its interval of 95%`,
    heads: [factorLabel(y.name), ...Array.from({ length: map.columns }, (_, i) => binText(x, i))],
    rows: Array.from({ length: map.rows }, (_, i) => {
      const row = map.rows - 1 - i;
      const cells = Array.from({ length: map.columns }, (_column, column) => {
        const at = row * map.columns + column;
        return map.points[at] === 0 ? "" : shareText(map, at);
      });
      return [binText(y, row), ...cells];
    }),
  };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The cell a key leads to; the first key enters in the middle. */
function cellAfter({ columns, rows }: PhaseMap, key: string): number | undefined {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  const at = cell.peek() ?? Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  const column = Math.max(0, Math.min(columns - 1, (at % columns) + step[0]));
  const row = Math.max(0, Math.min(rows - 1, Math.floor(at / columns) + step[1]));
  return row * columns + column;
}

function under(
  event: PointerEvent & { readonly currentTarget: HTMLElement },
  data: PhaseMapData,
): number | null {
  const svg = event.currentTarget.querySelector("svg");
  if (svg === null) return null;
  const { left, top, width, height } = svg.getBoundingClientRect();
  return cellAt(data, { width, height }, event.clientX - left, event.clientY - top);
}
