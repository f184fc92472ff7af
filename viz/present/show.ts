/** A show as it runs: the step and moment it is at, and what the presenter has chosen; no clock, no page. */
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { storyIn, storyOf, type Document, type Story, type StoryStep } from "../../scenarios/index.ts";
import type { PlanName } from "../words/rich.ts";
import { companiesOf } from "./draw-list.ts";
import { beginGuess, type Guess } from "./guess.ts";
import { spanOf, TICKS_PER_WEEK } from "./frames.ts";
import type { Recorder } from "./recorder.ts";
import type { StorySource } from "./source.ts";

/** Frames a frame of the screen: half, usual, double, fourfold. */
export const SPEEDS = [0.5, 1, 2, 4] as const;
/** How long a loop stays at the end of a step, in frames. */
const HELD_FRAMES = 420;

export interface Show {
  readonly source: StorySource;
  readonly story: ReadonlySignal<Story>;
  readonly at: ReadonlySignal<number>;
  readonly step: ReadonlySignal<StoryStep>;
  /** The plans on the stage. */
  readonly companies: ReadonlySignal<readonly PlanName[]>;
  readonly tick: Signal<number>;
  /** Whether a later week is shown than the step tells of. */
  readonly isBeyond: ReadonlySignal<boolean>;
  readonly isPlaying: Signal<boolean>;
  /** A place in SPEEDS. */
  readonly speed: Signal<number>;
  /** Which possible future the dots show. */
  readonly replicate: Signal<number>;
  readonly swap: Signal<number>;
  readonly guess: Signal<Guess | null>;
  /** The id of the person who is followed; −1 = nobody. */
  readonly followed: Signal<number>;
  readonly isLooping: Signal<boolean>;
  readonly isBlank: Signal<boolean>;
  readonly isLight: Signal<boolean>;
  /** A language tag; the story's own where it isn't told in that. */
  readonly language: Signal<string>;
  /** The languages the story is told in, its own first. */
  readonly languages: ReadonlySignal<readonly string[]>;
  /** What makes videos of it, where something can. */
  readonly recorder: Signal<Recorder | undefined>;
  /** What lies over the stage. */
  readonly over: Signal<"keys" | "editor" | "handout" | null>;
  /** Shows a step from its beginning, or finished. */
  readonly goTo: (step: number, isFinished?: boolean) => void;
  readonly play: () => void;
  /** Moves on by frames of the screen. */
  readonly advance: (frames: number) => void;
  readonly scrub: (week: number) => void;
}

/** `isStill` tells whether the reader wants no motion: steps are then cut to their ends. */
export function createShow(source: StorySource, isStill: () => boolean): Show {
  const state = beginning(source);
  return { ...state, ...timeOf(state, isStill) };
}

type Time = Pick<Show, "goTo" | "play" | "advance" | "scrub">;
/** What a show is, apart from how it moves. */
type State = Omit<Show, keyof Time> & { readonly wanted: Signal<number> };

function beginning(source: StorySource): State {
  const language = signal("");
  const languages = computed(() => languagesOf(source.document.value));
  const story = computed(() => storyIn(storyOf(source.document.value), language.value));
  const wanted = signal(0);
  const at = computed(() => Math.min(wanted.value, story.value.steps.length - 1));
  const tick = signal(0);
  const swap = signal(0);
  return {
    source,
    story,
    wanted,
    at,
    step: computed(() => story.value.steps[at.value]),
    companies: computed(() =>
      companiesOf({ document: source.document.value, story: story.value, swap: swap.value }, at.value),
    ),
    tick,
    isBeyond: computed(() => tick.value > spanOf(story.value, at.value).to),
    isPlaying: signal(false),
    speed: signal(1),
    replicate: signal(0),
    swap,
    guess: signal<Guess | null>(null),
    followed: signal(-1),
    isLooping: signal(false),
    isBlank: signal(false),
    isLight: signal(false),
    language,
    languages,
    recorder: signal<Recorder | undefined>(undefined),
    over: signal<"keys" | "editor" | "handout" | null>(null),
  };
}

function languagesOf({ locale = "en", story }: Document): string[] {
  return [locale, ...(story?.translations ?? []).map(({ language }) => language)];
}

/** The language that is shown. */
export function languageShown({ language, languages }: Show): string {
  return languages.value.includes(language.value) ? language.value : languages.value[0];
}

function timeOf(state: State, isStill: () => boolean): Time {
  const { source, story, wanted, at, tick, isPlaying, isLooping, guess, speed } = state;
  /** Parts of a frame that are still to come, and frames a loop has waited. */
  const rest = { part: 0, held: 0 };

  function goTo(step: number, isFinished = false): void {
    const next = Math.max(0, Math.min(story.value.steps.length - 1, step));
    const { from, to } = spanOf(story.value, next);
    const isCut = isFinished || isStill() || from === to;
    batch(() => {
      wanted.value = next;
      guess.value = null;
      tick.value = isCut ? to : from;
      isPlaying.value = !isCut || isLooping.value;
    });
    rest.held = 0;
  }

  /** Where playing ends: the step's own week or, from beyond it, the end. */
  const limit = (): number =>
    state.isBeyond.value ? source.document.value.weeks * TICKS_PER_WEEK : spanOf(story.value, at.value).to;

  function play(): void {
    const { from, to } = spanOf(story.value, at.value);
    const isOver = tick.value >= limit();
    if (isPlaying.value) isPlaying.value = false;
    else if (isStill()) tick.value = isOver ? from : to;
    else {
      if (isOver) tick.value = from;
      isPlaying.value = true;
    }
  }

  function advance(frames: number): void {
    if (!isPlaying.value) return;
    rest.part += frames * SPEEDS[speed.value];
    const whole = Math.floor(rest.part);
    rest.part -= whole;
    const end = limit();
    if (tick.value < end) tick.value = Math.min(end, tick.value + whole);
    else if (!isLooping.value) isPlaying.value = false;
    else {
      rest.held += frames;
      if (rest.held >= HELD_FRAMES) goTo((at.value + 1) % story.value.steps.length);
    }
  }

  function scrub(week: number): void {
    isPlaying.value = false;
    tick.value = Math.max(0, Math.min(source.document.value.weeks, Math.round(week))) * TICKS_PER_WEEK;
  }

  return { goTo, play, advance, scrub };
}

/** Begins to ask what the reader expects of the step, or reveals what the model says. */
export function predictOrReveal(show: Show): void {
  const { guess, tick } = show;
  const asked = guess.peek();
  if (asked !== null && !asked.isRevealed) {
    guess.value = { ...asked, isRevealed: true };
    show.play();
    return;
  }
  const { from, to } = spanOf(show.story.peek(), show.at.peek());
  if (from === to) return;
  const [plan] = show.step.peek().plans;
  const place = show.source.document.peek().plans.findIndex(({ id }) => id === plan);
  const bands = show.source.bandsOf(place, show.step.peek().measure);
  if (bands === undefined) return;
  batch(() => {
    show.isPlaying.value = false;
    show.swap.value = 0;
    tick.value = from;
    guess.value = beginGuess(from / TICKS_PER_WEEK, to / TICKS_PER_WEEK, bands);
  });
}
