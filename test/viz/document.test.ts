/** The document store: commands, drafts, refusals, undo and redo. */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { canonicalOrder, type Intervention } from "../../engine/index.ts";
import { checkDocument, defaultDocument, type Document } from "../../scenarios/index.ts";
import {
  setAssumption,
  setDocumentField,
  takeCompany,
  withHorizon,
} from "../../viz/store/company-commands.ts";
import {
  canRedo,
  canUndo,
  document,
  drafted,
  openDocument,
  redo,
  refusal,
  selected,
  settle,
  undo,
  withdraw,
} from "../../viz/store/document.ts";
import { edit, propose } from "../../viz/store/editing.ts";
import * as plans from "../../viz/store/plan-commands.ts";
import * as steps from "../../viz/store/step-commands.ts";
import { endOf } from "../../viz/store/steps.ts";
import { KINDS, usualStep } from "../../viz/words/fields.ts";
import { leftOutText } from "../../viz/words/left-out.ts";

beforeEach(() => openDocument(defaultDocument()));

const stepsOf = (place: number): Document["plans"][number]["interventions"] =>
  document.value.plans[place].interventions;

describe("a drag", () => {
  test("is one step back, however many weeks it passes", () => {
    const before = document.value;
    for (let week = 1; week <= 30; week++) {
      expect(propose(steps.moveStep("platform-first", 0, week))).toBe(true);
      expect(drafted.value.plans[0].interventions[0].week).toBe(week);
      expect(document.value).toBe(before);
    }
    expect(settle()).toBe(true);
    expect(stepsOf(0).find((step) => step.kind === "platform")?.week).toBe(30);
    undo();
    expect(document.value).toBe(before);
    expect(canUndo.value).toBe(false);
  });

  test("that is given up leaves nothing", () => {
    propose(steps.moveStep("platform-first", 0, 30));
    withdraw();
    expect(drafted.value).toBe(document.value);
    expect(canUndo.value).toBe(false);
  });

  test("that comes back to where it began is no step", () => {
    edit(steps.moveStep("problems-first", 2, 27));
    const before = document.value;
    propose(steps.moveStep("problems-first", 2, 90));
    propose(steps.moveStep("problems-first", 2, before.plans[1].interventions[2].week));
    expect(settle()).toBe(false);
    expect(document.value).toBe(before);
  });

  test("keeps its step selected when the steps change their order", () => {
    selected.value = { plan: "problems-first", step: 0 };
    edit(steps.moveStep("problems-first", 0, 200));
    const place = selected.value;
    expect(place.plan).toBe("problems-first");
    expect(stepsOf(1)[place.step]).toEqual({ week: 200, kind: "communities", count: 12 });
    undo();
    expect(selected.value).toEqual({ plan: "problems-first", step: 0 });
  });
});

describe("a refusal", () => {
  test("changes nothing and says why", () => {
    const before = document.value;
    expect(edit(plans.renamePlan("platform-first", ""))).toBe(false);
    expect(refusal.value).toContain("not text of 1 to 120 characters");
    expect(edit(steps.setField("platform-first", 0, "week", 208))).toBe(false);
    expect(refusal.value).toContain("not in [0, 207]");
    expect(
      edit(
        plans.removePlan("platform-first"),
        plans.removePlan("problems-first"),
        plans.removePlan("same-platform-first"),
      ),
    ).toBe(false);
    expect(refusal.value).toContain("an empty list");
    expect(document.value).toBe(before);
    expect(canUndo.value).toBe(false);
  });

  test("is forgotten with the next change", () => {
    edit(plans.renamePlan("platform-first", ""));
    edit(plans.renamePlan("platform-first", "Another"));
    expect(refusal.value).toBe("");
  });

  test("during a drag leaves the last draft that was allowed", () => {
    propose(steps.setField("platform-first", 1, "intensity", 1.5));
    expect(propose(steps.setField("platform-first", 1, "intensity", 3))).toBe(false);
    settle();
    expect(stepsOf(0).find((step) => step.kind === "campaign")).toMatchObject({ intensity: 1.5 });
  });
});

describe("an end", () => {
  test("is a length where the step has one, from 1 to 104 weeks", () => {
    const place = 1;
    for (const [end, weeks] of [
      [30, 30],
      [0, 1],
      [300, 104],
    ] as const) {
      openDocument(defaultDocument());
      edit(steps.endStep("platform-first", place, end));
      expect(stepsOf(0).find((step) => step.kind === "campaign")).toMatchObject({ week: 0, weeks });
    }
  });

  test("is a stop of its kind where it has none, moved and taken away with it", () => {
    const platform = (): number => stepsOf(0).findIndex((step) => step.kind === "platform");
    edit(steps.endStep("platform-first", platform(), 80));
    expect(stepsOf(0)).toContainEqual({ week: 80, kind: "stop", what: "platform" });
    expect(endOf(stepsOf(0), platform())).toBe(80);
    edit(steps.endStep("platform-first", platform(), 60));
    expect(stepsOf(0).filter((step) => step.kind === "stop")).toEqual([
      { week: 60, kind: "stop", what: "platform" },
    ]);
    edit(steps.endStep("platform-first", platform(), 208));
    expect(stepsOf(0).filter((step) => step.kind === "stop")).toEqual([]);
    expect(endOf(stepsOf(0), platform())).toBeUndefined();
  });

  test("stays where it is when the beginning moves", () => {
    edit(steps.beginStep("platform-first", 1, 5));
    expect(stepsOf(0).find((step) => step.kind === "campaign")).toMatchObject({ week: 5, weeks: 7 });
  });
});

describe("plans", () => {
  test("are added, copied, ordered and deleted, each with an id and a name of its own", () => {
    edit(plans.addPlan({ name: "New plan", interventions: [] }));
    edit(plans.addPlan({ name: "New plan", interventions: [] }));
    edit(plans.duplicatePlan("platform-first"));
    expect(document.value.plans.map(({ id, name }) => [id, name])).toEqual([
      ["platform-first", "Platform first"],
      ["problems-first", "Problems first"],
      ["same-platform-first", "The same, platform first"],
      ["new-plan", "New plan"],
      ["new-plan-2", "New plan 2"],
      ["platform-first-2", "Platform first 2"],
    ]);
    edit(
      plans.shiftPlan("platform-first-2", -1),
      plans.shiftPlan("platform-first", -1),
      plans.removePlan("problems-first"),
    );
    expect(document.value.plans.map(({ id }) => id)).toEqual([
      "platform-first",
      "same-platform-first",
      "new-plan",
      "platform-first-2",
      "new-plan-2",
    ]);
  });

  test("may begin again from the library in the same place", () => {
    edit(plans.takeLibraryPlan("platform-first", "everything-at-once"));
    expect(document.value.plans[0]).toMatchObject({ id: "everything-at-once", name: "Everything at once" });
    expect(document.value.plans.length).toBe(3);
  });
});

test("another company keeps the plans and the document's own assumptions", () => {
  edit(setAssumption("helpBase", 0.7), takeCompany("short-horizon"));
  expect(document.value).toMatchObject({ weeks: 104, assumptions: { helpBase: 0.7 }, name: "Short horizon" });
  expect(stepsOf(1).every((step) => step.week < 104)).toBe(true);
  edit(setDocumentField("name", "Mine"), takeCompany("insurer"));
  expect(document.value).toMatchObject({ weeks: 208, name: "Mine", company: { library: "insurer" } });
});

test("what a shorter horizon leaves out is counted, and nothing is said of a longer one", () => {
  const before = checkDocument({
    ...defaultDocument(),
    goals: [{ measure: "deepShare", value: 0.3, week: 150 }],
    chartNotes: [60, 150, 208].map((week) => ({ measure: "deepShare", value: 0.3, week, text: "Board" })),
  });
  const { length } = before.plans.flatMap((plan) => plan.interventions.filter(({ week }) => week >= 100));
  expect(leftOutText(before, withHorizon(100)(before))).toBe(
    `Beyond the horizon, and left out: ${length} steps, one goal and 2 notes. Undo brings back what was there.`,
  );
  expect(leftOutText(before, withHorizon(300)(before))).toBe("");
});

test("an assumption set to what it usually is, is no change", () => {
  edit(setAssumption("helpBase", 0.7));
  edit(setAssumption("helpBase", 0.6));
  expect(document.value.assumptions).toEqual({});
  edit(takeCompany("ibm-like"), setAssumption("grassroots", 5));
  expect(document.value.assumptions).toEqual({});
});

const place = fc.nat(4);
const week = fc.integer({ min: -20, max: 300 });
const command = fc.oneof(
  fc.tuple(place, place, week).map(
    ([p, s, w]) =>
      (one: Document) =>
        steps.moveStep(idAt(one, p), s, w)(one),
  ),
  fc.tuple(place, place, week).map(
    ([p, s, w]) =>
      (one: Document) =>
        steps.beginStep(idAt(one, p), s, w)(one),
  ),
  fc.tuple(place, place, week).map(
    ([p, s, w]) =>
      (one: Document) =>
        steps.endStep(idAt(one, p), s, w)(one),
  ),
  fc.tuple(place, place).map(
    ([p, s]) =>
      (one: Document) =>
        steps.removeStep(idAt(one, p), s)(one),
  ),
  fc.tuple(place, fc.constantFrom(...KINDS), fc.nat(207)).map(
    ([p, kind, w]) =>
      (one: Document) =>
        steps.addStep(idAt(one, p), usualStep(kind, w))(one),
  ),
  place.map((p) => (one: Document) => plans.duplicatePlan(idAt(one, p))(one)),
  place.map((p) => (one: Document) => plans.removePlan(idAt(one, p))(one)),
  fc.tuple(place, week).map(
    ([p, w]) =>
      (one: Document) =>
        plans.forkPlan(idAt(one, p), w, "Forked")(one),
  ),
  fc.tuple(place, fc.constantFrom(-1 as const, 1 as const)).map(
    ([p, by]) =>
      (one: Document) =>
        plans.shiftPlan(idAt(one, p), by)(one),
  ),
  fc.integer({ min: 1, max: 300 }).map((weeks) => withHorizon(weeks)),
);

function idAt({ plans: all }: Document, at: number): string {
  return all[at % all.length].id;
}

test("whatever is done, the document is valid and in canonical order, and can be undone and done again to the letter", () => {
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 12 }), (commands) => {
      openDocument(defaultDocument());
      const states = [document.value];
      for (const one of commands) if (edit(one)) states.push(document.value);
      for (const state of states) expect(checkDocument(state)).toEqual(state);
      for (const { interventions } of document.value.plans.slice(states.length > 1 ? 0 : 3)) {
        expect(interventions).toEqual(canonicalOrder(interventions as unknown as Intervention[]));
      }
      for (const state of states.toReversed()) {
        expect(document.value).toBe(state);
        undo();
      }
      expect(canUndo.value).toBe(false);
      for (const state of states) {
        expect(document.value).toBe(state);
        redo();
      }
      expect(canRedo.value).toBe(false);
    }),
    { numRuns: 60 },
  );
});
