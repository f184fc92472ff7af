/** Bad input of every kind: exit code 2, one line that says what, why and value, nothing on stdout, nothing written. */
import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { makePlace, ROSTER, smallDocument } from "./terminal.kit.ts";

const place = makePlace();
afterAll(() => place.remove());

const TEN_MEGABYTES = 10_000_000;
const noise = Uint8Array.from({ length: TEN_MEGABYTES }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255);
const valid = smallDocument();
const [plan] = valid["plans"] as [object];
const campaign = (fields: object): string =>
  JSON.stringify(
    smallDocument({
      plans: [{ id: "a", name: "A", interventions: [{ week: 0, kind: "campaign", ...fields }] }],
    }),
  );

/** The name of each file says what is wrong with it. */
const DOCUMENTS: Readonly<Record<string, [content: string | Uint8Array, says: RegExp]>> = {
  empty: ["", /malformed JSON/],
  "cut short": [JSON.stringify(valid).slice(0, -20), /malformed JSON/],
  "not an object": ["[]", /./],
  "10 MB of noise": [noise, /cannot read|too large/],
  "10 MB of brackets": ["[".repeat(TEN_MEGABYTES), /too large; over 5 MiB/],
  "4 MB of brackets": ["[".repeat(4_000_000), /deeper than 12/],
  "an unknown key": [JSON.stringify({ ...valid, colour: 1 }), /colour/],
  "no plans": [JSON.stringify({ ...valid, plans: [] }), /plans/],
  "a plan's id twice": [JSON.stringify({ ...valid, plans: [plan, plan] }), /an id twice: "first"/],
  "a plan without id": [JSON.stringify({ ...valid, plans: [{ name: "A", interventions: [] }] }), /id/],
  "an unknown kind": [campaign({ kind: "miracle" }), /kind.*"miracle"/],
  "an intensity of −0": [
    campaign({ weeks: 4, intensity: -0 }).replace('"intensity":0', '"intensity":-0'),
    /intensity; not in \(0, 2\]/,
  ],
  "an intensity of 1e12": [
    campaign({ weeks: 4, intensity: 1e12 }),
    /intensity; not in \(0, 2\]: 1000000000000/,
  ],
  "an intensity of NaN": [
    campaign({ weeks: 4 }).replace('"weeks":4', '"weeks":4,"intensity":NaN'),
    /malformed JSON/,
  ],
  "an intensity of 1e999": [campaign({ weeks: 4 }).replace('"weeks":4', '"weeks":4,"intensity":1e999'), /./],
  "half a week": [campaign({ weeks: 0.5, intensity: 1 }), /weeks/],
  "an employee": [
    JSON.stringify({ ...valid, company: { employees: 1 } }),
    /employees; not in \[20, 1000000\]: 1/,
  ],
  "an unknown company": [
    JSON.stringify({ ...valid, company: { library: "nowhere" } }),
    /unknown company: "nowhere"/,
  ],
  "a later version": [JSON.stringify({ ...valid, groundwork: 999 }), /groundwork|version/],
  __proto__: [`{"__proto__": {"weeks": 3}, ${JSON.stringify(valid).slice(1)}`, /__proto__/],
};

const ROSTERS: Readonly<Record<string, [content: string | Uint8Array, says: RegExp]>> = {
  "nothing at all": ["", /empty/],
  nobody: ["id,unit\n", /empty roster/],
  "an id twice": ["id\n1\n2\n1\n", /repeated id: "1" \(an id twice:4\)/],
  "a missing id": ["id,unit\n1,a\n,b\n", /missing id/],
  "no column of ids": ["name\n1\n", /id/],
  "10 MB of noise": [noise, /UTF-8/],
  "an open quote": ['id,unit\n1,"a\n2,b\n', /./],
};

const TIES: Readonly<Record<string, [content: string, says: RegExp]>> = {
  "an unknown person": ["source,target\n1,99\n", /"99" \(an unknown person:2\)/],
  "a self-tie": ["source,target\n1,1\n", /self-tie|themselves/],
  "a weight that is no number": ["source,target,weight\n1,2,heavy\n", /heavy/],
  "no targets": ["source\n1\n", /target/],
};

const WORDS: readonly [words: string, says: RegExp][] = [
  ["", /missing verb/],
  ["fly", /fly/],
  ["run --fly", /--fly/],
  ["run a b", /too many arguments/],
  ["run --runs 0", /invalid runs; not a whole number in \[1, 100000\]: "0"/],
  ["run --runs -1", /"-1"/],
  ["run --runs 1e9", /"1e9"/],
  ["run --runs abc", /"abc"/],
  ["run --runs 1.5", /"1.5"/],
  ["run --runs 100001", /"100001"/],
  ["run --runs", /--runs/],
  ["run --weeks 0", /invalid weeks; not a whole number in \[1, 1040\]: "0"/],
  ["run --weeks 1041", /"1041"/],
  ["run --workers -1", /workers/],
  ["run --plans nobody", /unknown plan; .*: "nobody"/],
  ["run --plans nothing,nothing", /named twice: "nothing"/],
  ["run --plans ,", /plans/],
  ["run --seed=", /seed/],
  ["run --ties x.csv", /ties without a roster/],
  ["run --progress loud", /loud/],
  ["run missing.json", /cannot read "missing.json"; no such file/],
  ["run .", /cannot read "."; a folder/],
  ["run --roster missing.csv", /cannot read "missing.csv"; no such file/],
  ["run --roster .", /cannot read "."; a folder/],
  ["check", /DOCUMENT/],
  ["diff missing.json missing.json", /missing.json/],
  ["list strategies", /strategies/],
];

/** Runs a command that must be refused. */
async function refused(words: readonly string[], says: RegExp): Promise<void> {
  const before = readdirSync(place.folder);
  const { code, stdout, stderr } = await place.groundwork(words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^groundwork: .+\n$/);
  expect(stderr).toMatch(says);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal/);
  expect(readdirSync(place.folder)).toEqual(before);
}

place.write("valid.json", JSON.stringify(valid));
place.write("valid.csv", ROSTER);
for (const files of [DOCUMENTS, ROSTERS, TIES]) {
  for (const [name, [content]] of Object.entries(files)) place.write(name, content);
}

describe.concurrent("the command line refuses", () => {
  test.each(WORDS)("groundwork %s", (words, says) => refused(words.split(" ").filter(Boolean), says));

  test.each(Object.entries(DOCUMENTS))("a document: %s", async (name, [, says]) => {
    await refused(["run", name, "--runs", "1", "--out", "made"], says);
  });

  test.each(Object.entries(ROSTERS))("a roster: %s", async (name, [, says]) => {
    await refused(["run", "valid.json", "--roster", name, "--runs", "1", "--out", "made"], says);
  });

  test.each(Object.entries(TIES))("ties: %s", async (name, [, says]) => {
    const files = ["--roster", "valid.csv", "--ties", name];
    await refused(["run", "valid.json", ...files, "--runs", "1", "--out", "made"], says);
  });

  test("options that need others", async () => {
    await refused(["run", "--roster", "valid.csv", "--weight", "strength"], /weight without ties/);
    await refused(["run", "--roster", "valid.csv", "--directed"], /directed without ties/);
    await refused(["run", "--roster", "-", "--ties", "-"], /stdin/);
    await refused(["diff", "-", "-"], /stdin/);
  });

  test("a document on stdin", async () => {
    const { code, stdout, stderr } = await place.groundwork(["run", "-"], noise);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^groundwork: .*stdin.*\n$/);
  });
});
