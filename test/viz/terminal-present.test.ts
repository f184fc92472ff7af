/** The verb present with imported people: never by accident, and then without any of their names. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digestOfRuns, readPeople, resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { run } from "../../engine/index.ts";
import { readLink } from "../../scenarios/links/index.ts";
import { makePlace, smallDocument, TERMINAL, type Place } from "./terminal.kit.ts";

const isBuilt = existsSync(TERMINAL);
const QUIET = ["--workers", "0", "--progress", "none"];
const IDS = Array.from({ length: 30 }, (_, i) => `quillfeather${i}`);
const ROSTER = `id,unit,role\n${IDS.map((id, i) => `${id},${["Zanzibar", "Oberammergau"][i % 2]},Cheese taster`).join("\n")}\n`;
const TIES = `source,target\n${IDS.slice(1)
  .map((id, i) => `${IDS[i]},${id}`)
  .join("\n")}\n`;

describe.skipIf(!isBuilt)("one file of imported people", () => {
  let place: Place;
  beforeAll(() => {
    place = makePlace();
    const plans = [
      {
        id: "first",
        name: "Zanzibar first",
        interventions: [{ week: 0, kind: "communities", count: 1, scope: { units: ["Zanzibar"] } }],
      },
    ];
    place.write("q.json", JSON.stringify(smallDocument({ plans })));
    place.write("people.csv", ROSTER);
    place.write("ties.csv", TIES);
  });
  afterAll(() => place.remove());

  const present = (...words: readonly string[]): ReturnType<Place["groundwork"]> =>
    place.groundwork(["present", "q.json", "--runs", "2", "--out", "talk.html", ...words, ...QUIET]);

  test("is refused unless pseudonyms are asked for, and pseudonyms without people", async () => {
    const refused = await present("--roster", "people.csv");
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(/lists of people stay where they are; with --pseudonyms/);
    expect(await present("--pseudonyms")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/without a roster/) as string,
    });
    expect(existsSync(join(place.folder, "talk.html"))).toBe(false);
  });

  test("holds nobody's name, says what it holds, and the runs its claim is of", async () => {
    const { code, stdout, stderr } = await present(
      "--roster",
      "people.csv",
      "--ties",
      "ties.csv",
      "--pseudonyms",
    );
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "Small question: opens by itself, offline; 2 runs a plan to prove\n",
    });
    expect(stderr).toMatch(/^The file will hold your 30 people .*pseudonyms/);
    const html = readFileSync(join(place.folder, "talk.html"), "utf8");
    const textOf = (id: string): string => new RegExp(`id="${id}">([^<]*)<`).exec(html)![1];
    const { document, claim } = await readLink(textOf("question"));
    const people = await readPeople(textOf("people"));
    const told = [html, JSON.stringify(document), JSON.stringify(people)].join("\n");
    expect(told).not.toMatch(/quillfeather|zanzibar|oberammergau|cheese taster/i);
    expect(document.plans[0].name).toBe("Unit 1 first");
    const organisation = resolveOrganisation(document, people);
    const digest = digestOfRuns(
      document,
      [0, 1],
      (plan, replicate) => run(specOf(document, organisation, plan, replicate)).digest,
    );
    expect(claim).toMatchObject({ runs: 2, digest });
  });
});
