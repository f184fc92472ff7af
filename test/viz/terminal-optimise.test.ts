/** The verb optimise: sentences, tables and a document that can be run; bad input in one line with exit code 2. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makePlace, smallDocument } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());
place.write("question.json", JSON.stringify(smallDocument({ company: { employees: 40 } })));
const parts = (words: string): string[] => words.split(" ");

test("the plan found is told, kept, taken up again, and opens as a document", async () => {
  const words = parts("optimise question.json --budget 1000 --out found.json --cache kept.jsonl");
  const first = await groundwork([...words, "--progress", "none"]);
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(
    /^Small question: the best plan that \d+ runs find\n40 employees · 40 weeks · \d+ scenarios/,
  );
  expect(first.stdout).toMatch(/the best\s+of the 120 orders, [CKETP]{5}/);
  expect(first.stdout).toMatch(/\nruns +best mean so far +scenarios\n/);
  const kept = readFileSync(join(place.folder, "kept.jsonl"), "utf8");
  const json = await groundwork([...words, "--json"]);
  expect(readFileSync(join(place.folder, "kept.jsonl"), "utf8")).toBe(kept);
  expect(JSON.parse(json.stdout)).toMatchObject({
    seed: "test",
    verdict: expect.stringMatching(/^(beats|can't tell|loses)$/),
    contenders: expect.any(Array),
  });
  const document = JSON.parse(readFileSync(join(place.folder, "found.json"), "utf8")) as {
    plans: { id: string }[];
  };
  expect(document.plans[0].id).toBe("best-found");
  expect(document.plans.at(-1)!.id).toBe("best-order");
  const run = await groundwork(parts("run found.json --runs 2 --progress none"));
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain("Best found");
});

describe.concurrent("refused in one line", () => {
  place.write("none.json", "{}");
  place.write("odd.json", JSON.stringify({ members: [{ assumptions: { wageUsdPerHour: 1e9 } }] }));
  place.write("text.json", JSON.stringify({ members: [{ assumptions: { wageUsdPerHour: "much" } }] }));

  test.each([
    ["optimise question.json", "required option '--budget <N>' not specified"],
    ["optimise question.json --budget 999", "invalid budget; not a whole number in [1000, 10000000]"],
    ["optimise question.json --budget 1000 --spend 0", 'invalid spend; not above 0: "0"'],
    ["optimise question.json --budget 1000 --members none.json", "invalid members; no list of members"],
    ["optimise question.json --budget 1000 --members odd.json", "invalid assumptions.wageUsdPerHour"],
    [
      "optimise question.json --budget 1000 --members text.json",
      "a member without assumptions that are numbers",
    ],
    ["optimise nowhere.json --budget 1000", 'cannot read "nowhere.json"'],
  ])("%s", async (words, says) => {
    const ended = await groundwork(parts(words));
    expect([ended.code, ended.stdout]).toEqual([2, ""]);
    expect(ended.stderr).toMatch(/^groundwork: [^\n]+\n$/);
    expect(ended.stderr).toContain(says);
  });
});
