/** Words around the stage: completions of placeholders, one employee's line, the speaker's timer. */
import { describe, expect, test } from "vitest";
import { FILM_STATE, type Film } from "../../../engine/index.ts";
import { ACTIONS } from "../../../viz/present/actions.ts";
import { checkDocument, defaultDocument } from "../../../scenarios/index.ts";
import { NO_RESULTS } from "../../../viz/store/story-results.ts";
import { tellStep } from "../../../viz/words/story.ts";
import { lifeText } from "../../../viz/present/life.ts";
import { suggestionsFor } from "../../../viz/present/suggestions.ts";
import { RESULT_NAMES } from "../../../viz/words/placeholders.ts";
import { textOf } from "../../lint/sources.ts";
import { SMALL_DOCUMENT } from "./scene.kit.ts";

describe("completions", () => {
  const of = (before: string): string[] =>
    suggestionsFor(before, SMALL_DOCUMENT).list.map(({ text }) => text);

  test("are names first, then plans, then the other plan", () => {
    expect(of("{de")).toEqual(["{deep}"]);
    expect(of("By {month}, {NETV")).toEqual(["{netValue}"]);
    expect(of("{deep:")).toEqual(["{deep:platform-first}", "{deep:problems-first}"]);
    expect(of("{deep:pro")).toEqual(["{deep:problems-first}"]);
    expect(of("{wins:pro")).toEqual(["{wins:problems-first/"]);
    expect(of("{wins:problems-first/")).toEqual(["{wins:problems-first/platform-first}"]);
  });

  test("are none where no brace is open, a name is unknown, or needs no plan", () => {
    for (const before of ["", "deep", "{deep}", "{nobody:", "{month:", "{deep:x", "{ deep"])
      expect(of(before)).toEqual([]);
  });

  test("begin where the brace does, and an open brace alone lists names", () => {
    expect(suggestionsFor("By {month}, {d", SMALL_DOCUMENT).from).toBe("By {month}, ".length);
    expect(of("{").length).toBeGreaterThan(4);
  });
});

describe("one employee's line", () => {
  function filmOf(states: readonly number[]): Film {
    // The second of two seats.
    const bytes = Uint8Array.from(states.flatMap((state) => [0, state | 8]));
    return { weeks: states.length - 1, seatCount: 2, states: bytes } as unknown as Film;
  }
  const { none, registered, reader, contributor, deep, absent } = FILM_STATE;
  const line = (...states: number[]): string => lifeText(filmOf(states), 1, states.length - 1);

  test("tells when they first came so far, the deepest of a month, and where they are now", () => {
    expect(line(none, none)).toBe("Nothing so far.");
    expect(line(none, none, registered, reader)).toBe("In month 1 a reader.");
    const later = [none, registered, none, none, none, none, contributor, none, none, none, deep, reader];
    expect(line(...later)).toBe(
      "In month 1 registered, in month 2 a contributor, in month 3 deep in practice; now a reader.",
    );
  });

  test("tells of nobody when the seat is empty", () => {
    expect(line(registered, absent)).toBe("At the start registered; the seat is empty.");
    expect(line(none, absent)).toBe("Nothing so far; the seat is empty.");
  });
});

describe("the page of documentation", () => {
  const page = textOf("docs/present.md");

  test("lists every key and every name of a result", () => {
    for (const { keyText, meaning } of ACTIONS) expect(page).toContain(`| ${keyText} | ${meaning} |`);
    for (const { name, meaning } of RESULT_NAMES) expect(page).toContain(`| \`${name}\` | ${meaning} |`);
  });

  test("shows a story that a document takes, and whose results are all known", () => {
    const [, json] = /```json\n([^]*?)```/.exec(page)!;
    const document = checkDocument({ ...defaultDocument(), story: JSON.parse(json) as unknown });
    const [step] = document.story!.steps;
    const { headline, text } = tellStep(step, { document, results: NO_RESULTS, headcount: 1 });
    expect([...headline.troubles, ...text.troubles]).toEqual([]);
  });
});
