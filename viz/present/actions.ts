/** Everything a presenter can do, once: its keys, its button, what it does; the list of keys is this table. */
import { languageName } from "../words/languages.ts";
import type { Recorder } from "./recorder.ts";
import { languageShown, SPEEDS, predictOrReveal, type Show } from "./show.ts";

/** What the page does for a show. */
export interface Hall {
  readonly toggleFullScreen: () => void;
  readonly openSpeaker: () => void;
}

export interface Action {
  readonly name: string;
  /** Values of KeyboardEvent.key; letters small. */
  readonly keys: readonly string[];
  /** How the keys are written in the list. */
  readonly keyText: string;
  readonly label: (show: Show) => string;
  readonly meaning: string;
  readonly act: (show: Show, hall: Hall) => void;
  readonly isOff?: (show: Show) => boolean;
  /** Whether there is anything of the kind: its button is left out if not. */
  readonly isThere?: (show: Show) => boolean;
  /** Whether it is a switch that is on. */
  readonly isOn?: (show: Show) => boolean;
}

const isLast = (show: Show): boolean => show.at.value === show.story.value.steps.length - 1;
const named = (text: string) => (): string => text;

export const ACTIONS: readonly Action[] = [
  {
    name: "back",
    keys: ["ArrowLeft", "p", "PageUp", "ArrowUp"],
    keyText: "← P PageUp",
    label: named("Back"),
    meaning: "the step before, finished",
    act: (show) => show.goTo(show.at.value - 1, true),
    isOff: (show) => show.at.value === 0,
  },
  {
    name: "next",
    keys: ["ArrowRight", " ", "n", "PageDown", "ArrowDown", "Enter"],
    keyText: "→ Space N PageDown",
    label: named("Next"),
    meaning: "the next step, from its beginning",
    act: (show) => {
      if (!isLast(show)) show.goTo(show.at.value + 1);
      else if (show.isPlaying.value) show.goTo(show.at.value, true);
    },
    isOff: isLast,
  },
  {
    name: "play",
    keys: ["k"],
    keyText: "K",
    label: (show) => (show.isPlaying.value ? "Pause" : "Play"),
    meaning: "plays the step, or pauses it",
    act: (show) => show.play(),
  },
  {
    name: "speed",
    keys: ["v"],
    keyText: "V",
    label: (show) => `Speed ${speedText(SPEEDS[show.speed.value])}`,
    meaning: "another speed",
    act: ({ speed }) => (speed.value = (speed.value + 1) % SPEEDS.length),
  },
  {
    name: "predict",
    keys: ["g"],
    keyText: "G",
    label: ({ guess }) => (guess.value === null || guess.value.isRevealed ? "Predict" : "Reveal"),
    meaning: "draw the curve you expect, then see the model’s",
    act: predictOrReveal,
    isOff: (show) => show.source.results.value.runs === 0,
  },
  {
    name: "future",
    keys: ["r"],
    keyText: "R",
    label: named("Other future"),
    meaning: "another possible future: the same plan, other luck",
    act: ({ replicate }) => replicate.value++,
  },
  {
    name: "swap",
    keys: ["c"],
    keyText: "C",
    label: named("Swap plan"),
    meaning: "the same weeks under the next plan",
    act: ({ swap, source }) => (swap.value = (swap.value + 1) % source.document.value.plans.length),
    isOff: ({ source }) => source.document.value.plans.length < 2,
  },
  {
    name: "follow",
    keys: ["w"],
    keyText: "W",
    label: ({ followed }) => (followed.value < 0 ? "Follow" : "Follow another"),
    meaning: "follows one employee; a press on a dot does too",
    act: (show) => (show.followed.value = nextPerson(show)),
  },
  {
    name: "screen",
    keys: ["f"],
    keyText: "F",
    label: named("Full screen"),
    meaning: "fills the screen, or leaves it",
    act: (_show, hall) => hall.toggleFullScreen(),
  },
  {
    name: "speaker",
    keys: ["s"],
    keyText: "S",
    label: named("Speaker"),
    meaning: "notes, the next step and a timer in a window of their own",
    act: (_show, hall) => hall.openSpeaker(),
  },
  {
    name: "blank",
    keys: ["b", "."],
    keyText: "B",
    label: named("Blank"),
    meaning: "empties the screen until the next key",
    act: ({ isBlank }) => (isBlank.value = !isBlank.value),
    isOn: ({ isBlank }) => isBlank.value,
  },
  {
    name: "dark",
    keys: ["d"],
    keyText: "D",
    label: ({ isLight }) => (isLight.value ? "Dark" : "Light"),
    meaning: "dark or light",
    act: ({ isLight }) => (isLight.value = !isLight.value),
  },
  {
    name: "language",
    keys: ["t"],
    keyText: "T",
    label: (show) => languageName(languageShown(show)),
    meaning: "the story in the next of its languages",
    act: (show) => (show.language.value = nextLanguage(show)),
    isThere: ({ languages }) => languages.value.length > 1,
  },
  {
    name: "loop",
    keys: ["l"],
    keyText: "L",
    label: named("Loop"),
    meaning: "plays step after step, over and over",
    act: (show) => {
      show.isLooping.value = !show.isLooping.value;
      show.isPlaying.value = show.isLooping.value;
    },
    isOn: ({ isLooping }) => isLooping.value,
  },
  {
    name: "edit",
    keys: ["e"],
    keyText: "E",
    label: named("Edit"),
    meaning: "steps, texts and notes",
    act: ({ over }) => (over.value = over.value === "editor" ? null : "editor"),
    isOff: ({ source }) => source.edit === undefined,
    isOn: ({ over }) => over.value === "editor",
  },
  {
    name: "video",
    keys: ["m"],
    keyText: "M",
    label: ({ recorder }) => videoText(recorder.value),
    meaning: "records the story as a video, or gives it up",
    act: ({ recorder }) => recorder.value?.toggle(),
    isThere: ({ recorder }) => recorder.value !== undefined,
    isOn: ({ recorder }) => recorder.value?.isRecording.value === true,
  },
  {
    name: "handout",
    keys: ["o"],
    keyText: "O",
    label: named("Handout"),
    meaning: "a page for every step with its notes, to be printed",
    act: ({ over }) => (over.value = over.value === "handout" ? null : "handout"),
    isOff: ({ source }) => source.edit === undefined,
    isOn: ({ over }) => over.value === "handout",
  },
  {
    name: "keys",
    keys: ["?", "h"],
    keyText: "?",
    label: named("Keys"),
    meaning: "this list",
    act: ({ over }) => (over.value = over.value === "keys" ? null : "keys"),
    isOn: ({ over }) => over.value === "keys",
  },
  {
    name: "leave",
    keys: ["Escape"],
    keyText: "Esc",
    label: named("Close"),
    meaning: "closes what lies over the stage, ends following, predicting and looping",
    act: leave,
  },
];

function videoText(recorder: Recorder | undefined): string {
  const state = recorder?.state.value ?? "";
  if (recorder?.isRecording.value === true) return `Stop video, ${state}`;
  return state === "" ? "Video" : `Video ${state}`;
}

function speedText(speed: number): string {
  return speed === 0.5 ? "½×" : `${speed}×`;
}

function nextLanguage(show: Show): string {
  const languages = show.languages.value;
  return languages[(languages.indexOf(languageShown(show)) + 1) % languages.length];
}

/** Somebody else of those there at the start, spread over the firm; the same in every show. */
function nextPerson(show: Show): number {
  const count = show.source.headcount.value;
  const step = Math.max(1, Math.floor(count * 0.382));
  return (show.followed.value + step) % count;
}

/** One thing at a time. */
function leave(show: Show): void {
  if (show.isBlank.value) show.isBlank.value = false;
  else if (show.over.value !== null) show.over.value = null;
  else if (show.guess.value !== null) show.guess.value = null;
  else if (show.followed.value >= 0) show.followed.value = -1;
  else {
    show.isLooping.value = false;
    show.isPlaying.value = false;
  }
}

/** Whether an action has anything to do now. */
export function canAct({ isOff, isThere }: Action, show: Show): boolean {
  return isOff?.(show) !== true && isThere?.(show) !== false;
}

/** Does what a key asks for; false if it asks for nothing. */
export function obeyKey(show: Show, hall: Hall, key: string): boolean {
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (/^[1-9]$/.test(key)) {
    if (Number(key) > show.story.value.steps.length) return false;
    show.isBlank.value = false;
    show.goTo(Number(key) - 1);
    return true;
  }
  const action = ACTIONS.find(({ keys }) => keys.includes(letter));
  if (action === undefined) return false;
  // Any key brings the picture back before it does anything else.
  if (show.isBlank.value && action.name !== "blank") show.isBlank.value = false;
  else if (canAct(action, show)) action.act(show, hall);
  return true;
}
