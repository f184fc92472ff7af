/** The verb fit: its report, its JSON, and bad input in one line with exit code 2. */
import { afterAll, describe, expect, test } from "vitest";
import { makeSeries } from "../diffusion/worlds.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());

const made = makeSeries({
  seed: "verb",
  people: 150,
  meanDegree: 6,
  periods: 12,
  parameters: { externalProb: 0.03, imitationProb: 0.4 },
});
const times = Array.from(made.people.adoptedAt, (t, a) => `p${a},${t < 0 ? "" : t},${"xy"[a % 2]}`);
place.write("people.csv", `name,week,site\n${times.join("\n")}\n`);
place.write("plain.csv", `id,time\n${times.map((row) => row.replace(/,\w$/, "")).join("\n")}\n`);
place.write(
  "ties.csv",
  `from,to\n${Array.from(made.pairs.source, (a, i) => `p${a},p${made.pairs.target[i]}`).join("\n")}\n`,
);
place.write(
  "counts.csv",
  `period,adoptions\n${[...made.adoptions].map((count, t) => `${t},${count}`).join("\n")}\n`,
);
place.write("strangers.csv", "from,to\np1,p2\np1,q7\n");
place.write("headless.csv", "a,b\np1,p2\n");
place.write("tieless.csv", "from,to\n");
place.write("loop.csv", "from,to\np1,p1\n");
place.write("short.csv", "id,time\np1,1\np2,2\n");
place.write("late.csv", "period,adoptions\n1,4\n2,5\n4,6\n");

describe.concurrent("fit", () => {
  test("tells of people with ties what was estimated and whether it is contagion", async () => {
    const { code, stdout, stderr } = await groundwork("fit plain.csv --ties ties.csv --until 11".split(" "));
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^450 ties between 150 people/)]);
    expect(stdout).toMatch(/^plain\.csv: \d+ of 150 people adopted in 12 periods \(0–11\); 450 ties\.\n/);
    expect(stdout).toContain("Contagion found: beside an outside influence that may differ in every period");
    expect(stdout).toMatch(/^constant +share of ties +imitationProb +0\.\d+ +0\.\d+ to 0\.\d+$/m);
    expect(stdout).toMatch(/^free in every period +share of ties +1\.0 +[\d.]+ +[\d.]+ +< \.0001 +found$/m);
    expect(stdout.match(/^\d+ +\d+ +\d+ +\d+ +\d+$/gm)).toHaveLength(12);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(120);
  });

  test("writes one JSON object with every estimate, the same each time", async () => {
    const words = ["fit", "counts.csv", "--market", "150", "--json"];
    const { code, stdout } = await groundwork(words);
    expect(code).toBe(0);
    const fit = JSON.parse(stdout) as Record<string, unknown>;
    expect(fit).toMatchObject({
      people: 150,
      firstPeriod: 0,
      decisive: "trend",
      adoptions: [...made.adoptions],
    });
    expect(fit["fits"]).toHaveLength(4);
    expect(stdout).not.toContain("null");
    expect((await groundwork(words)).stdout).toBe(stdout);
    expect((await groundwork([...words, "--seed", "other"])).stdout).not.toBe(stdout);
  });

  test("says that a market is unknown, and reads a series from stdin", async () => {
    const csv = `period,adoptions\n${[...made.adoptions].map((count, t) => `${t},${count}`).join("\n")}\n`;
    const { code, stdout } = await groundwork(["fit", "-"], csv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^stdin: \d+ adopters of an unknown market in 12 periods/);
    expect(stdout).toMatch(/^constant +share of ties +market +\d+ +\d+ to (\d+|no end)$/m);
  });

  test.each([
    ["nowhere.csv", 'cannot read "nowhere.csv"; no such file or folder'],
    ["people.csv", "missing column period; a series has period and adoptions, or id and time (people.csv:1)"],
    [
      "plain.csv --time week",
      "missing column week; a series has period and adoptions, or id and time (plain.csv:1)",
    ],
    ["plain.csv --group site", "missing column site; named as the groups' column (plain.csv:1)"],
    ["plain.csv --market 500", "invalid market; the people of the file are the market: 500"],
    ["plain.csv --until x", 'invalid until; not a whole number in [0, 999999999]: "x"'],
    ["plain.csv --draws 5", 'invalid draws; not a whole number in [100, 10000]: "5"'],
    ["plain.csv --ties strangers.csv", 'unknown person; not in the roster: "q7" (strangers.csv:3)'],
    ["plain.csv --ties headless.csv", 'missing column source; the header has: "a, b" (headless.csv:1)'],
    ["plain.csv --ties tieless.csv", 'no ties; nobody is tied to anybody: "tieless.csv"'],
    ["plain.csv --ties loop.csv", 'tie of a person to themselves: "p1" (loop.csv:2)'],
    ["counts.csv --ties ties.csv", 'invalid ties; the series counts adoptions and names nobody: "ties.csv"'],
    ["short.csv", "too few periods; fewer than 3: 2 (short.csv)"],
    ["late.csv", "invalid period; not the next, 3: 4 (late.csv:4)"],
    ["counts.csv --market 10", "invalid market; below the "],
    ["- --ties -", "both the series and the ties from stdin"],
  ])("fit %s is refused in one line", async (words, says) => {
    const { code, stdout, stderr } = await groundwork(["fit", ...words.split(" ")]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^groundwork: [^\n]+\n$/);
    expect(stderr).toContain(says);
  });
});
