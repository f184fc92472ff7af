/** The verb calibrate with a study: one's own weeks fitted, kept, taken up again, written as a document, or refused. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());
const parts = (words: string): string[] => words.split(" ");

const OWN = {
  name: "Own weeks",
  document: { ...(smallStudy()["document"] as object), weeks: 24 },
  factors: [
    { name: "externalProb", distribution: "log uniform", low: 0.002, high: 0.2 },
    { name: "imitationProb", distribution: "uniform", low: 0, high: 0.4 },
  ],
  design: { kind: "latin hypercube", points: 100 },
  outputs: ["registeredShare"],
  observed: { file: "usage.csv", people: true, columns: { users: "registeredShare" } },
};
place.write("own.json", JSON.stringify(smallStudy(OWN)));
place.write("usage.csv", "week,users\n13,2\n14,5\n16,9\n18,12\n20,15\n24,18\n");

test("is fitted once, taken up again from its cache, and gives a document to run", async () => {
  const words = parts(
    "calibrate own.json --runs 400 --particles 30 --draws 40 --cache kept.jsonl --out own-document.json",
  );
  const first = await groundwork([...words, "--progress", "none"]);
  expect(first.stderr).not.toContain("groundwork:");
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^Own weeks: assumptions calibrated to observed weeks, seed small\n/);
  expect(first.stdout).toMatch(/History matching leaves \d/);
  expect(first.stdout).toMatch(/Registered: \d of 6 observed weeks lie in the fitted model's middle 90%/);
  const lines = readFileSync(join(place.folder, "kept.jsonl"), "utf8");
  const again = await groundwork([...words, "--progress", "none"]);
  expect(again.stdout).toBe(first.stdout);
  expect(readFileSync(join(place.folder, "kept.jsonl"), "utf8")).toBe(lines);
  const json = await groundwork([...words, "--json"]);
  expect(JSON.parse(json.stdout)).toMatchObject({
    study: "Own weeks",
    factors: [{ name: "externalProb" }, { name: "imitationProb" }],
    contagion: { verdict: expect.stringMatching(/^(found|none|undecided)$/) },
    posterior: { values: expect.any(Array) },
  });
  const { members } = JSON.parse(json.stdout) as { members: { assumptions: object }[] };
  expect(members).toHaveLength(64);
  expect(Object.keys(members[0].assumptions)).toEqual(["externalProb", "imitationProb"]);
  expect(await groundwork(parts("check own-document.json"))).toMatchObject({ code: 0 });
  expect(await groundwork(parts("run own-document.json --runs 2 --progress none"))).toMatchObject({
    code: 0,
  });
});

describe.concurrent("refused in one line", () => {
  place.write("none.json", JSON.stringify(smallStudy()));
  place.write("lost.json", JSON.stringify(smallStudy({ ...OWN, observed: { file: "lost.csv" } })));
  place.write(
    "plan.json",
    JSON.stringify(smallStudy({ ...OWN, observed: { file: "usage.csv", plan: "third" } }), undefined, 1),
  );
  place.write("late.csv", "week,users\n13,2\n14,5\n30,9\n");
  place.write("many.csv", "week,users\n13,2\n14,25\n15,9\n");
  place.write("back.csv", "week,users\n13,2\n13,5\n15,9\n");

  test.each([
    ["calibrate none.json", "missing observed, the data to calibrate to; neither in the study nor by --data"],
    ["calibrate lost.json", 'cannot read "lost.csv"; no such file or folder'],
    ["calibrate plan.json", 'invalid observed.plan; not a plan of the document: "third" (plan.json:'],
    ["calibrate own.json --data late.csv", 'invalid week; after the document\'s last, 24: 30 ("late.csv")'],
    [
      "calibrate own.json --data many.csv",
      'invalid registeredShare; not a number in [0, 24]: "25" (many.csv:3)',
    ],
    ["calibrate own.json --data back.csv", "invalid week; not after 13: 13 (back.csv:3)"],
    ["calibrate own.json --runs 399", "invalid runs; not a whole number in [400, 10000000]"],
    ["calibrate own.json --out own.json/x", 'cannot write to "own.json/x"'],
  ])("%s", async (words, says) => {
    const ended = await groundwork(parts(words));
    expect(ended.stdout).toBe("");
    expect(ended.code).toBe(words.includes("--out") ? 3 : 2);
    expect(ended.stderr).toMatch(/^groundwork: [^\n]+\n$/);
    expect(ended.stderr).toContain(says);
    expect(existsSync(join(place.folder, "x"))).toBe(false);
  });
});
