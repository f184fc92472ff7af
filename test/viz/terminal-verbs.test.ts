/** The smaller verbs: check, diff, list and help. */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { MEASURES, PARAMETERS } from "../../engine/index.ts";
import { documentSha256, EVIDENCE, LIBRARY, parseDocument } from "../../scenarios/index.ts";
import { makePlace, ROSTER, smallDocument } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
const small = smallDocument();
place.write("small.json", JSON.stringify(small));
place.write("renamed.json", JSON.stringify({ ...small, name: "Another name" }));
place.write(
  "changed.json",
  JSON.stringify({
    ...small,
    weeks: 44,
    assumptions: { wageUsdPerHour: 60 },
    plans: [(small["plans"] as object[])[0]],
  }),
);
place.write("roster.csv", ROSTER);
place.write(
  "chief.json",
  JSON.stringify(
    smallDocument({
      plans: [
        { id: "a", name: "A", interventions: [{ week: 0, kind: "council", scope: { roles: ["chief"] } }] },
      ],
    }),
    undefined,
    1,
  ),
);
for (const [i, plan] of (small["plans"] as object[]).entries())
  place.write(`plan${i}.json`, JSON.stringify(plan));
afterAll(() => place.remove());

describe.concurrent("check", () => {
  test("says what a valid document asks, with its hash", async () => {
    const { code, stdout, stderr } = await groundwork(["check", "small.json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("valid: Small question");
    expect(stdout).toContain(documentSha256(parseDocument(JSON.stringify(small))));
    expect(stdout).toMatch(/^second +Second +1$/m);
  });

  test("says of a locale without a table how numbers are written, and refuses what is none", async () => {
    const [known, other, none] = await Promise.all(
      ["de-AT", "ja", "a b"].map((locale) => {
        const name = `locale-${locale.replace(" ", "")}.json`;
        place.write(name, JSON.stringify({ ...small, locale }));
        return groundwork(["check", name]);
      }),
    );
    expect([known.code, known.stderr]).toEqual([0, ""]);
    expect([other.code, other.stderr]).toEqual([
      0,
      'numbers and months are written as in English; no table for the locale: "ja"\n',
    ]);
    expect([none.code, none.stdout]).toEqual([2, ""]);
    expect(none.stderr).toMatch(
      /^groundwork: invalid locale; not a language tag such as en-GB: "a b" \(locale-ab\.json:1\)\n$/,
    );
  });

  test("refuses a result that a story names by a wrong word, in whatever language", async () => {
    const step = {
      name: "One",
      headline: "By {month}",
      text: "{deep} of {employees}",
      week: 10,
      plans: ["first"],
      measure: "deepShare",
    };
    const told = (text: string, translations: readonly object[] = []) =>
      JSON.stringify({ ...small, story: { steps: [{ ...step, text }], translations } }, null, 1);
    const german = { language: "de", steps: [{ name: "Eins", headline: "{wins}", text: "{depth}" }] };
    place.write("told.json", told(step.text));
    place.write("nonsense.json", told("{deep} and {results}"));
    place.write("german.json", told(step.text, [german]));
    const [fine, nonsense, translated] = await Promise.all(
      ["told", "nonsense", "german"].map((name) => groundwork(["check", `${name}.json`])),
    );
    expect([fine.code, fine.stderr]).toEqual([0, ""]);
    expect([nonsense.code, nonsense.stdout]).toEqual([2, ""]);
    expect(nonsense.stderr).toMatch(/^groundwork: unknown result: \{results\} \(nonsense\.json:\d+\)\n$/);
    expect(translated.stderr).toMatch(
      /^groundwork: two plans needed: \{wins\}, as in \{wins:a\/b\} \(german\.json:\d+\) and 1 more\n$/,
    );
  });

  test("finds names that the organisation lacks", async () => {
    const { code, stdout, stderr } = await groundwork(["check", "chief.json"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^groundwork: unknown role: "chief" \(chief\.json:\d+\)\n$/);
  });

  test("checks a document with the people of a roster", async () => {
    const { code, stdout } = await groundwork(["check", "small.json", "--roster", "roster.csv"]);
    expect(code).toBe(0);
    expect(stdout).toContain("30 employees");
  });
});

describe.concurrent("diff", () => {
  test("ends with 0 for the same document", async () => {
    const { code, stdout } = await groundwork(["diff", "small.json", "small.json"]);
    expect([code, stdout]).toEqual([0, "both documents ask the same\n"]);
  });

  test("tells in words what differs, and ends with 1", async () => {
    const { code, stdout, stderr } = await groundwork(["diff", "small.json", "changed.json"]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout.trimEnd().split("\n")).toEqual([
      "weeks: 40 → 44",
      "Wage (USD an hour): not given → 60",
      'without plan "Second"',
    ]);
  });

  test("sees a name", async () => {
    const { code, stdout } = await groundwork(["diff", "small.json", "renamed.json"]);
    expect([code, stdout]).toEqual([1, 'name: "Small question" → "Another name"\n']);
  });

  test("compares two plans from files or from the library", async () => {
    const files = await groundwork(["diff", "plan0.json", "plan1.json"]);
    expect(files.code).toBe(1);
    expect(files.stdout).toMatch(/^A is "First", B is "Second"\.\n./);
    expect((await groundwork(["diff", "plan0.json", "plan0.json"])).stdout).toBe("both plans do the same\n");
    expect((await groundwork(["diff", "platform-first", "problems-first"])).code).toBe(1);
  });

  test("refuses to compare a plan with a document", async () => {
    const { code, stderr } = await groundwork(["diff", "plan0.json", "small.json"]);
    expect([code, stderr]).toEqual([
      2,
      'groundwork: a plan and a document can\'t be compared: "plan0.json", "small.json"\n',
    ]);
  });
});

describe.concurrent("list", () => {
  test("shows every company, plan, measure, parameter and piece of evidence", async () => {
    const { code, stdout } = await groundwork(["list"]);
    expect(code).toBe(0);
    const firsts = new Set(stdout.split("\n").map((line) => line.split(" ")[0]));
    for (const { id } of [...LIBRARY.companies, ...LIBRARY.plans]) expect(firsts).toContain(id);
    for (const { name } of [...MEASURES, ...PARAMETERS]) expect(firsts).toContain(name);
    for (const { id } of EVIDENCE) expect(firsts).toContain(id);
  });

  test("shows one table only if asked", async () => {
    const { stdout } = await groundwork(["list", "plans"]);
    const firsts = stdout.split("\n").map((line) => line.split(" ")[0]);
    expect(firsts.filter((text) => /^\w/.test(text))).toEqual(["plan", ...LIBRARY.plans.map(({ id }) => id)]);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("names beside a parameter its grade and sources, or that it is an assumption", async () => {
    const { stdout } = await groundwork(["list", "parameters"]);
    const text = stdout.replaceAll(/\s+/g, " ");
    expect(text).toMatch(/ A E27 Odds of helping under forced ranking \(Chambers\) /);
    expect(text).toMatch(/ D Working week \(assumption\) /);
  });

  test("tells of evidence who found what, where, how well, and what is unverified", async () => {
    const { code, stdout } = await groundwork(["list", "evidence"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^E24 +A +\d+ +yes +653 sales agents/m);
    expect(stdout).toMatch(/^E36 +B +0 +in part /m);
    const text = stdout.replaceAll(/\s+/g, " ");
    for (const part of ["Sandvik et al. 2020: hbs.edu", "Unverified: Rogers's five shares."])
      expect(text).toContain(part);
  });
});

test.each([["--help"], ["help"], ["run", "--help"], ["--version"]])(
  "%s %s goes to stdout",
  async (...words) => {
    const { code, stdout, stderr } = await groundwork(words);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toBe("");
  },
);

test("the command line loads no chart code", () => {
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (!name.startsWith(".")) return;
    const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
    for (const [, target] of text.matchAll(/^(?:import|export)(?! type )[^;]*?"([^"]+)";$/gm)) {
      walk(target.startsWith(".") ? `./${posix.join(posix.dirname(name), target)}` : target);
    }
  };
  walk("./viz/terminal.ts");
  expect(seen.size).toBeGreaterThan(40);
  // Words and names are shared with the page; what draws or follows it is loaded by the verbs that need it.
  const shared = [
    ...["decimals", "locales", "notation"].map((name) => `./viz/words/${name}.ts`),
    "./viz/words/decisions.ts",
    "./viz/figures/names.ts",
  ];
  const drawing = [...seen].filter((name) => /^(d3|preact|@preact)|viz\/(?!terminal)/.test(name));
  expect(drawing.filter((name) => !shared.includes(name))).toEqual([]);
});
