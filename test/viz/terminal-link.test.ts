/** The verbs link and verify: an address that proves itself, and never the people it is about. */
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLink, writeLink } from "../../scenarios/links/index.ts";
import { makePlace, ROSTER, smallDocument, TERMINAL, TIES, type Place } from "./terminal.kit.ts";

const isBuilt = existsSync(TERMINAL);
const QUIET = ["--workers", "0", "--progress", "none"];

describe.skipIf(!isBuilt)("a link of the terminal", () => {
  let place: Place;
  let link = "";
  beforeAll(async () => {
    place = makePlace();
    place.write("q.json", JSON.stringify(smallDocument()));
    place.write("people.csv", ROSTER);
    place.write("ties.csv", TIES);
    const words = ["link", "q.json", "--runs", "2", "--at", "https://example.org/g/", ...QUIET];
    const { code, stdout, stderr } = await place.groundwork(words);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    link = stdout.trimEnd();
  });
  afterAll(() => place.remove());

  test("is an address of at most 2,000 characters that holds the document", async () => {
    expect(link).toMatch(/^https:\/\/example\.org\/g\/#g1\.[\w-]+$/);
    expect(link.length).toBeLessThan(2000);
    const { document, claim } = await readLink(link);
    expect(document.name).toBe("Small question");
    expect(claim).toMatchObject({ runs: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  test("is proven identical, bit for bit", async () => {
    const { code, stdout } = await place.groundwork(["verify", link, ...QUIET]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "The result is identical, bit for bit, to the one shared: 2 runs a plan.\n",
    });
    const asJson = await place.groundwork(["verify", link, "--json", ...QUIET]);
    const { claim } = await readLink(link);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ isIdentical: true, runs: 2, digest: claim!.digest });
  });

  test("that claims something else is told to differ, and where", async () => {
    const { document, claim } = await readLink(link);
    const [first, second] = claim!.medians.npv;
    const medians = { ...claim!.medians, npv: [first, second + 1e6] };
    const forged = await writeLink({ document, claim: { ...claim!, digest: "0".repeat(64), medians } });
    const { code, stdout } = await place.groundwork(["verify", `#${forged}`, ...QUIET]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^The result differs from the one shared \(2 runs a plan\):\n {2}Second, net value .* then, .* now\n$/,
    );
  });

  test("of another version shows both figures", async () => {
    const { document, claim } = await readLink(link);
    const old = await writeLink({ document, claim: { ...claim!, engine: "0.0.1", digest: "0".repeat(64) } });
    const { code, stdout } = await place.groundwork(["verify", old, ...QUIET]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Made with another version of Groundwork \(0\.0\.1\)\. The result differs/);
  });

  test("of imported people names their lists by SHA-256, holds none of them, and asks for them", async () => {
    const lists = ["--roster", "people.csv", "--ties", "ties.csv"];
    const made = await place.groundwork(["link", "q.json", "--runs", "1", ...lists, ...QUIET]);
    expect(made.code).toBe(0);
    const { people, ...rest } = await readLink(made.stdout.trimEnd());
    expect(people).toEqual({
      roster: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      ties: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.stringify(rest)).not.toContain("department");
    const without = await place.groundwork(["verify", made.stdout.trimEnd(), ...QUIET]);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain(
      `missing roster; the list of SHA-256 ${people!.roster} goes with --roster`,
    );
    const other = await place.groundwork(["verify", made.stdout.trimEnd(), "--roster", "ties.csv", ...QUIET]);
    expect(other.stderr).toContain("another roster than the link’s");
    const right = await place.groundwork(["verify", made.stdout.trimEnd(), ...lists, ...QUIET]);
    expect(right.stdout).toMatch(/^The result is identical, bit for bit/);
  });

  test.each([
    ["verify", "#g2.abcd", /unknown link version; not 1: 2/],
    ["verify", "#g1.abcd", /damaged link/],
    ["verify", "https://a.b/#g1.!", /damaged link/],
  ])("%s %s is refused in one line", async (verb, address, message) => {
    const { code, stderr } = await place.groundwork([verb, address, ...QUIET]);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split("\n").length).toBe(1);
    expect(stderr).toMatch(message);
  });

  test("longer than 2,000 characters is refused in favour of a file", async () => {
    const notes = Array.from({ length: 600 }, (_, i) => ((i * 7919 + i * i * 31) % 9973).toString(36)).join(
      " ",
    );
    place.write("long.json", JSON.stringify(smallDocument({ notes })));
    const { code, stderr } = await place.groundwork(["link", "long.json", "--runs", "1", ...QUIET]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/link too long; more than 2000 characters, give the document as a file: \d+/);
  });

  test("needs an address without a fragment", async () => {
    const { code, stderr } = await place.groundwork([
      "link",
      "q.json",
      "--at",
      "javascript:alert(1)",
      ...QUIET,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/invalid at; not an address without #/);
  });
});
