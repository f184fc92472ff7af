/** The explorer opens what the command line wrote, and says what the command line says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableOf } from "../../scenarios/exploration/index.ts";
import { findingsOf, layoutOf } from "../../scenarios/studies/index.ts";
import { openFolder, openTable, runStudy, type BlockPlace } from "../../workers/studies/index.ts";
import { createExplorer } from "../../workers/studies/explorer.ts";
import { makeFolder, poolHere, RESULTS, studyOf } from "../studies/kit.ts";

const folder = makeFolder();
const pool = poolHere();
const study = studyOf({ design: { kind: "saltelli", points: 8 } });
let place: BlockPlace;

beforeAll(async () => {
  place = openFolder(folder.path, study, RESULTS);
  await runStudy({ place, pool, hasCsv: true });
});
afterAll(() => {
  pool.close();
  folder.remove();
});

function fileOf(name: string, change: (bytes: Buffer) => Uint8Array = (bytes) => bytes): File {
  return new File([new Uint8Array(change(readFileSync(join(folder.path, name))))], name);
}

describe("the explorer", () => {
  test("opens a table of Parquet with its study, and the same from CSV without", async () => {
    const explorer = createExplorer();
    const table = await explorer.open(fileOf("table.parquet"));
    expect({ ...table, study: null }).toEqual({ ...tableOf(study), study: null });
    expect(table.study).toEqual(study);
    const output = table.outputs[0];
    const look = await explorer.look({ output, a: 0, b: 1 });
    const list = createExplorer();
    const listed = await list.open(fileOf("table.csv"));
    expect(listed.study).toBeNull();
    expect(listed.factors.map(({ values }) => values)).toEqual(table.factors.map(({ values }) => values));
    expect(await list.look({ output, a: 0, b: 1 })).toEqual(look);
  });

  test("analyses by the study's own design, as the verb analyse does", async () => {
    const explorer = createExplorer();
    const table = await explorer.open(fileOf("table.parquet"));
    const read = await openTable(place);
    for (const output of table.outputs) {
      const { pairs, plans } = findingsOf(layoutOf(study), output, await read(output));
      const { points, ...finding } = await explorer.analyse({ output, a: 0, b: 1 });
      expect(points).toBe(table.pointCount);
      expect(pairs[0]).toMatchObject(finding);
      const { points: _points, ...alone } = await explorer.analyse({ output, a: null, b: 0 });
      expect(plans[0]).toMatchObject(alone);
    }
  });

  test("takes over runs that were never in a file", async () => {
    const explorer = createExplorer();
    const read = await openTable(place);
    const table = tableOf(study);
    explorer.take(table, await Promise.all(table.outputs.map(read)));
    const other = createExplorer();
    await other.open(fileOf("table.parquet"));
    const question = { output: table.outputs[0], a: 0, b: 1 };
    expect(await explorer.look(question)).toEqual(await other.look(question));
  });

  test.each([
    [
      "bytes that are no table",
      "table.parquet",
      () => Buffer.from("PAR1 and nothing else"),
      /invalid Parquet/,
    ],
    ["a list without plans", "table.csv", () => Buffer.from("point,replicate\n0,0\n"), /missing column plan/],
    ["an empty list", "table.csv", () => Buffer.from(""), /empty file/],
    ["a list whose rows are out of order", "table.csv", swapped, /rows not in order/],
    [
      "a number that is none",
      "table.csv",
      (bytes: Buffer) => Buffer.from(`${bytes.toString().trimEnd()}x\n`),
      /not a number/,
    ],
  ])("refuses %s and keeps what was open", async (_what, name, change, why) => {
    const explorer = createExplorer();
    const table = await explorer.open(fileOf("table.parquet"));
    await expect(explorer.open(fileOf(name, change))).rejects.toThrow(why);
    expect((await explorer.look({ output: table.outputs[0], a: 0, b: 1 })).known).toBe(table.pointCount);
  });
});

function swapped(bytes: Buffer): Uint8Array {
  const [head, one, two, ...rest] = bytes.toString().split("\n");
  return Buffer.from([head, two, one, ...rest].join("\n"));
}
