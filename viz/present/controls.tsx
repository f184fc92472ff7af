/** Below the stage: the steps as a progress bar, the week's slider, and a button for every key. */
import type { JSX } from "preact";
import { weekText } from "../words/time.ts";
import { ACTIONS, type Action, type Hall } from "./actions.ts";
import { weekOf } from "./frames.ts";
import { languageShown, type Show } from "./show.ts";

export function Steps({ show }: { readonly show: Show }): JSX.Element {
  const { steps } = show.story.value;
  const at = show.at.value;
  return (
    <nav class="steps" aria-label="Steps of the story">
      <ol lang={languageShown(show)}>
        {steps.map((step, i) => (
          <li key={i}>
            <button
              type="button"
              class={i < at ? "done" : ""}
              aria-current={i === at ? "step" : undefined}
              title={i < 9 ? `${step.name} (${i + 1})` : step.name}
              onClick={() => show.goTo(i)}
            >
              <span>{step.name}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Controls({ show, hall }: { readonly show: Show; readonly hall: Hall }): JSX.Element {
  return (
    <div class="controls" role="group" aria-label="Presentation">
      {ACTIONS.slice(0, 3).map((action) => (
        <ActionButton key={action.name} show={show} hall={hall} action={action} />
      ))}
      <Scrubber show={show} />
      {ACTIONS.slice(3)
        .filter((action) => action.isThere?.(show) !== false)
        .map((action) => (
          <ActionButton key={action.name} show={show} hall={hall} action={action} />
        ))}
    </div>
  );
}

function ActionButton(props: {
  readonly show: Show;
  readonly hall: Hall;
  readonly action: Action;
}): JSX.Element {
  const { show, hall, action } = props;
  return (
    <button
      type="button"
      class="link"
      data-action={action.name}
      title={`${action.meaning} (${action.keyText})`}
      disabled={action.isOff?.(show) === true}
      aria-pressed={action.isOn?.(show)}
      onClick={() => action.act(show, hall)}
    >
      {action.label(show)}
    </button>
  );
}

function Scrubber({ show }: { readonly show: Show }): JSX.Element {
  const week = weekOf(show.tick.value);
  const { strong, quiet } = weekText(week);
  return (
    <input
      type="range"
      class="scrubber"
      aria-label="Week"
      aria-valuetext={`${strong}, ${quiet}`}
      min={0}
      max={show.source.document.value.weeks}
      value={week}
      onInput={(event) => show.scrub(event.currentTarget.valueAsNumber)}
    />
  );
}
