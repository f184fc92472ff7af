/** Edited plans: whatever is edited at whatever week, going on from a kept past gives what a new run gives. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createWorld,
  digestByColumn,
  pastBytes,
  resumeWorld,
  run,
  runTwin,
  savePast,
  step,
  type GroupBy,
  type Intervention,
  type RunSpec,
  type Trace,
  type Twin,
} from "../../engine/index.ts";
import { createHistory } from "../../workers/history.ts";
import { KEPT_BYTES } from "../../workers/kept.ts";
import { createMemory } from "../../workers/memory.ts";
import { createNodePool } from "../../workers/node.ts";
import { createRunner } from "../../workers/runner.ts";
import { isCancelled, weeksOf, type Task } from "../../workers/task.ts";
import { BUSY, EVERYTHING, interventions, specOf, specs, stepWeeks } from "../laws/worlds.ts";
import { companyOf, textOf } from "./kit.ts";

/** An edit: interventions that come, and the places of those that go. */
interface Edit {
  readonly added: readonly Intervention[];
  readonly removed: readonly number[];
}

const edits: fc.Arbitrary<Edit> = fc.record({
  added: fc.array(interventions, { maxLength: 2 }),
  removed: fc.array(fc.nat(9), { maxLength: 2 }),
});

function edited(plan: readonly Intervention[], { added, removed }: Edit): Intervention[] {
  return [...plan.filter((_, i) => !removed.includes(i)), ...added];
}

function taskOf(
  { company: _company, plan: _plan, ...spec }: RunSpec,
  plans: Task["plans"],
  more: Partial<Task>,
): Task {
  return { spec, plans, ...more };
}

/** What a trace says, its groups included. */
function wordsOf(traces: readonly Trace[]): unknown {
  return [textOf({ run: 0, traces }), traces.map(({ groups }) => groups)];
}

function freshWords(spec: RunSpec, plans: Task["plans"], groupBy: readonly GroupBy[], twin: Twin): unknown {
  return wordsOf(plans.map((plan) => run({ ...spec, plan }, { groupBy, twin })));
}

describe("a plan that is edited", () => {
  test("at any week, again and again, gives the traces and groups of new runs in 200 cases", async () => {
    const room = fc.constantFrom(2 ** 20, 2 ** 22, KEPT_BYTES / 16, KEPT_BYTES);
    const groupBy = fc.constantFrom<readonly GroupBy[]>([], ["unit", "role"]);
    const changes = fc.array(edits, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(specs, interventions, changes, room, groupBy, async (some, other, all, bytes, by) => {
        const spec = { ...some, replicate: some.replicate % 16 };
        const twin = runTwin(spec);
        const runner = createRunner(() => {});
        runner.setCompany(spec.company);
        let plans: Task["plans"] = [spec.plan, [other]];
        for (const edit of [{ added: [], removed: [] }, ...all]) {
          plans = [edited(plans[0], edit), plans[1]];
          const traces = await runner.runTask(taskOf(spec, plans, { keptBytes: bytes, groupBy: by }));
          expect(wordsOf(traces)).toEqual(freshWords(spec, plans, by, twin));
        }
      }),
      { numRuns: 200 },
    );
  }, 300_000);

  test("after its programme was cancelled gives the traces of a new run", () => {
    const parameters = { ...BUSY, gateFloor: 1, isGateOn: 1 };
    const spec = specOf({ parameters, plan: EVERYTHING, weeks: 160 });
    const first = createWorld(spec);
    stepWeeks(first, 130);
    expect(first.state.firm.cancelledWeek[0]).toBeGreaterThan(0);
    const later = (kind: Intervention["kind"]) => ({ week: 140, kind, experts: 2, ratio: 9, roleClarity: 1 });
    const plan = [...EVERYTHING, later("center") as Intervention, later("tribe") as Intervention];
    const resumed = resumeWorld(first, { ...spec, plan }, 130, savePast(first));
    const fresh = stepWeeks(createWorld({ ...spec, plan }), 160);
    expect(digestByColumn(stepWeeks(resumed, 30))).toEqual(digestByColumn(fresh));
  });

  test("has the same past, byte for byte, as any other that agrees until then", () => {
    fc.assert(
      fc.property(specs, fc.array(interventions, { maxLength: 4 }), fc.nat(17), (spec, others, week) => {
        const later = others.filter((item) => item.week >= week);
        const earlier = spec.plan.filter((item) => item.week < week);
        const pastOf = (plan: readonly Intervention[]) => {
          const world = stepWeeks(createWorld({ ...spec, plan }), week);
          const past = savePast(world);
          expect(pastBytes(world)).toBe(past.byteLength);
          return Buffer.from(past);
        };
        expect(pastOf([...later, ...earlier]).equals(pastOf(spec.plan))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("is refused at a past that isn't its own", () => {
    const world = createWorld(specOf({ plan: EVERYTHING }));
    const past = savePast(stepWeeks(world, 10));
    expect(() => resumeWorld(world, specOf(), 10, past)).toThrow(/past of another world; \d+ bytes/);
  });
});

describe("a history", () => {
  const spec = specOf({ company: companyOf(300), weeks: 104 });
  const planAt = (week: number): Intervention[] => [
    { week: 0, kind: "communities", count: 2 },
    { week, kind: "platform" },
  ];

  /** Runs a plan to its end; the week it began in. */
  function finish(history: ReturnType<typeof createHistory>, plan: Intervention[]): number {
    const asked = { ...spec, plan };
    const world = history.resume(asked) ?? createWorld(asked);
    const start = world.state.firm.week[0];
    while (world.state.firm.week[0] < spec.weeks) {
      history.visit(world);
      step(world);
    }
    history.finish(plan, run(asked));
    return start;
  }

  test("lets a changed plan begin at the last past before its change, and the next one at the change itself", () => {
    const history = createHistory(2 ** 26);
    expect(finish(history, planAt(60))).toBe(0);
    expect(finish(history, planAt(70))).toBe(52);
    expect(finish(history, planAt(67))).toBe(65);
    expect(finish(history, planAt(68))).toBe(67);
    expect(finish(history, [...planAt(68), { week: 103, kind: "council" }])).toBe(91);
    expect(finish(history, planAt(90))).toBe(68);
  });

  test("never holds more than its room, and thins its pasts rather than losing the latest", () => {
    const one = createWorld(spec).buffer.byteLength;
    for (const pasts of [3, 5, 8]) {
      const room = createHistory(2 ** 30);
      finish(room, planAt(60));
      const ground = room.bytes() % one;
      const history = createHistory(ground + one * pasts);
      const starts = [60, 70, 65, 20, 64, 90].map((week) => {
        const start = finish(history, planAt(week));
        expect(history.bytes()).toBeLessThanOrEqual(ground + one * pasts);
        return start;
      });
      expect(Math.max(...starts)).toBeGreaterThan(0);
    }
  });

  test("keeps nothing where not even one past fits", () => {
    const history = createHistory(1000);
    expect(finish(history, planAt(60))).toBe(0);
    expect(finish(history, planAt(70))).toBe(0);
    expect(history.bytes()).toBe(0);
  });
});

describe("a worker's memory", () => {
  const { spec } = taskOf(specOf({ company: companyOf(300), weeks: 26 }), [], {});
  const taskFor = (replicate: number, more: Partial<Task> = {}): Task => ({
    spec: { ...spec, replicate },
    plans: [],
    keptBytes: KEPT_BYTES / 2,
    ...more,
  });

  test("holds half of the first sixteen replicates in each of two workers", () => {
    const memory = createMemory();
    const kept = [0, 1, 2, 3, 4, 5, 6, 7].map((replicate) => memory.historyOf(taskFor(replicate)));
    expect(kept.every((history) => history !== undefined)).toBe(true);
    expect(memory.historyOf(taskFor(16))).toBeUndefined();
    expect(memory.historyOf(taskFor(3, { keptBytes: 0 }))).toBeUndefined();
  });

  test("keeps what comes round again when one too many comes round, and lets go what does not", () => {
    const memory = createMemory();
    const round = (...replicates: number[]) => replicates.map((one) => memory.historyOf(taskFor(one)));
    const first = round(0, 1, 2, 3, 4, 5, 6, 7, 8);
    const second = round(0, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(second).toEqual(first);
    expect(second[8]).toBeUndefined();
    for (let i = 0; i < 3; i++) round(1, 2, 3, 4, 5, 6, 7, 8);
    expect(round(1, 8)).toEqual([first[1], expect.anything()]);
  });

  test("forgets a question with the next one: other weeks, assumptions or groups", () => {
    const memory = createMemory();
    const first = memory.historyOf(taskFor(0));
    expect(memory.historyOf(taskFor(0, { plans: [[{ week: 3, kind: "council" }]] }))).toBe(first);
    for (const other of [{ groupBy: ["unit"] as const }, { spec: { ...spec, weeks: 27 } }]) {
      expect(memory.historyOf(taskFor(0, other))).not.toBe(first);
    }
  });
});

test("a pool goes on from the change in a request with a key, with the results of new runs", async () => {
  const pool = createNodePool(2);
  const company = companyOf(200);
  const { spec, plans } = taskOf(specOf({ company, weeks: 60 }), [[{ week: 0, kind: "platform" }]], {});
  for (const week of [40, 50, 45]) {
    const both = [plans[0], [...plans[0], { week, kind: "council" } as const]];
    const texts: string[] = [];
    const ask = (replicate: number) => ({ spec: { ...spec, replicate }, plans: both });
    for await (const result of pool.run({ key: "edit", company, runs: 4, taskOf: ask }))
      texts.push(textOf(result));
    const fresh = (replicate: number) =>
      textOf({ run: replicate, traces: both.map((plan) => run({ ...spec, company, replicate, plan })) });
    expect(texts).toEqual([0, 1, 2, 3].map(fresh));
  }
  pool.close();
});

describe("a runner that keeps pasts", () => {
  const company = companyOf(3000);
  const plan: Intervention[] = [{ week: 10, kind: "platform" }];
  const spec = specOf({ company, plan, weeks: 150 });
  const task = taskOf(spec, [plan], { keptBytes: KEPT_BYTES });

  test("stops when it is cancelled midway, and goes on from what it had", async () => {
    let isImpatient = true;
    const told: number[] = [];
    const runner = createRunner(({ weeksDone }) => {
      told.push(weeksDone);
      if (isImpatient && weeksDone > 170) runner.cancelTask();
    });
    runner.setCompany(company);
    const error: unknown = await runner.runTask(task).catch((reason: unknown) => reason);
    expect(isCancelled(error)).toBe(true);
    isImpatient = false;
    told.length = 0;
    const traces = await runner.runTask(task);
    expect(wordsOf(traces)).toEqual(freshWords(spec, [plan], [], runTwin(spec)));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1) ?? 0).toBeLessThanOrEqual(weeksOf(task));
  });

  test("hands out a finished trace again, whatever became of the first", async () => {
    const runner = createRunner(() => {});
    runner.setCompany(company);
    const [first] = await runner.runTask(task);
    const [digest, columns] = [first.digest, first.columns.slice()];
    structuredClone(first, { transfer: [first.columns.buffer as ArrayBuffer] });
    const [second] = await runner.runTask(task);
    expect([second.digest, second.columns]).toEqual([digest, columns]);
  });
});
