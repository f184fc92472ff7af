/** What a frame shows: a function of its number alone, with everybody in it. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { storyOf } from "../../../scenarios/index.ts";
import { drawList, fillLit, fillStates, type Scene } from "../../../viz/present/draw-list.ts";
import { frameAt, frameCount, spanOf, TICKS_PER_WEEK } from "../../../viz/present/frames.ts";
import { plain } from "../../../viz/words/rich.ts";
import { HEADCOUNT, SMALL_DOCUMENT, smallScene, WEEKS } from "./scene.kit.ts";

const story = storyOf(SMALL_DOCUMENT);
let scene: Scene;
beforeAll(async () => {
  scene = await smallScene();
});

describe("frames", () => {
  test("pass every tick of every step once, in order", () => {
    const expected = story.steps.flatMap((_, step) => {
      const { from, to } = spanOf(story, step);
      return Array.from({ length: to - from + 1 }, (_unused, i) => ({ step, tick: from + i }));
    });
    expect(frameCount(story)).toBe(expected.length);
    expect(expected.map((_, n) => frameAt(story, n))).toEqual(expected);
  });

  test("before the first are the first, after the last the last", () => {
    expect(frameAt(story, -5)).toEqual({ step: 0, tick: 0 });
    expect(frameAt(story, 1e9)).toEqual({ step: story.steps.length - 1, tick: WEEKS * TICKS_PER_WEEK });
  });

  test("of a step that goes back in time are its last alone", () => {
    const [first, second] = story.steps;
    const turned = { steps: [second, { ...first, week: second.week - 1 }] };
    expect(spanOf(turned, 1).from).toBe(spanOf(turned, 1).to);
  });
});

describe("a draw list", () => {
  test("is a function of n, in whatever order frames are asked for", () => {
    const ns = [0, 7, 100, frameCount(story) - 1];
    const there = ns.map((n) => drawList(scene, n));
    const back = ns.toReversed().map((n) => drawList(scene, n));
    expect(back.toReversed()).toEqual(there);
  });

  test("counts everybody once, at every tick", () => {
    for (let n = 0; n < frameCount(story); n += 5) {
      for (const { counts, states } of drawList(scene, n).companies) {
        expect(states.length).toBe(HEADCOUNT);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(HEADCOUNT);
      }
    }
  });

  test("shows the film's weeks at whole weeks, and between them people of either", () => {
    const film = scene.filmOf(1)!;
    const states = new Uint8Array(film.seatCount);
    const at = (week: number): Uint8Array =>
      film.states.subarray(week * film.seatCount, (week + 1) * film.seatCount);
    for (const week of [0, 12, WEEKS]) {
      fillStates(states, film, week * TICKS_PER_WEEK);
      expect(states).toEqual(at(week));
    }
    let before = -1;
    for (let part = 0; part < TICKS_PER_WEEK; part++) {
      fillStates(states, film, 30 * TICKS_PER_WEEK + part);
      const moved = states.filter((state, a) => state !== at(30)[a]);
      states.forEach((state, a) => expect([at(30)[a], at(31)[a]]).toContain(state));
      // Who has crossed over stays there.
      expect(moved.length).toBeGreaterThanOrEqual(before);
      before = moved.length;
    }
  });

  test("is as minted", async () => {
    const last = frameCount(story) - 1;
    const shown = [0, 40, 200, 300, last].map((n) => {
      const { headline, text, companies, ...rest } = drawList(scene, n);
      return {
        n,
        ...rest,
        headline: plain(headline.words),
        text: plain(text.words),
        companies: companies.map(({ plan, states, counts }) => ({
          plan: plan.name,
          counts: counts.join(" "),
          states: createHash("sha256").update(states).digest("hex").slice(0, 16),
        })),
      };
    });
    await expect(`${JSON.stringify(shown, null, 1)}\n`).toMatchFileSnapshot("../golden/story.txt");
  });

  test("of another plan in a plan's place has its people", () => {
    const n = frameCount(story) - 1;
    const [one, other] = drawList(scene, n).companies;
    const swapped = drawList({ ...scene, swap: 1 }, n).companies;
    expect(swapped).toEqual([other, one]);
  });

  test("lights up those in a state or deeper, and nobody who isn't there", () => {
    const lit = new Uint8Array(4);
    fillLit(lit, Uint8Array.of(4 | 8, 2, 7, 3 | 64), 3);
    expect(Array.from(lit)).toEqual([1, 0, 0, 1]);
  });
});
