/** AdoptBench's TypeScript variants against each other, its file format, and what is reported of its rounds. */
import { createHash } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { STATUS } from "./adopt/columns.ts";
import { bytesOf, companyOf, makeCompany } from "./adopt/company.ts";
import { resultBytes, runToEnd, VARIANTS, type VariantName } from "./adopt/variants.ts";
import { chartOf } from "./chart.ts";
import { CONTESTANTS } from "./contestants.ts";
import { digits, linesTable, replaceBetween, tableOf } from "./report.ts";
import { csvOf, rowOf, rowsOfCsv, type Row } from "./summary.ts";

const company = makeCompany(2_000, 150, [1, 2]);

function resultOf(name: VariantName): { hash: string; engagedShare: number } {
  const run = VARIANTS[name](company);
  runToEnd(company, run);
  const hash = createHash("sha256");
  for (const bytes of resultBytes(run.state())) hash.update(bytes);
  const engaged = run.state().status.filter((status) => status === STATUS.engaged).length;
  return { hash: hash.digest("hex").slice(0, 16), engagedShare: engaged / company.agentCount };
}

describe("AdoptBench in TypeScript", () => {
  test.each(["pushed", "pulled", "objects"] as const)(
    "gives one result, in columns and objects: %s",
    (name) => {
      const { hash, engagedShare } = resultOf(name);
      expect(hash).toBe("0b3cc9251a81e5f6");
      expect(engagedShare).toBeGreaterThan(0.6);
    },
  );

  it("has colleagues in rows: symmetric, ascending, nobody twice, about twelve each", () => {
    const { agentCount, offsets, neighbours } = company;
    const rowOfAgent = (a: number) => [...neighbours.subarray(offsets[a], offsets[a + 1])];
    for (let a = 0; a < agentCount; a++) {
      const row = rowOfAgent(a);
      expect(row).toEqual([...new Set(row)].toSorted((x, y) => x - y));
      expect(row).not.toContain(a);
      for (const b of row) expect(rowOfAgent(b)).toContain(a);
    }
    expect(neighbours.length / agentCount).toBeCloseTo(12.3, 0);
  });

  it("reads back the company's file and refuses another", () => {
    expect(companyOf(bytesOf(company))).toEqual(company);
    expect(() => companyOf(new Uint8Array(16))).toThrow("does not start with ADPT");
  });
});

describe("the report", () => {
  const measured = { readMs: 1, setUpMs: 2, peakMB: 3, hash: "0", othersCores: 0.25 };
  const rows: Row[] = CONTESTANTS.map((contestant, i) =>
    rowOf(contestant, 10_000, [
      { ...measured, runMs: [10, 2 + i, 2 + i] },
      { ...measured, runMs: [9, 4 + i, 4 + i] },
      { ...measured, runMs: [9, 3 + i, 3 + i] },
    ]),
  );

  it("takes the median of rounds, each with the median of its runs", () => {
    expect(rows[0]).toMatchObject({ medianMs: 3, lowMs: 2, highMs: 4, firstMs: 9, rounds: 3 });
    expect(rows[0].lines).toBeGreaterThan(40);
  });

  it("survives its CSV", () => {
    const { rows: read, machine } = rowsOfCsv(csvOf(rows, { cpu: "Some CPU", cores: 2 }));
    expect(read).toEqual(rows);
    expect(machine).toEqual({ cpu: "Some CPU", cores: "2" });
  });

  it("has a row for everybody and a cell for every line that must hold", () => {
    expect(tableOf(rows)).toHaveLength(CONTESTANTS.length + 1);
    expect(
      linesTable(rows)
        .slice(1)
        .map((cells) => cells[3].slice(-1)),
    ).not.toContain("–");
    expect([digits(1234567), digits(123.4), digits(12.34), digits(0.456)]).toEqual([
      "1 234 567",
      "123",
      "12.3",
      "0.46",
    ]);
  });

  it("draws a dot for every contestant and size", () => {
    const chart = chartOf(rows, "a machine");
    expect(chart.match(/cy="\d+" r="3"/g)).toHaveLength(CONTESTANTS.length);
    expect(chart).not.toContain("NaN");
  });

  it("replaces only what stands between a document's marks", () => {
    expect(replaceBetween("a <!-- x -->old<!-- /x --> b", "x", "new")).toBe(
      "a <!-- x -->\nnew\n<!-- /x --> b",
    );
    expect(() => replaceBetween("nothing", "x", "new")).toThrow('no place for "x"');
  });
});
