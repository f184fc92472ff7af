/** What can be done to a story: steps added, ordered, deleted, written; undone like any change; true to its plans. */
import { beforeEach, describe, expect, test } from "vitest";
import { defaultDocument, storyOf, type StoryStep } from "../../scenarios/index.ts";
import { document, openDocument, refusal, undo } from "../../viz/store/document.ts";
import { edit } from "../../viz/store/editing.ts";
import { removePlan, renamePlan, takeLibraryPlan } from "../../viz/store/plan-commands.ts";
import {
  addLanguage,
  addStoryStep,
  removeLanguage,
  removeStoryStep,
  resetStory,
  setStoryField,
  setStoryWords,
  shiftStoryStep,
} from "../../viz/store/story-commands.ts";

beforeEach(() => openDocument(defaultDocument()));

const steps = (): readonly StoryStep[] => storyOf(document.value).steps;
const names = (): string[] => steps().map(({ name }) => name);

describe("a story", () => {
  test("follows from the plans until it is changed, and again when it is reset", () => {
    expect(document.value.story).toBeUndefined();
    const before = steps();
    expect(edit(setStoryField(1, "headline", "Ours"))).toBe(true);
    expect(steps()[1].headline).toBe("Ours");
    expect(steps().toSpliced(1, 1)).toEqual(before.toSpliced(1, 1));
    edit(resetStory);
    expect(document.value.story).toBeUndefined();
    undo();
    undo();
    expect(document.value).toEqual(defaultDocument());
  });

  test("takes steps, gives them away and puts them in order", () => {
    const before = names();
    edit(addStoryStep(1));
    expect(names()).toEqual([...before.slice(0, 2), "New step", ...before.slice(2)]);
    expect(steps()[2]).toMatchObject({ week: steps()[1].week, plans: steps()[1].plans });
    edit(shiftStoryStep(2, -1));
    expect(names()[1]).toBe("New step");
    edit(shiftStoryStep(0, -1));
    expect(names()[1]).toBe("New step");
    edit(removeStoryStep(1));
    expect(names()).toEqual(before);
    for (let i = 0; i < 10; i++) edit(removeStoryStep(0));
    expect(names()).toEqual(["Side by side"]);
  });

  test("leaves out what may be left out", () => {
    edit(setStoryField(0, "highlight", undefined), setStoryField(0, "notes", undefined));
    expect(steps()[0]).not.toHaveProperty("highlight");
    expect(steps()[0]).not.toHaveProperty("notes");
  });

  test("refuses what the schema refuses, and stays", () => {
    expect(edit(setStoryField(0, "headline", ""))).toBe(false);
    expect(refusal.value).toBe('invalid story.steps[0].headline; not text of 1 to 160 characters: ""');
    expect(edit(setStoryField(0, "week", 209))).toBe(false);
    expect(document.value).toEqual(defaultDocument());
  });
});

describe("a story of a document whose plans change", () => {
  beforeEach(() => void edit(setStoryField(0, "headline", "Ours")));

  test("loses a plan that is gone, and the steps that tell of nothing else", () => {
    expect(edit(removePlan("platform-first"))).toBe(true);
    expect(steps().at(-1)!.plans).toEqual(["problems-first"]);
    expect(edit(removePlan("problems-first"))).toBe(true);
    expect(document.value.story).toBeUndefined();
    undo();
    expect(steps()[0].headline).toBe("Ours");
  });

  test("follows a plan that is replaced in its place", () => {
    expect(edit(takeLibraryPlan("problems-first", "everything-at-once"))).toBe(true);
    expect(steps()[0].plans).toEqual(["everything-at-once"]);
    expect(steps().at(-1)!.plans).toEqual(["everything-at-once", "platform-first"]);
  });

  test("knows plans by what doesn't change with their names", () => {
    edit(renamePlan("problems-first", "Other"));
    expect(steps()[0].plans).toEqual(["problems-first"]);
  });
});

describe("a story's other languages", () => {
  const inGerman = (): string[] => document.value.story!.translations![0].steps.map(({ name }) => name);

  test("begin with its own words, are written over, follow every change of the order, and go", () => {
    edit(addLanguage("de"));
    expect(inGerman()).toEqual(names());
    const before = names();
    edit(setStoryWords("de", 1, "name", "Der Rat"), setStoryWords("de", 1, "notes", undefined));
    expect(names()).toEqual(before);
    expect(inGerman()[1]).toBe("Der Rat");
    expect(document.value.story!.translations![0].steps[1]).not.toHaveProperty("notes");
    edit(shiftStoryStep(1, -1));
    expect(inGerman()[0]).toBe("Der Rat");
    edit(addStoryStep(0));
    expect(inGerman().slice(0, 2)).toEqual(["Der Rat", "New step"]);
    edit(removeStoryStep(1));
    expect(inGerman()).toHaveLength(names().length);
    edit(removeLanguage("de"));
    expect(document.value.story).not.toHaveProperty("translations");
  });

  test("lose the steps whose plan is gone, as the story does", () => {
    edit(addLanguage("de"), setStoryField(0, "plans", ["platform-first"]));
    const left = names().slice(1);
    edit(removePlan("platform-first"));
    expect(names()).toEqual(left);
    expect(inGerman()).toEqual(left);
  });

  test("are refused twice, and where they are none", () => {
    edit(addLanguage("de"));
    expect(edit(addLanguage("de"))).toBe(false);
    expect(edit(addLanguage("German, please"))).toBe(false);
    expect(refusal.value).toContain("not a language tag");
  });
});
