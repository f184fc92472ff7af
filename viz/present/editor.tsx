/** Editing the story on the stage: the step that is shown, its week, plans, curve and texts, and the order of steps. */
import type { JSX } from "preact";
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import {
  STORY_HIGHLIGHTS,
  STORY_LANGUAGES_MAX,
  STORY_MEASURES,
  STORY_PLANS_MAX,
  type StoryHighlight,
  type StoryMeasure,
  type StoryStep,
  type StoryWords,
} from "../../scenarios/index.ts";
import { Choice } from "../compare/choice.tsx";
import { NumberField } from "../editor/number-field.tsx";
import { TextField } from "../sheets/text-field.tsx";
import { canRedo, canUndo, document, redo, undo } from "../store/document.ts";
import { edit, propose } from "../store/editing.ts";
import type { Command } from "../store/step-commands.ts";
import {
  addLanguage,
  addStoryStep,
  removeLanguage,
  removeStoryStep,
  resetStory,
  setStoryField,
  setStoryWords,
  shiftStoryStep,
} from "../store/story-commands.ts";
import { languageName } from "../words/languages.ts";
import { Completing } from "./completing.tsx";
import "./editor.css";
import { languageShown, type Show } from "./show.ts";

export function StoryEditor({ show }: { readonly show: Show }): JSX.Element {
  const at = show.at.value;
  return (
    <div class="story-editor" role="dialog" aria-label="Edit the story">
      <p class="strong">
        Step {at + 1} of {show.story.value.steps.length}
      </p>
      <Verbs show={show} />
      <Languages show={show} />
      <StepFields key={`${at} ${languageShown(show)}`} show={show} />
    </div>
  );
}

function Verbs({ show }: { readonly show: Show }): JSX.Element {
  const at = show.at.value;
  const last = show.story.value.steps.length - 1;
  const change = (command: Command, to: number): void => {
    if (edit(command)) show.goTo(to, true);
  };
  return (
    <p class="verbs">
      <Verb text="Add a step" act={() => change(addStoryStep(at), at + 1)} />
      <Verb text="Move earlier" isOff={at === 0} act={() => change(shiftStoryStep(at, -1), at - 1)} />
      <Verb text="Move later" isOff={at === last} act={() => change(shiftStoryStep(at, 1), at + 1)} />
      <Verb
        text="Delete"
        isOff={last === 0}
        act={() => change(removeStoryStep(at), Math.min(at, last - 1))}
      />
      <Verb text="Undo" isOff={!canUndo.value} act={undo} />
      <Verb text="Redo" isOff={!canRedo.value} act={redo} />
      <Verb
        text="Follow the plans again"
        isOff={document.value.story === undefined}
        act={() => change(resetStory, 0)}
      />
      <Verb text="Close" act={() => (show.over.value = null)} />
    </p>
  );
}

function Verb(props: {
  readonly text: string;
  readonly isOff?: boolean;
  readonly act: () => void;
}): JSX.Element {
  return (
    <button type="button" class="link" disabled={props.isOff === true} onClick={props.act}>
      {props.text}
    </button>
  );
}

/** Which language is written, and how others come. */
function Languages({ show }: { readonly show: Show }): JSX.Element {
  const languages = show.languages.value;
  const shown = languageShown(show);
  const add = (tag: string): void => {
    if (edit(addLanguage(tag))) show.language.value = tag;
  };
  return (
    <>
      {languages.length === 1 ? null : (
        <p class="field">
          <span>Language of the texts </span>
          <Choice
            label="Language of the texts"
            value={shown}
            options={languages.map((value) => ({ value, text: languageName(value) }))}
            onChoose={(tag) => (show.language.value = tag)}
          />{" "}
          {shown === languages[0] ? null : (
            <Verb text="Remove this language" act={() => edit(removeLanguage(shown))} />
          )}
        </p>
      )}
      {languages.length > STORY_LANGUAGES_MAX ? null : (
        <TextField
          key={languages.length}
          label="Translate into"
          hint="A language’s tag, such as de or pt-BR. Its texts begin as they are, to be written over."
          value=""
          onSettle={(tag) => add(tag.trim())}
        />
      )}
    </>
  );
}

function StepFields({ show }: { readonly show: Show }): JSX.Element {
  const at = show.at.value;
  const step = show.step.value;
  const language = languageShown(show);
  const isOwn = language === show.languages.value[0];
  const say = (field: keyof StoryWords, value: string | undefined): boolean =>
    edit(isOwn ? setStoryField(at, field, value) : setStoryWords(language, at, field, value));
  const set = <K extends keyof StoryStep>(field: K, value: StoryStep[K] | undefined): boolean =>
    edit(setStoryField(at, field, value));
  return (
    <>
      <TextField
        label="Name, in the bar of steps"
        value={step.name}
        onSettle={(name) => say("name", name.trim())}
      />
      <NumberField
        label="Week it arrives at"
        unit="weeks"
        value={step.week}
        slide={{ from: 0, to: document.value.weeks, step: 1 }}
        onDraft={(week) => propose(setStoryField(at, "week", week))}
      />
      <PlansField step={step} onSet={(plans) => set("plans", plans)} />
      <p class="field">
        <span>Curve </span>
        <Choice
          label="Curve"
          value={step.measure}
          options={STORY_MEASURES.map((name) => ({ value: name, text: MEASURES[MEASURE_INDEX[name]].label }))}
          onChoose={(name) => set("measure", name as StoryMeasure)}
        />
      </p>
      <p class="field">
        <span>Stand out </span>
        <Choice
          label="Stand out"
          value={step.highlight ?? ""}
          options={[
            { value: "", text: "everybody" },
            ...STORY_HIGHLIGHTS.map((name) => ({ value: name, text: HIGHLIGHT_TEXTS[name] })),
          ]}
          onChoose={(name) => set("highlight", name === "" ? undefined : (name as StoryHighlight))}
        />
      </p>
      <Completing document={document.value}>
        <TextField label="Headline" value={step.headline} onSettle={(text) => say("headline", text)} />
      </Completing>
      <Completing document={document.value}>
        <TextField
          label="Text"
          rows={6}
          hint="An open brace { lists the results you can name, such as {deep} or {netValue:problems-first@104}."
          value={step.text}
          onSettle={(text) => say("text", text)}
        />
      </Completing>
      <TextField
        label="Notes for the speaker"
        rows={5}
        value={step.notes ?? ""}
        onSettle={(text) => say("notes", text === "" ? undefined : text)}
      />
    </>
  );
}

const HIGHLIGHT_TEXTS: Readonly<Record<StoryHighlight, string>> = {
  registered: "registered and beyond",
  reader: "readers and beyond",
  contributor: "contributors and beyond",
  deep: "deep practice",
};

/** The companies a step shows, in the document's order; at least one. */
function PlansField(props: {
  readonly step: StoryStep;
  readonly onSet: (plans: string[]) => void;
}): JSX.Element {
  const { step, onSet } = props;
  const chosen = new Set(step.plans);
  const toggle = (id: string): void =>
    onSet(chosen.has(id) ? step.plans.filter((one) => one !== id) : [...step.plans, id]);
  return (
    <fieldset>
      <legend>Companies shown</legend>
      {document.value.plans.map(({ id, name }) => (
        <div key={id} class="field check">
          <input
            id={`shown-${id}`}
            type="checkbox"
            checked={chosen.has(id)}
            disabled={chosen.has(id) ? chosen.size === 1 : chosen.size >= STORY_PLANS_MAX}
            onChange={() => toggle(id)}
          />
          <label for={`shown-${id}`}>{name}</label>
        </div>
      ))}
    </fieldset>
  );
}
