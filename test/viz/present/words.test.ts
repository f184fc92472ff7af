/** Words around the stage: completions of placeholders, one employee's line, the speaker's timer. */
import { describe, expect, test } from "vitest";
import { createPool, spawnHere } from "../../../workers/index.ts";
import { diaryOf } from "../../../viz/people/diary.ts";
import { diaryRows } from "../../../viz/people/diary-words.ts";
import { calledOf } from "../../../viz/people/person-names.ts";
import { createSights } from "../../../viz/people/sights.ts";
import { ACTIONS } from "../../../viz/present/actions.ts";
import { checkDocument, defaultDocument } from "../../../scenarios/index.ts";
import { NO_RESULTS } from "../../../viz/store/story-results.ts";
import { tellStep } from "../../../viz/words/story.ts";
import { diaryLine } from "../../../viz/present/diary-line.ts";
import { suggestionsFor } from "../../../viz/present/suggestions.ts";
import { RESULT_NAMES } from "../../../viz/words/placeholders.ts";
import { textOf } from "../../lint/sources.ts";
import { SMALL_DOCUMENT } from "./scene.kit.ts";
import { ENGLISH } from "../notation.kit.ts";

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

describe("the line of whoever is followed", () => {
  const rows = [
    { week: 3, texts: ["Registered."] },
    { week: 20, texts: ["Joined the community."] },
    { week: 21, texts: [""] },
    { week: 40, texts: ["Asked in the community."] },
  ];

  test("is the end of their diary, and nothing of what is still to come", () => {
    expect(diaryLine(rows, 3)).toBe("Nothing so far.");
    expect(diaryLine(rows, 4)).toBe("Month 1: Registered.");
    expect(diaryLine(rows, 30)).toBe("Month 1: Registered. Month 5: Joined the community.");
    expect(diaryLine(rows, 41)).toBe("Month 5: Joined the community. Month 10: Asked in the community.");
  });

  test("is the same person's as in the diaries of Compare", async () => {
    const pool = createPool({ size: 1, spawn: spawnHere });
    const sights = createSights(() => pool);
    const request = {
      document: SMALL_DOCUMENT,
      people: null,
      plan: 1,
      replicate: 0,
      seeing: "events",
    } as const;
    const { film, chronicle } = await sights.see(request);
    pool.close();
    const plan = { name: "Problems first", plan: 1 };
    const told = [...new Set(chronicle!.person.slice(0, chronicle!.count))].slice(0, 20);
    for (const person of told) {
      const diary = diaryOf(film, chronicle!, person);
      const all = diaryRows([{ plan, chronicle: chronicle!, diary }], (one) => calledOf(one, null, ENGLISH));
      const line = diaryLine(all, film.weeks);
      for (const { texts } of all.slice(-2)) expect(line).toContain(texts[0]);
    }
    expect(told.length).toBeGreaterThan(5);
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
