/** A plan changed at a week shares everything before it with the plan it was made of, bit for bit. */
import { expect, test } from "vitest";
import { MEASURES, run, series } from "../../engine/index.ts";
import { checkDocument, libraryDocument, resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { addPlan, forkPlan, openPast, plansOfPast } from "../../viz/store/plan-commands.ts";
import { addStep, endStep, moveStep, removeStep } from "../../viz/store/step-commands.ts";
import { inOrder } from "../../viz/store/steps.ts";

const FORK = 40;

test("whatever changes from the fork on, all measures before it are the same to the bit", () => {
  const base = libraryDocument("measured-workplace", ["platform-first"]);
  const changes = [
    forkPlan("platform-first", FORK, "Changed"),
    addStep("platform-first-2", { week: FORK, kind: "communities", count: 2 }),
    addStep("platform-first-2", { week: FORK + 3, kind: "council" }),
    endStep("platform-first-2", 0, FORK + 5),
  ];
  const document = checkDocument(inOrder(changes.reduce((one, change) => change(one), base)));
  expect(document.plans[1]).toMatchObject({ id: "platform-first-2", forkWeek: FORK });
  const organisation = resolveOrganisation(document);
  for (const replicate of [0, 1, 2]) {
    const [old, changed] = [0, 1].map((plan) => run(specOf(document, organisation, plan, replicate)));
    for (const { name } of MEASURES) {
      expect(series(changed, name).slice(0, FORK + 1)).toEqual(series(old, name).slice(0, FORK + 1));
    }
    expect(series(changed, "communities")).not.toEqual(series(old, "communities"));
  }
});

test("a fork has a name and an id of its own, also from a fork", () => {
  const base = libraryDocument("start-up", ["platform-first"]);
  const twice = [
    addPlan({ name: "x", interventions: [] }),
    forkPlan("platform-first", 10, "F"),
    forkPlan("platform-first-2", 20, "F"),
  ].reduce((one, change) => change(one), base);
  expect(twice.plans.map(({ id, name, forkWeek }) => [id, name, forkWeek])).toEqual([
    ["platform-first", "Platform first", undefined],
    ["x", "x", undefined],
    ["platform-first-2", "F", 10],
    ["platform-first-3", "F 2", 20],
  ]);
  expect(removeStep("nobody", 0)(twice)).toEqual(twice);
});

test("a fork shares its past until the other plan's is changed, and may have one of its own again", () => {
  const base = libraryDocument("start-up", ["problems-first", "platform-first"]);
  const forked = forkPlan("problems-first", 60, "F")(base);
  const sharing = (one: typeof forked): string[] => plansOfPast(one, one.plans[2]).map(({ id }) => id);
  expect(sharing(forked)).toEqual(["problems-first"]);
  const { length } = forked.plans[0].interventions;
  expect(sharing(removeStep("problems-first", length - 1)(forked))).toEqual(["problems-first"]);
  expect(sharing(moveStep("problems-first", 0, 3)(forked))).toEqual([]);
  const { forkWeek: _, ...rest } = forked.plans[2];
  expect(checkDocument(openPast("problems-first-2")(forked)).plans[2]).toEqual(rest);
});
