/** The register of evidence: every id exists, every parameter has a basis or says that it is an assumption. */
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import { EVIDENCE, evidenceOf, gradeCarried, parametersOn } from "../../scenarios/index.ts";

const IDS = new Set(EVIDENCE.map(({ id }) => id));

describe("the register", () => {
  test("has every id once, in order, from E01 to E50 without a gap", () => {
    expect(IDS.size).toBe(EVIDENCE.length);
    const ids = [...IDS];
    expect(ids.filter((id) => !/^E\d\d[b-z]?$/.test(id))).toEqual([]);
    expect(ids).toEqual(ids.toSorted());
    const whole = ids.filter((id) => id.length === 3);
    expect(whole).toEqual(Array.from({ length: 50 }, (_, i) => `E${String(i + 1).padStart(2, "0")}`));
  });

  test("tells of every entry what was found, by whom and where, in a sentence", () => {
    const isTold = ({ finding, source, address }: (typeof EVIDENCE)[number]): boolean =>
      /^[A-Z\d.].{30,}\.$/.test(finding) && source !== "" && /^\S.*\S$/.test(address);
    expect(EVIDENCE.filter((entry) => !isTold(entry)).map(({ id }) => id)).toEqual([]);
  });

  test("keeps no entry that nothing uses", () => {
    const idle = EVIDENCE.filter(({ id, use }) => use === "" && parametersOn(id).length === 0);
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  test("counts as verified what has nothing unverified", () => {
    for (const { isVerified, unverified } of EVIDENCE) expect(isVerified).toBe(unverified === "");
    expect(EVIDENCE.filter(({ isVerified }) => !isVerified).map(({ id }) => id)).toEqual(["E35", "E36"]);
  });
});

describe("a parameter", () => {
  test("names only entries of the register, each once", () => {
    const faults = PARAMETERS.filter(({ evidence }) => {
      const ids = evidence === "" ? [] : evidence.split(" ");
      return ids.some((id) => !IDS.has(id)) || new Set(ids).size !== ids.length;
    });
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  test("without evidence is an explicit assumption", () => {
    const faults = PARAMETERS.filter(({ evidence, grade }) => evidence === "" && grade !== "D");
    expect(faults.map(({ name }) => name)).toEqual([]);
  });

  test("is never graded better than the best of its evidence", () => {
    const faults = PARAMETERS.filter((row) => {
      const best = evidenceOf(row)
        .map(({ grade }) => gradeCarried(grade))
        .toSorted()[0];
      return row.grade < (best ?? "D");
    });
    expect(faults.map(({ name }) => name)).toEqual([]);
  });
});

test("links lead both ways", () => {
  for (const row of PARAMETERS)
    for (const { id } of evidenceOf(row)) expect(parametersOn(id)).toContain(row.name);
  for (const { id } of EVIDENCE)
    for (const name of parametersOn(id)) {
      const row = PARAMETERS.find((each) => each.name === name)!;
      expect(evidenceOf(row).map((entry) => entry.id)).toContain(id);
    }
});

test("what measured nobody carries an assumption at most", () => {
  expect((["A", "B/C", "C", "model", "theory"] as const).map(gradeCarried)).toEqual([
    "A",
    "B",
    "C",
    "D",
    "D",
  ]);
});
