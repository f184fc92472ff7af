/** What a fit to one's own weeks found: the verb calibrate's sentences, the assumptions left, the bands over the data. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import { PosteriorMarks, type PosteriorData } from "../charts/posterior.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { announce } from "../compare/spoken.tsx";
import type { OwnFit } from "../../workers/studies/calibrator.ts";
import { rich } from "../words/rich.ts";
import { calendarOf, weekText } from "../words/time.ts";
import { askAgain, openCalibrated, type Found } from "./own-fit.ts";
import {
  bandHeading,
  bandUnit,
  FACTOR_HEADS,
  factorRows,
  fittedText,
  foundHeading,
  labelOf,
  weekSaid,
} from "./own-words.ts";
import { copyText, heredoc } from "./point.ts";
import { PressLink } from "./press-link.tsx";
import { ownSentences } from "../../scenarios/calibration/own-sentences.ts";
import { numberWords } from "../words/decisions.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

const HEIGHT = 220;

type Band = OwnFit["bands"][number];

/** The observed week that is read, by its place; null is none. */
const read = signal<{ readonly measure: string; readonly at: number } | null>(null);

export function OwnFindings({ found }: { readonly found: Found }): JSX.Element {
  const { fit, study } = found;
  const { employees } = study.document.company;
  const size =
    employees === undefined
      ? ""
      : `, ${countText(employees, notationOf(study.document))} employees simulated`;
  return (
    <div class="own-found">
      <Section
        heading={foundHeading(fit)}
        sentence={rich`${study.observed!.file}, fitted to “${study.document.name}”${size}. Ranges and bands are the middle 90%, given the ranges before and this model; what the model lacks is in neither.`}
        class="own"
        table={{
          name: "the assumptions",
          data: () => ({
            caption: "Assumptions before and after: the middle 90%",
            heads: FACTOR_HEADS,
            rows: factorRows(fit, notationOf(study.document)),
          }),
        }}
      >
        {ownSentences(fit, numberWords(notationOf(study.document))).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <div class="about">
          <PressLink text="Open in Compare" onPress={openCalibrated} />
          <PressLink
            text="Copy as command line"
            onPress={() => void copyText(commandOf(found), "The command line")}
          />
          <PressLink text="Ask otherwise" onPress={askAgain} />
        </div>
      </Section>
      {fit.bands.map((band) => (
        <BandSection key={band.observed.measure} band={band} found={found} />
      ))}
    </div>
  );
}

/** A command that fits the same file anywhere. */
function commandOf({ study, wish }: Found): string {
  const file = `'${study.observed!.file.replaceAll("'", "'\\''")}'`;
  return heredoc(`calibrate - --data ${file} --runs ${wish.runs}`, study);
}

function BandSection({ band, found }: { readonly band: Band; readonly found: Found }): JSX.Element {
  const { observed, inside } = band;
  const unit = bandUnit(band, notationOf(found.study.document));
  const sentence = rich`${String(inside)} of ${String(observed.weeks.length)} observed weeks (dots) lie in the middle 90% of new runs.`;
  const data = dataOf(band, found);
  return (
    <Section
      heading={bandHeading(band)}
      sentence={sentence}
      table={{
        name: labelOf(band).toLowerCase(),
        data: () => ({
          caption: `${labelOf(band)}: what was seen, and the fitted model’s median and middle 90%`,
          heads: ["Week", "Seen", "Fitted"],
          rows: observed.weeks.map((week, k) => [
            String(week),
            unit.short(observed.values[k]),
            fittedText(band, k, unit),
          ]),
        }),
      }}
    >
      <div onKeyDown={(event) => walk(event, band, data.read?.at, (k) => weekSaid(band, k, unit))}>
        <Frame
          height={HEIGHT}
          label={`${labelOf(band)} by week: ${inside} of ${observed.weeks.length} observed weeks within the fitted band. ${weekSaid(band, data.read?.at ?? observed.weeks.length - 1, unit)}. Arrow keys read weeks.`}
          isReadByKeys
        >
          {(size) => <PosteriorMarks data={data} size={size} palette={PAGE} />}
        </Frame>
      </div>
    </Section>
  );
}

function dataOf(band: Band, { study }: Found): PosteriorData {
  const { observed, p5, p50, p95 } = band;
  const { document } = study;
  const unit = bandUnit(band, notationOf(document));
  const at = read.value?.measure === observed.measure ? read.value.at : null;
  const k = at ?? observed.weeks.length - 1;
  const plan = Math.max(
    0,
    document.plans.findIndex(({ id }) => id === study.observed!.plan),
  );
  return {
    weeks: observed.weeks.at(-1)!,
    calendar: calendarOf(document),
    observed: observed.weeks,
    values: observed.values,
    p5,
    p50,
    p95,
    plan,
    axisText: unit.axis,
    label: {
      name: document.plans[plan].name,
      lines: [fittedText(band, k, unit), `seen ${unit.short(observed.values[k])}`],
    },
    read: at === null ? null : { at, text: weekText(observed.weeks[at], calendarOf(document)) },
  };
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -13,
  PageDown: 13,
  Home: -Infinity,
  End: Infinity,
};

/** Arrow keys read the observed weeks; the first enters at the last. */
function walk(
  event: KeyboardEvent,
  { observed }: Band,
  at: number | undefined,
  say: (k: number) => string,
): void {
  const step = STEPS[event.key];
  if (step === undefined || !(event.target instanceof SVGElement)) return;
  event.preventDefault();
  const last = observed.weeks.length - 1;
  const to = at === undefined ? (step === -Infinity ? 0 : last) : Math.max(0, Math.min(last, at + step));
  read.value = { measure: observed.measure, at: to };
  announce(say(to));
}
