/** The inputs as strips: how the points lie along each, and the range that is looked at, by hand, finger or key. */
import type { JSX } from "preact";
import type { Range, Strip } from "../../scenarios/exploration/index.ts";
import { PAGE } from "../charts/palette.ts";
import { StripMarks } from "../charts/strip.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { rich } from "../words/rich.ts";
import { notation, chosen, histograms, narrow, ranges, strips, widenAll } from "./store.ts";
import { factorLabel, factorText } from "./words.ts";
import { countText } from "../words/decimals.ts";

const HEIGHT = 44;
/** Steps of a strip's sliders. */
const STEPS = 200;

export function InputsSection(): JSX.Element {
  const isNarrowed = ranges.value.some((range) => range !== null);
  return (
    <Section
      heading="Inputs"
      sentence={rich`Drag across a strip to look at a part of it.`}
      class="inputs"
      table={{
        name: "the inputs",
        data: () => ({
          caption: `Inputs: ${countText(chosen.value.count, notation.value)} points match`,
          heads: ["Input", "From", "To", "Chosen from", "Chosen to"],
          rows: strips.value.map((strip, i) => {
            const { low, high } = ranges.value[i] ?? strip;
            return [
              factorLabel(strip.name),
              ...[strip.low, strip.high, low, high].map((value) =>
                factorText(strip.name, value, notation.value),
              ),
            ];
          }),
        }),
      }}
    >
      {strips.value.map((strip, i) => (
        <StripField key={strip.name} strip={strip} place={i} />
      ))}
      <button type="button" class="link" disabled={!isNarrowed} onClick={widenAll}>
        Look at all points
      </button>
    </Section>
  );
}

function StripField(props: { readonly strip: Strip; readonly place: number }): JSX.Element {
  const { strip, place } = props;
  const range = ranges.value[place] ?? null;
  const shares = sharesOf(strip, range);
  const label = factorLabel(strip.name);
  const histogram = histograms.value[place];
  const said = `${factorText(strip.name, (range ?? strip).low, notation.value)} to ${factorText(strip.name, (range ?? strip).high, notation.value)}`;
  const change = (from: number, to: number): void => narrow(place, rangeOf(strip, from, to));
  return (
    <div class="strip" role="group" aria-label={`${label}: ${said}`}>
      <p class="strip-name">
        {label}
        <span>{said}</span>
      </p>
      <div class="strip-chart" {...handsOf(change)}>
        <Frame height={HEIGHT} label={`Points along ${label}, ${said} chosen`}>
          {(size) => (
            <StripMarks
              data={{ ...histogram, range: range === null ? null : shares }}
              size={size}
              palette={PAGE}
            />
          )}
        </Frame>
        <End
          label={`${label}, at least`}
          at={shares[0]}
          text={factorText(strip.name, (range ?? strip).low, notation.value)}
          onMove={(at) => change(at, Math.max(at, shares[1]))}
        />
        <End
          label={`${label}, at most`}
          at={shares[1]}
          text={factorText(strip.name, (range ?? strip).high, notation.value)}
          onMove={(at) => change(Math.min(at, shares[0]), at)}
        />
      </div>
    </div>
  );
}

/** One end of the range as a native slider, seen when it has the focus. */
function End(props: {
  readonly label: string;
  readonly at: number;
  readonly text: string;
  readonly onMove: (at: number) => void;
}): JSX.Element {
  return (
    <input
      class="strip-end"
      type="range"
      min={0}
      max={STEPS}
      step={1}
      value={Math.round(props.at * STEPS)}
      aria-label={props.label}
      aria-valuetext={props.text}
      onInput={(event) => props.onMove(event.currentTarget.valueAsNumber / STEPS)}
    />
  );
}

function sharesOf(strip: Strip, range: Range | null): readonly [number, number] {
  return range === null ? [0, 1] : [strip.shareOf(range.low), strip.shareOf(range.high)];
}

/** The whole strip is no range at all. */
function rangeOf(strip: Strip, from: number, to: number): Range | null {
  if (from <= 0 && to >= 1) return null;
  return { low: strip.valueAt(from), high: strip.valueAt(to) };
}

/** A drag from one end to the other; a press without a drag opens the strip again. */
function handsOf(change: (from: number, to: number) => void) {
  const shareUnder = (event: PointerEvent & { readonly currentTarget: HTMLDivElement }): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width));
  };
  let start = 0;
  return {
    onPointerDown: (event: PointerEvent & { readonly currentTarget: HTMLDivElement }) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start = shareUnder(event);
      event.currentTarget.dataset["start"] = String(start);
    },
    onPointerMove: (event: PointerEvent & { readonly currentTarget: HTMLDivElement }) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const from = Number(event.currentTarget.dataset["start"]);
      const at = shareUnder(event);
      if (Math.abs(at - from) > 0.02) change(Math.min(from, at), Math.max(from, at));
    },
    onPointerUp: (event: PointerEvent & { readonly currentTarget: HTMLDivElement }) => {
      const from = Number(event.currentTarget.dataset["start"]);
      if (Math.abs(shareUnder(event) - from) <= 0.02) change(0, 1);
    },
  };
}
