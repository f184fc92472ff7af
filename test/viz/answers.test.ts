/** Answers on demand: they give way to the page, go on where they were, and end when nobody wants them. */
import { signal } from "@preact/signals";
import { afterAll, expect, test, vi } from "vitest";
import { series } from "../../engine/index.ts";
import { planOf, type EvaluatePlans } from "../../scenarios/index.ts";
import { pairedTask } from "../../scenarios/paired.ts";
import { createPool, spawnHere, type RunRequest } from "../../workers/index.ts";
import { createAnswers, paceAfter, type Work } from "../../viz/answers/work.ts";
import type { RunSource } from "../../viz/store/results.ts";
import { settingOf } from "../scenarios/evaluation.ts";

const RUNS = 6;
const setting = settingOf(
  { plans: [{ id: "c", name: "C", interventions: [{ week: 0, kind: "communities" }] }], weeks: 8 },
  40,
);
const tasks = Array.from({ length: RUNS }, (_, replicate) =>
  pairedTask(setting, replicate, [planOf(setting.document, setting.organisation, 0)]),
);
const pool = createPool({ size: 1, spawn: spawnHere });
afterAll(() => pool.close());

/** The pool, and what was asked of it. */
function listened(): { source: RunSource; requests: RunRequest[] } {
  const requests: RunRequest[] = [];
  return {
    requests,
    source: {
      run: (request) => {
        requests.push(request);
        return pool.run(request);
      },
    },
  };
}

function workOf(
  key: string,
  answer: (evaluate: EvaluatePlans) => Promise<number[]> = valuesOf,
): Work<number[]> {
  return { key, company: setting.organisation.company, planRuns: 2 * RUNS, answer };
}

async function valuesOf(evaluate: EvaluatePlans): Promise<number[]> {
  const kept = await evaluate(tasks, (trace) => series(trace, "memberShare")[8]);
  return kept.flat();
}

test("an answer is worked out once, and kept by its question", async () => {
  const { source, requests } = listened();
  const answers = createAnswers<number[]>(source, signal(false));
  expect(answers.standingOf("one")).toEqual({ kind: "none" });
  const begun = answers.start(workOf("one"));
  expect(answers.standingOf("one")).toMatchObject({ kind: "working", share: 0, isWaiting: false });
  await begun;
  const standing = answers.standingOf("one");
  expect(standing.kind === "done" && standing.answer.length).toBe(RUNS);
  expect(answers.standingOf("two")).toEqual({ kind: "none" });
  expect(requests.length).toBe(1);
});

test("nothing is run while the page is busy, and work goes on where it gave way", async () => {
  const isBusy = signal(true);
  const { source, requests } = listened();
  const answers = createAnswers<number[]>(source, isBusy);
  const done: number[] = [];
  const begun = answers.start(
    workOf("one", async (evaluate) => {
      const kept = await evaluate(tasks, (trace) => {
        done.push(done.length);
        // In the middle of the work something is dragged.
        if (done.length === 2) isBusy.value = true;
        return series(trace, "memberShare")[8];
      });
      return kept.flat();
    }),
  );
  expect(answers.standingOf("one")).toMatchObject({ isWaiting: true });
  expect(requests.length).toBe(0);
  isBusy.value = false;
  await vi.waitFor(() => expect(answers.standingOf("one")).toMatchObject({ isWaiting: true }));
  const atRest = done.length;
  expect(atRest).toBeLessThan(RUNS);
  isBusy.value = false;
  await begun;
  expect(requests.map(({ first }) => first)).toEqual([0, atRest]);
  const standing = answers.standingOf("one");
  const alone = createAnswers<number[]>(source, signal(false));
  await alone.start(workOf("one"));
  expect(standing).toEqual(alone.standingOf("one"));
});

test("a cancelled answer is none, whether it waits or runs", async () => {
  for (const isWaiting of [true, false]) {
    const answers = createAnswers<number[]>(listened().source, signal(isWaiting));
    const begun = answers.start(workOf("one"));
    answers.cancel();
    await begun;
    expect(answers.standingOf("one")).toEqual({ kind: "none" });
  }
});

test("a newer question ends the older", async () => {
  const answers = createAnswers<number[]>(listened().source, signal(false));
  const older = answers.start(workOf("older"));
  await answers.start(workOf("newer"));
  await older;
  expect(answers.standingOf("older")).toEqual({ kind: "none" });
  expect(answers.standingOf("newer").kind).toBe("done");
});

test("what goes wrong is told in the answer's place, and can be asked again", async () => {
  const answers = createAnswers<number[]>(listened().source, signal(false));
  await answers.start(workOf("one", () => Promise.reject(new Error("no such unit"))));
  expect(answers.standingOf("one")).toEqual({ kind: "failed", why: "no such unit" });
  await answers.start(workOf("one"));
  expect(answers.standingOf("one").kind).toBe("done");
});

test("the share and the time left follow the runs", async () => {
  const answers = createAnswers<number[]>(listened().source, signal(false));
  const shares: number[] = [];
  await answers.start(
    workOf("one", async (evaluate) => {
      const kept = await evaluate(tasks, () => {
        const standing = answers.standingOf("one");
        if (standing.kind === "working") shares.push(standing.share);
        return 0;
      });
      return kept.flat();
    }),
  );
  expect(shares).toEqual(Array.from({ length: RUNS }, (_, i) => i / RUNS));
});

test("what is left is told by the latest runs, not by those that waited for another's", () => {
  let pace = { runs: 0, millis: 0 };
  for (let i = 0; i < 20; i++) pace = paceAfter(pace, 2, 6000);
  expect(pace.millis / pace.runs).toBeCloseTo(3000);
  for (let i = 0; i < 100; i++) pace = paceAfter(pace, 2, 20);
  expect(pace.millis / pace.runs).toBeLessThan(40);
});
