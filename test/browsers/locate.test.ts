/** A wrong bit in one engine is reported with its week, column and employee, and never passes or hides as a skip. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MEASURE_INDEX, type World } from "../../engine/index.ts";
import { pack } from "../golden/digests.ts";
import { BUSY, EVERYTHING, specOf } from "../laws/worlds.ts";
import { answerFor, answerText, type BoundaryObserver } from "./answer.ts";
import { checkRow, rowsOf } from "./checks.ts";
import type { Engine } from "./engines.ts";
import { NotHere, type Host, type Place, type Site } from "./host.ts";
import { columnsOf, tallyOf } from "./matrix.ts";
import { startProcess } from "./processes.ts";
import { reportOf } from "./report.ts";
import { askOver, type Ask } from "./task.ts";

const WEEKS = 80;
const SCENE = "small company / everything";
const scenes = new Map([
  [SCENE, specOf({ company: { employeeCount: 60 }, parameters: BUSY, plan: EVERYTHING, weeks: WEEKS })],
]);

/** An engine of this process, over text as all are. */
function engineWith(observe?: BoundaryObserver): Ask {
  const answer = answerFor(scenes, observe);
  return askOver((text) => Promise.resolve(answerText(answer, text)));
}

function placeOf(ask: Ask, name = "suspect"): Place {
  return { name, ask, weeksApart: 1 };
}

const reference = engineWith();
const golden = await reference("golden", { scene: SCENE, weeks: [0, 1, 52, WEEKS], weeksApart: 1 });
const rows = rowsOf(pack(new Map([[SCENE, golden]])), {});
const [scene] = rows;
const exp = rows.find(({ name }) => name.endsWith("× exp"))!;

/** Adds one to the last place of one value of a column. */
function spoil(column: Float32Array | Float64Array, index: number): void {
  const words = new BigUint64Array(1);
  const view = new DataView(words.buffer);
  if (column instanceof Float32Array) {
    view.setFloat32(0, column[index]);
    view.setUint32(0, view.getUint32(0) + 1);
    column[index] = view.getFloat32(0);
  } else {
    view.setFloat64(0, column[index]);
    view.setBigUint64(0, view.getBigUint64(0) + 1n);
    column[index] = view.getFloat64(0);
  }
}

/** An engine whose world is one ulp off from a week on. */
function spoiledAt(at: number, change: (state: World["state"]) => void): Ask {
  return engineWith((world, week) => {
    if (week === at) change(world.state);
  });
}

/** "value (bits) instead of value (bits)" with the first one ulp above the second. */
function expectOneUlp(values: string): void {
  const [, found, expected] = /^\S+ \((\w+)\) instead of \S+ \((\w+)\)$/.exec(values)!;
  expect(BigInt(`0x${found}`) - BigInt(`0x${expected}`)).toBe(1n);
}

describe("an engine that differs", () => {
  it.each([
    ["employee.skill of employee 41", (s: World["state"]) => spoil(s.employee.skill, 41)],
    ["employee.skill of employee 0", (s: World["state"]) => spoil(s.employee.skill, 0)],
    ["employee.willingness of employee 59", (s: World["state"]) => spoil(s.employee.willingness, 59)],
    ["employee.membershipMargin of employee 7", (s: World["state"]) => spoil(s.employee.membershipMargin, 7)],
    ["unit.support of unit 0", (s: World["state"]) => spoil(s.unit.support, 0)],
  ])("by one ulp at week 57 in %s is located there", async (place, change) => {
    const { problem } = await checkRow(scene, placeOf(spoiledAt(57, change)), reference);
    const head = `week 57, ${place}: `;
    expect(problem.slice(0, head.length)).toBe(head);
    expectOneUlp(problem.slice(head.length));
  });

  it.each([0, 1, 52, 53, WEEKS])("from week %i on is located in that week", async (week) => {
    const ask = spoiledAt(week, ({ employee }) => spoil(employee.skill, 41));
    const { problem } = await checkRow(scene, placeOf(ask), reference);
    expect(problem).toContain(`week ${week}, employee.skill of employee 41: `);
  });

  it("and is equal again at the next committed week is located all the same", async () => {
    let before = 0;
    const passing = engineWith(({ state: { employee } }, week) => {
      if (week === 57) {
        before = employee.threshold[41];
        spoil(employee.threshold, 41);
      }
      if (week === 58) employee.threshold[41] = before;
    });
    const { digest, problem } = await checkRow(scene, placeOf(passing), reference);
    expect(problem).toContain("week 57, employee.threshold of employee 41: ");
    expect(digest).toBe(golden.trace);
  });

  it("in two columns is located in the first of the registry, at the first employee", async () => {
    const ask = spoiledAt(57, ({ employee }) => {
      for (const a of [50, 12, 33]) spoil(employee.engagement, a);
      spoil(employee.habit, 2);
    });
    const { problem } = await checkRow(scene, placeOf(ask), reference);
    expect(problem).toContain("week 57, employee.engagement of employee 12: ");
  });

  it("in the week's measures is located with the measure's name", async () => {
    const ask = spoiledAt(57, ({ trace }) =>
      spoil(trace.measures, MEASURE_INDEX.employees * (WEEKS + 1) + 57),
    );
    const { problem } = await checkRow(scene, placeOf(ask), reference);
    expect(problem).toContain("week 57, trace.measures of employees in week 57: ");
  });

  it("in the totals alone is located in the trace against the twin", async () => {
    const ask = engineWith(({ tables }, week) => {
      if (week === 57) tables.discount[30] *= 1.000_001;
    });
    const { problem } = await checkRow(scene, placeOf(ask), reference);
    expect(problem).toContain("week 31, npv against the twin: ");
  });

  it("in a function is located at the argument", async () => {
    const wrong: Ask = async (kind, task) => {
      const answer = await reference(kind, task);
      if (kind === "hash") return "0123456789abcdef" as typeof answer;
      if (kind !== "values" || !("from" in task) || task.from !== 40_000) return answer;
      const { width, bytes } = answer as { width: string; bytes: string };
      const lowest = (Number.parseInt(bytes.slice(160, 162), 16) + 1).toString(16).padStart(2, "0");
      return { width, bytes: bytes.slice(0, 160) + lowest + bytes.slice(162) } as typeof answer;
    };
    const { problem } = await checkRow(exp, placeOf(wrong), reference);
    const [, argument, values] = /^exp\((.*)\) is (.*)$/.exec(problem)!;
    expect(Math.exp(Number(argument)) / Number.parseFloat(values)).toBeCloseTo(1, 12);
    expectOneUlp(values);
  });
});

describe("an engine that doesn't differ from Node", () => {
  it("passes when both are as committed", async () => {
    expect(await checkRow(scene, placeOf(engineWith()), reference)).toEqual({
      digest: golden.trace,
      problem: "",
    });
  });

  it("fails when both differ from what is committed", async () => {
    const both = spoiledAt(57, ({ employee }) => spoil(employee.skill, 41));
    const { problem } = await checkRow(scene, placeOf(both), both);
    expect(problem).toMatch(/^not as committed, week 80: .*; Node differs .* in the same way$/);
  });

  it("fails when it did differ the first time it ran", async () => {
    let runs = 0;
    const fickle = engineWith(({ state }, week) => {
      if (week === 57 && runs++ === 0) spoil(state.employee.skill, 41);
    });
    const { problem } = await checkRow(scene, placeOf(fickle), reference);
    expect(problem).toMatch(/^not as committed, week 80: .*; run again, every week is as in Node$/);
  });
});

describe("the matrix", () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-locate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const site: Site = { url: "", processScript: join(folder, "broken.mjs"), folder };
  const hostOf = (name: string, ask: Ask): Host => ({
    version: "1.2.3",
    places: [placeOf(ask, name)],
    close: () => Promise.resolve(),
  });
  const engineOf = (name: string, start: () => Promise<Host>): Engine => ({
    places: [name],
    start,
  });
  const good = engineOf("good", () => Promise.resolve(hostOf("good", reference)));
  const matrix = { rows: [scene, exp], reference, site };
  const lastLine = (report: string) => report.slice(report.lastIndexOf("\n") + 1);

  it("marks what differs, names it below, and counts it as failed", async () => {
    const ask = spoiledAt(57, ({ employee }) => spoil(employee.skill, 41));
    const bad = engineOf("bad worker", () => Promise.resolve(hostOf("bad worker", ask)));
    const columns = await columnsOf(matrix, [good, bad], () => {});
    const report = reportOf(matrix.rows, columns);
    const digits = golden.trace.slice(0, 8);
    expect(report).toMatch(new RegExp(`^${SCENE} +${digits} +${digits} +≠ \\w{8}$`, "m"));
    expect(report).toContain(`FAILED bad worker, ${SCENE}: week 57, employee.skill of employee 41: `);
    expect(lastLine(report)).toBe("3 passed, 1 failed");
    expect(tallyOf(columns)).toEqual({ passed: 3, failed: 1, skipped: {} });
  });

  it("counts an engine that isn't here as skipped and says why", async () => {
    const absent = engineOf("absent page", () => Promise.reject(new NotHere("no absent on PATH")));
    const report = reportOf(matrix.rows, await columnsOf(matrix, [absent, good], () => {}));
    expect(report).toContain("SKIPPED 2: absent page: no absent on PATH");
    expect(lastLine(report)).toBe("2 passed, 0 failed, 2 skipped");
  });

  it("counts an engine that doesn't start, or ends before it answers, as failed", async () => {
    writeFileSync(site.processScript, "process.exit(3);\n");
    const command = { name: "broken", program: process.execPath, flags: [], version: "20", weeksApart: 1 };
    const mute = engineOf("mute", () => Promise.reject(new Error("no start in 120 s")));
    const broken = engineOf("broken", () => Promise.resolve(startProcess(command, site)));
    const columns = await columnsOf(matrix, [mute, broken], () => {});
    expect(columns[0].checks[0].problem).toBe("no start in 120 s");
    expect(columns[1].checks[0].problem).toBe("the process ended: 3");
    expect(tallyOf(columns)).toEqual({ passed: 0, failed: 4, skipped: {} });
    expect(reportOf(matrix.rows, columns)).toContain("FAILED mute, 2 of 2: no start in 120 s\n");
  });
});
