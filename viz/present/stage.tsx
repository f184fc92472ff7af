/** The stage: a step's words and curve, and everybody under the plans it shows. */
import type { JSX } from "preact";
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import { Sentence } from "../compare/sentence.tsx";
import type { PlanName } from "../words/rich.ts";
import { tellStep } from "../words/story.ts";
import { monthText, weekText } from "../words/time.ts";
import { Crowd } from "./crowd.tsx";
import { CurveFigure } from "./curve-figure.tsx";
import { kickerOf } from "./kicker.ts";
import { companiesOf } from "./draw-list.ts";
import { weekOf } from "./frames.ts";
import { languageShown, type Show } from "./show.ts";
import { LogoImage } from "../shell/logo.tsx";

export function Stage({ show }: { readonly show: Show }): JSX.Element {
  const companies = show.companies.value;
  return (
    <div class="stage">
      <Words show={show} companies={companies} />
      <div class="side">
        <Moment show={show} />
        <div class={`companies companies-${companies.length}`}>
          {companies.map((plan, i) => (
            <Company key={i} show={show} plan={plan} isAlone={companies.length === 1} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Words({
  show,
  companies,
}: {
  readonly show: Show;
  readonly companies: readonly PlanName[];
}): JSX.Element {
  const { source } = show;
  const document = source.document.value;
  const step = show.step.value;
  const { headline, text } = tellStep(step, {
    document,
    results: source.results.value,
    headcount: source.headcount.value,
  });
  const troubles = [...headline.troubles, ...text.troubles];
  const guess = show.guess.value;
  const lang = languageShown(show);
  const isAsking = guess !== null && !guess.isRevealed;
  return (
    <div class="words">
      <p class="kicker">
        <Sentence of={kickerOf(show, companies)} />
      </p>
      <h1 lang={isAsking ? undefined : lang}>
        {isAsking ? `What do you expect by ${monthText(guess.to)}?` : <Sentence of={headline.words} />}
      </h1>
      <p class="telling" lang={isAsking ? undefined : lang}>
        {isAsking ? (
          `${MEASURES[MEASURE_INDEX[step.measure]].label}: draw the curve from where it stands, or pick its end; then reveal what the model says.`
        ) : (
          <Sentence of={text.words} />
        )}
      </p>
      {troubles.length === 0 ? null : (
        <ul class="troubles" role="alert">
          {troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      )}
      <CurveFigure show={show} />
      <p class="basis">{basisOf(show)}</p>
    </div>
  );
}

function basisOf(show: Show): string {
  const future = show.replicate.value + 1;
  const { runs } = show.source.results.value;
  if (runs === 0) return `The numbers are being simulated: ${show.source.runsText.value}.`;
  const paired = runs === 1 ? "one run a plan" : `medians and nine tenths of ${runs} runs`;
  return `Numbers: ${paired}. Dots and thin line: one of them, possible future ${future}.`;
}

/** Large enough to be known from the last row. */
const LOGO = { width: 220, height: 36 };

/** The week on the stage, large enough for the last row. */
function Moment({ show }: { readonly show: Show }): JSX.Element {
  const { strong, quiet } = weekText(weekOf(show.tick.value));
  return (
    <div class="moment">
      <LogoImage brand={show.source.document.value.brand} room={LOGO} />
      <p>
        <strong>{strong}</strong> <span>{quiet}</span>
      </p>
    </div>
  );
}

function Company(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly isAlone: boolean;
}): JSX.Element {
  const { show, plan, isAlone } = props;
  const filmed = show.source.filmOf(plan.plan, show.replicate.value);
  return (
    <div class="company">
      {isAlone ? null : (
        <h2>
          <Sentence of={[{ text: plan.name, plan: plan.plan }]} />
        </h2>
      )}
      {filmed.kind === "seen" ? (
        <Crowd show={show} plan={plan} film={filmed.film} />
      ) : (
        <p class="following" role={filmed.kind === "failed" ? "alert" : "status"}>
          {filmed.kind === "failed"
            ? `Nobody can be shown: ${filmed.why}.`
            : `Everybody is being followed through one possible future: ${Math.round(100 * filmed.share)}%`}
        </p>
      )}
    </div>
  );
}

/** What the next step will show is seen ahead of time. */
export function prepareNext(show: Show): void {
  const { steps } = show.story.value;
  const next = Math.min(steps.length - 1, show.at.value + 1);
  const scene = { document: show.source.document.value, story: show.story.value, swap: show.swap.value };
  for (const { plan } of companiesOf(scene, next)) show.source.filmOf(plan, show.replicate.value);
  for (const { plan } of companiesOf(scene, steps.length - 1)) show.source.filmOf(plan, show.replicate.value);
}
