/** The verbs orders, ablations, drivers and phase: what they print, refuse and write. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Ablations, League, Phase } from "../../scenarios/index.ts";
import { leadSentence } from "../../viz/terminal/ablation-table.ts";
import { moneyText, pointsText } from "../../viz/terminal/estimates.ts";
import { formatOf } from "../../viz/terminal/format.ts";
import { ended, makePlace, smallDocument } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
// Two slots begin within 30 weeks.
place.write("small.json", JSON.stringify(smallDocument({ company: { employees: 30 }, weeks: 30 })));
place.write("bad.json", JSON.stringify(smallDocument({ weeks: 0 }), undefined, 1));
const PAGE = "# Page\n\nBefore.\n\n<!-- orders: begin -->\nold\n<!-- orders: end -->\n\nAfter.\n";
place.write("page.md", PAGE);
place.write("bare.md", "# Page\n");
afterAll(() => place.remove());

const ORDERS = ["orders", "small.json", "--runs", "2", "--workers", "0"];
const PHASE = ["phase", "--points", "2", "--runs", "1", "--employees", "500", "--workers", "0"];

const DRIVERS = [
  "drivers",
  "small.json",
  "--runs",
  "2",
  "--screen-runs",
  "1",
  "--top",
  "3",
  "--workers",
  "0",
  "--progress",
  "none",
];

describe("drivers", () => {
  test("shows people the inputs that move the difference, with both ends of their ranges", async () => {
    const { code, stdout, stderr } = await groundwork(DRIVERS);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^What moves the difference: .* less .*, Net present value, week 30$/m);
    expect(stdout).toContain("30 employees · 2 paired runs · seed test");
    expect(stdout).toMatch(/The 3 of \d+ inputs that moved it most in 1 run each\.$/m);
    for (const line of stdout.split("\n")) expect(line).toBe(line.trimEnd());
  });

  test("splits the difference over stages, for people and machines, with any number of workers", async () => {
    const split = (...more: string[]) =>
      groundwork(["drivers", "small.json", "--stages", "--runs", "2", "--workers", "0", ...more]);
    const [text, none, two] = await Promise.all([
      split(),
      split("--json"),
      split("--json", "--workers", "2"),
    ]);
    expect(text.stdout).toMatch(/^In all +[−+]?\$/m);
    expect(two.stdout).toBe(none.stdout);
    const { stages, total } = JSON.parse(none.stdout) as {
      stages: { value: number }[];
      total: { value: number };
    };
    const sum = stages.reduce((all, { value }) => all + value, 0);
    expect(Math.abs(sum - total.value)).toBeLessThanOrEqual(1e-9 * Math.abs(total.value));
  });

  test("refuses plans, measures and weeks that aren't there", async () => {
    const refused = async (...more: string[]) =>
      (await groundwork(["drivers", "small.json", ...more])).stderr;
    expect(await refused("--pair", "none")).toContain("unknown plan; not one of ");
    expect(await refused("--pair", "a,b,c")).toContain('invalid pair; not one or two plans: "a,b,c"');
    expect(await refused("--measure", "luck")).toContain('unknown measure; see list measures: "luck"');
    expect(await refused("--week", "31")).toContain("invalid week; not in [0, 30]: 31");
  });
});

describe("orders", () => {
  test("ranks all 120 orders, for machines", async () => {
    const { code, stdout, stderr } = await groundwork([...ORDERS, "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const league = JSON.parse(stdout) as League & { document: string };
    expect(league.document).toMatch(/^[0-9a-f]{64}$/);
    expect(league.orders).toHaveLength(120);
    expect(league.source.order).toBe("CKETP");
    const { beats, isBeatenBy, undecided } = league.sourceAgainst;
    expect(beats + isBeatenBy + undecided).toBe(119);
    // Two slots begin within 30 weeks: six orders share them.
    expect(new Set(league.orders.map(({ rank }) => rank)).size).toBeLessThanOrEqual(20);
  });

  test("is the same with any number of workers", async () => {
    const [none, two] = await Promise.all(
      ["0", "2"].map((workers) =>
        groundwork(["orders", "small.json", "--runs", "2", "--json", "--workers", workers]),
      ),
    );
    expect(two.stdout).toBe(none.stdout);
  });

  test("shows people the best, the source's and the best with the platform first", async () => {
    const { code, stdout } = await groundwork([...ORDERS, "--top", "2"]);
    expect(code).toBe(0);
    expect(stdout).toContain("30 employees · 30 weeks · 2 runs · seed test");
    expect(stdout).toContain("Only the first 2 slots begin within 30 weeks.");
    expect(stdout).toMatch(/^\d+ +CKETP .*the source's$/m);
    expect(stdout).toMatch(/^\d+ +P[CKET]{4} .*best with the platform first$/m);
    expect(stdout).toMatch(
      /^The source's order, CKETP, is \d+ of 120: .* it beats \d+, is beaten by \d+, and/m,
    );
    expect(stdout).toMatch(/^Communities first less platform first, on average: −?\$/m);
    for (const line of stdout.split("\n")) expect(line).toBe(line.trimEnd());
  });

  test("says what an equal budget means and what was spent", async () => {
    const { stdout } = await groundwork([...ORDERS, "--equal-budget"]);
    expect(stdout).toMatch(/^Equal budget: an order ends when/m);
    expect(stdout).toMatch(/^Spent a head, on average: /m);
  });

  test("takes a library company by its id, and its horizon", async () => {
    const { code, stdout } = await groundwork([
      "orders",
      "small-firm",
      "--runs",
      "1",
      "--weeks",
      "5",
      "--json",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ employees: 150, weeks: 5 });
  });

  test("fills its block of a page and leaves the rest alone", async () => {
    const { code, stdout } = await groundwork([...ORDERS, "--top", "1", "--write", "page.md"]);
    expect(code).toBe(0);
    const page = readFileSync(join(place.folder, "page.md"), "utf8");
    expect(page).toBe(PAGE.replace("old\n", () => `\n\`\`\`text\n${stdout.trimEnd()}\n\`\`\`\n\n`));
    expect(readdirSync(place.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that is interrupted ends with 130 and one line", async () => {
    const child = place.start(["orders", "--runs", "50", "--progress", "json"]);
    const end = ended(child);
    await new Promise((resolve) => child.stderr!.once("data", resolve));
    child.kill("SIGINT");
    const { code, stdout, stderr } = await end;
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("groundwork: interrupted");
    expect(JSON.parse(stderr.split("\n")[0])).toMatchObject({ runs: 6000 });
  });
});

describe("bad input is told in one line before anything runs:", () => {
  test.each([
    [["orders", "bad.json"], /^groundwork: invalid weeks; not .*: 0 \(bad\.json:\d+\)\n$/],
    [["orders", "nowhere"], /^groundwork: cannot read "nowhere"; no such file or folder\n$/],
    [["orders", "--runs", "0"], /^groundwork: invalid runs; not a whole number in \[1, 10000\]: "0"\n$/],
    [["orders", "--top", "121"], /^groundwork: invalid top; not a whole number in \[1, 120\]: "121"\n$/],
    [
      [...ORDERS, "--write", "bare.md"],
      /^groundwork: invalid page; not one pair of marks of orders: "bare\.md"\n$/,
    ],
    [["ablations", "bad.json"], /^groundwork: invalid weeks; /],
    [
      ["ablations", "small.json", "--write", "none.md"],
      /^groundwork: cannot read "none\.md"; no such file or folder\n$/,
    ],
    [["phase", "--points", "0"], /^groundwork: invalid points; /],
    [["phase", "--employees", "20"], /^groundwork: invalid employees; not a whole number in \[500, /],
  ])("%j", async (words, pattern) => {
    const { code, stdout, stderr } = await groundwork(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(pattern);
  });

  test("an --out that can't be written ends with 3", async () => {
    const { code, stderr } = await groundwork([...PHASE, "--out", "small.json/points.csv"]);
    expect([code, stderr]).toEqual([
      3,
      'groundwork: cannot write to "small.json/points.csv"; not a folder\n',
    ]);
  });
});

describe("ablations", () => {
  test("have a row for every claim, for people and for machines", async () => {
    const [people, machines] = await Promise.all([
      groundwork(["ablations", "small.json", "--runs", "2", "--workers", "0"]),
      groundwork(["ablations", "small.json", "--runs", "2", "--workers", "0", "--json"]),
    ]);
    expect([people.code, machines.code, machines.stderr]).toEqual([0, 0, ""]);
    for (let i = 1; i <= 15; i++) expect(people.stdout).toMatch(new RegExp(`^M${i} +(−|\\$)`, "m"));
    expect(people.stdout).toMatch(/^Problems first against platform only: /m);
    const { ablations } = JSON.parse(machines.stdout) as Ablations;
    expect(ablations.length).toBeGreaterThanOrEqual(15);
  });

  test("stand below the default report, over its own company and runs, and below no other", async () => {
    const short = ["--weeks", "1", "--runs", "1"];
    const [usual, own] = await Promise.all([
      groundwork(["run", ...short]),
      groundwork(["run", "small.json", ...short]),
    ]);
    expect(usual.code).toBe(0);
    expect(usual.stdout).toMatch(/^10,000 employees · 1 weeks · 1 run$/m);
    expect(usual.stdout).toMatch(/^M15 /m);
    expect(own.code).toBe(0);
    expect(own.stdout).not.toMatch(/^M15 /m);
  });

  test("say which switches turn an order", () => {
    const estimate = { value: 0, low: 0, high: 0 };
    const row = (id: string, verdictWith: string, verdictWithout: string) =>
      ({
        id,
        leads: { "platform-first": { with: estimate, without: estimate, verdictWith, verdictWithout } },
      }) as never;
    expect(leadSentence([row("M1", "ahead", "ahead")], "platform-first")).toBe(
      "Problems first against platform only: no switch changes who is ahead.",
    );
    expect(
      leadSentence(
        [
          row("M1", "ahead", "behind"),
          row("M2", "ahead", "undecided"),
          row("M3", "ahead", "undecided"),
          row("M4", "behind", "ahead"),
        ],
        "platform-first",
      ),
    ).toBe(
      "Problems first against platform only: is then ahead without M4; is then behind without M1; can't be told apart then without M2, M3.",
    );
  });
});

describe("phase", () => {
  test("tells both contests in sentences, and writes a row a point", async () => {
    const { code, stdout } = await groundwork([...PHASE, "--out", "points.csv"]);
    expect(code).toBe(0);
    expect(stdout.replaceAll("\n", " ")).toMatch(/Problems first beats the platform alone at .* of 2 points/);
    expect(stdout).toMatch(/^same-platform-first +\d +\d +\d$/m);
    const rows = readFileSync(join(place.folder, "points.csv"), "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.split(",").length)).size).toBe(1);
    expect(rows[0]).toMatch(/^point,over platform-first,/);
  });

  test("gives machines every point", async () => {
    const { stdout } = await groundwork([...PHASE, "--json"]);
    const phase = JSON.parse(stdout) as Phase;
    expect(phase.points).toHaveLength(2);
    expect(phase.contests["platform-first"].decisive).toBeNull();
  });
});

describe("an estimate", () => {
  const format = formatOf({});

  test("is a mean and half its interval; alone without one; a dash if unknown", () => {
    expect(moneyText({ value: 1545, low: 1513, high: 1577 }, format)).toBe("$1,545 ± $32.0");
    expect(moneyText({ value: -3, low: null, high: null }, format)).toBe("−$3.00");
    expect(moneyText({ value: null, low: null, high: null }, format)).toBe("–");
    expect(pointsText({ value: -0.031, low: -0.034, high: -0.028 })).toBe("−3.1 ± 0.3");
    expect(pointsText({ value: -0.0001, low: -0.0002, high: 0 })).toBe("0.0 ± 0.0");
    expect(pointsText({ value: 0.5, low: null, high: null })).toBe("50.0");
    expect(pointsText({ value: null, low: null, high: null })).toBe("–");
  });
});
