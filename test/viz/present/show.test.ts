/** A show: what keys do, how it plays, loops and cuts; a clicker alone leads through all of it. */
import { signal } from "@preact/signals";
import { beforeEach, describe, expect, test } from "vitest";
import { storyOf } from "../../../scenarios/index.ts";
import { ACTIONS, obeyKey, type Hall } from "../../../viz/present/actions.ts";
import { spanOf, TICKS_PER_WEEK } from "../../../viz/present/frames.ts";
import { drawn, picked } from "../../../viz/present/guess.ts";
import { createShow, SPEEDS, type Show } from "../../../viz/present/show.ts";
import { bandsAround } from "../series.ts";
import { emptySource, SMALL_DOCUMENT, WEEKS } from "./scene.kit.ts";

const story = storyOf(SMALL_DOCUMENT);
const last = story.steps.length - 1;
const done: string[] = [];
const HALL: Hall = {
  toggleFullScreen: () => done.push("screen"),
  openSpeaker: () => done.push("speaker"),
};
let show: Show;
let isStill = false;

beforeEach(() => {
  isStill = false;
  done.length = 0;
  const bands = bandsAround((week) => week / 100, WEEKS);
  const results = signal({ ...emptySource().results.value, runs: 4 });
  show = createShow({ ...emptySource(), results, bandsOf: () => bands }, () => isStill);
  show.goTo(0);
});

const press = (key: string): boolean => obeyKey(show, HALL, key);
const play = (frames: number): void => {
  for (let i = 0; i < frames; i++) show.advance(1);
};

describe("a clicker", () => {
  test("leads through the story and back with its two keys alone", () => {
    const seen = [show.at.value];
    for (let i = 0; i < last + 3; i++) {
      press("PageDown");
      seen.push(show.at.value);
    }
    expect(seen).toEqual([...Array.from({ length: last + 1 }, (_, i) => i), last, last, last]);
    for (let i = 0; i <= last; i++) press("PageUp");
    expect(show.at.value).toBe(0);
    expect(show.isPlaying.value).toBe(false);
  });

  test("brings a blank screen back before it moves on", () => {
    press("b");
    expect(show.isBlank.value).toBe(true);
    press("PageDown");
    expect([show.isBlank.value, show.at.value]).toEqual([false, 0]);
  });
});

describe("keys", () => {
  test("belong to one action each, and every action has one", () => {
    const keys = ACTIONS.flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { keys: own, keyText, meaning } of ACTIONS) {
      expect(own.length).toBeGreaterThan(0);
      expect(`${keyText} ${meaning}`).not.toMatch(/undefined/);
    }
  });

  test("are those a presenter knows", () => {
    const actionOf = (key: string): string | undefined =>
      ACTIONS.find(({ keys }) => keys.includes(key))?.name;
    for (const key of ["ArrowRight", " ", "n", "PageDown"]) expect(actionOf(key)).toBe("next");
    for (const key of ["ArrowLeft", "p", "PageUp"]) expect(actionOf(key)).toBe("back");
    const others = { f: "screen", s: "speaker", r: "future", c: "swap", d: "dark", b: "blank", "?": "keys" };
    for (const [key, name] of Object.entries(others)) expect(actionOf(key)).toBe(name);
    expect(actionOf("Escape")).toBe("leave");
  });

  test("1 to 9 go to steps there are", () => {
    expect(press("3")).toBe(true);
    expect(show.at.value).toBe(2);
    expect(press(String(last + 2))).toBe(false);
    expect(press("0")).toBe(false);
    expect(show.at.value).toBe(2);
  });

  test("do the same in capitals; others do nothing", () => {
    press("F");
    press("S");
    expect(done).toEqual(["screen", "speaker"]);
    for (const key of ["x", "Tab", "Shift", "F5", "é"]) expect(press(key)).toBe(false);
  });

  test("change the future, the plan, the light, and who is followed", () => {
    for (const key of ["r", "r", "c", "d", "w"]) press(key);
    expect([show.replicate.value, show.swap.value, show.isLight.value]).toEqual([2, 1, true]);
    expect(show.followed.value).toBeGreaterThanOrEqual(0);
    press("c");
    expect(show.swap.value).toBe(0);
    press("Escape");
    expect(show.followed.value).toBe(-1);
  });
});

describe("playing", () => {
  test("goes frame by frame from the week of the step before to the step's own, and stops", () => {
    const { from, to } = spanOf(story, 0);
    expect([show.tick.value, show.isPlaying.value]).toEqual([from, true]);
    play(5);
    expect(show.tick.value).toBe(from + 5);
    play(to - from);
    expect([show.tick.value, show.isPlaying.value]).toEqual([to, false]);
  });

  test("goes on in the end at every speed, and half speed takes twice the frames", () => {
    for (const [i, speed] of SPEEDS.entries()) {
      show.speed.value = i;
      show.goTo(0);
      play(20);
      expect(show.tick.value).toBe(20 * speed);
    }
  });

  test("can be paused, taken up, begun again, and goes on from wherever the week was put", () => {
    play(3);
    press("k");
    play(3);
    expect(show.tick.value).toBe(3);
    press("k");
    play(2);
    expect(show.tick.value).toBe(5);
    show.scrub(WEEKS - 2);
    expect(show.tick.value).toBe((WEEKS - 2) * TICKS_PER_WEEK);
    expect(show.isBeyond.value).toBe(true);
    press("k");
    play(1000);
    expect(show.tick.value).toBe(WEEKS * TICKS_PER_WEEK);
    press("k");
    expect(show.tick.value).toBe(spanOf(story, 0).from);
  });

  test("is cut to the end of each step where no motion is wanted", () => {
    isStill = true;
    for (let step = 0; step <= last; step++) {
      show.goTo(step);
      expect([show.tick.value, show.isPlaying.value]).toEqual([spanOf(story, step).to, false]);
    }
  });

  test("in a loop, goes from step to step and from the last to the first", () => {
    press("l");
    const seen = new Set<number>();
    let isAround = false;
    for (let i = 0; i < 8000 && !isAround; i++) {
      show.advance(1);
      seen.add(show.at.value);
      isAround = seen.size === last + 1 && show.at.value === 0;
    }
    expect(isAround).toBe(true);
    press("Escape");
    expect([show.isLooping.value, show.isPlaying.value]).toEqual([false, false]);
  });
});

describe("a prediction", () => {
  test("begins where the step does, hides nothing of what is known, and is revealed by playing", () => {
    play(4);
    press("g");
    const { from, to } = spanOf(story, 0);
    expect(show.tick.value).toBe(from);
    expect(show.guess.value).toMatchObject({
      from: 0,
      to: to / TICKS_PER_WEEK,
      isRevealed: false,
      isMade: false,
    });
    show.guess.value = picked(show.guess.value!, 0.8);
    expect(show.guess.value.values.at(-1)).toBe(0.8);
    expect(show.guess.value.values[0]).toBe(0);
    press("g");
    expect(show.guess.value).toMatchObject({ isRevealed: true, isMade: true });
    expect(show.isPlaying.value).toBe(true);
    press("PageDown");
    expect(show.guess.value).toBeNull();
  });

  test("can be drawn: strokes change the weeks they pass, and the line goes on level", () => {
    press("g");
    const guess = show.guess.value!;
    const one = drawn(guess, { week: 4, value: 0.2 }, { week: 8, value: 0.6 });
    expect(one.values.slice(0, 10)).toEqual([0, 0, 0, 0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.6]);
    const back = drawn(one, { week: 8, value: 0.6 }, { week: 6, value: 0.1 });
    expect(back.values[6]).toBeCloseTo(0.1);
    expect(back.values[9]).toBe(0.6);
    expect(drawn(guess, { week: 0, value: 1 }, { week: 0, value: 1 }).values[0]).toBe(0);
  });
});
