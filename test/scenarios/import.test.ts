/** Imports: what a roster and ties say, what is filled in, and how bad files are refused. */
import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { importRoster, importTies, InputError } from "../../scenarios/index.ts";
import { readCsv } from "../../scenarios/import/csv.ts";
import { organisationOf } from "./questions.ts";

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  const { message } = error as InputError;
  expect(message).toMatch(/^[^\n\r]{8,400}$/);
  return message;
}

async function recordsOf(chunks: Iterable<string>): Promise<string[][]> {
  const records: string[][] = [];
  await readCsv(chunks, "", (fields) => records.push(fields));
  return records;
}

/** Lines as one text. */
const lines = (...rows: string[]) => [rows.join("\n")];

describe("CSV", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "a",
      "1",
      'say "x"',
      "two\nlines",
      "two\r\nlines",
      "a,b",
      "a;b",
      "é",
      "  ",
      '"',
      "\t",
    ),
    fc.string({ maxLength: 5 }).map((text) => text.replaceAll("\r", "")),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test("is read as csv-parse reads it, however it is cut into chunks", async () => {
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        async (rows, delimiter, newline, size, isEnded) => {
          const header = rows[0].map((_, i) => `c${i}`);
          const body = [header, ...rows.map((row) => row.map(quoted))].map((row) => row.join(delimiter));
          const text = `\ufeff${body.join(newline)}${isEnded ? newline : ""}`;
          const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
            text.slice(i * size, (i + 1) * size),
          );
          const oracle = parse(text, { bom: true, delimiter, record_delimiter: newline });
          expect(await recordsOf(chunks)).toEqual(oracle);
          expect(await recordsOf(chunks)).toEqual([header, ...rows]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("counts lines as an editor does, quoted newlines included", async () => {
    const seen: number[] = [];
    await readCsv(['id,unit\n1,"two\nlines"\n\n2,x\r\n3,"y"'], "", (_, line) => seen.push(line));
    expect(seen).toEqual([1, 2, 5, 6]);
  });

  test.each([
    ['id\n"a', `malformed CSV; a quote that isn't closed: "\\"a\\n" (f.csv:2)`],
    ['id,x\n"a"b,c', 'malformed CSV; text after a closing quote: "\\"a\\"b,c\\n" (f.csv:2)'],
    ['id,x\na"b,c', 'malformed CSV; a quote or return inside a field without quotes: "a\\"b" (f.csv:2)'],
    ["id,x\na\rb,c", 'malformed CSV; a carriage return inside a line: "a\\rb,c" (f.csv:2)'],
    ["id,x\na", 'malformed CSV; 1 fields where the header has 2: "a" (f.csv:2)'],
    ["id,x\na,b,c", 'malformed CSV; 3 fields where the header has 2: "a,b,c" (f.csv:2)'],
    ["", "empty file (f.csv:1)"],
    ["\n\n", "empty file (f.csv:1)"],
    ["\ufeff", "empty file (f.csv:1)"],
    ["id,unit", "empty roster; nobody below the header (f.csv)"],
    ["name,unit\na,b", 'missing column id; the header has: "name, unit" (f.csv:1)'],
    ["id,ID\na,b", 'repeated column: "id" (f.csv:1)'],
    ["id,unit\n,b", "missing id (f.csv:2)"],
    ["id\na\nb\na", 'repeated id: "a" (f.csv:4)'],
    ["id,manager\na,b", 'unknown manager: "b" (f.csv:2)'],
    ["id,manager\na,a", 'managers in a circle: "a" (f.csv:2)'],
    ["id,manager\na,b\nb,c\nc,a\nd,a", 'managers in a circle: "a" (f.csv:2)'],
    ["id,unit\na,M\ufffdnchen", 'invalid unit; not UTF-8: "M�nchen" (f.csv:2)'],
    ["id,unit\na,x\u0007y", String.raw`invalid unit; has control characters: "x\u0007y" (f.csv:2)`],
    [`id,unit\na,${"x".repeat(121)}`, "invalid unit; longer than 120 characters: 121 (f.csv:2)"],
  ])("%j is refused in a sentence", async (text, sentence) => {
    expect(await refusal(importRoster([text], { name: "f.csv" }))).toBe(sentence);
  });

  test("with more roles than can be told apart is refused, the first too many named", async () => {
    const rows = Array.from({ length: 257 }, (_, i) => `${i},r${i}`);
    const message = await refusal(importRoster(lines("id,role", ...rows), { name: "f.csv" }));
    expect(message).toBe('too many roles; more than 256: "r256" (f.csv:258)');
  });

  test.each([
    ["letters", "x".repeat(10_000_000)],
    ["quotes", '"'.repeat(10_000_001)],
    ["an open quote", `id,"${"x".repeat(10_000_000)}`],
    [
      "bytes at random",
      Array.from({ length: 10_000_000 }, (_, i) => String.fromCharCode((i * i * 7919) % 251)).join(""),
    ],
    ["zeros", "\u0000".repeat(10_000_000)],
    ["commas", ",".repeat(10_000_000)],
  ])("of 10 MB of %s is refused at once", async (_, text) => {
    const start = performance.now();
    await refusal(importRoster([text], { name: "f.csv" }));
    expect(performance.now() - start).toBeLessThan(500);
  });

  test("is read while it streams: a refusal doesn't wait for the end", async () => {
    let given = 0;
    const endless = {
      *[Symbol.iterator]() {
        yield "id\na\na\n";
        for (;;) {
          given++;
          yield "b\n";
        }
      },
    };
    expect(await refusal(importRoster(endless))).toBe('repeated id: "a" (line 3)');
    expect(given).toBe(0);
  });
});

describe("a roster", () => {
  test("with all columns is taken as it is, whatever their order and case", async () => {
    const { roster, ...names } = await importRoster(
      lines(
        "Site;ROLE;Manager;Team;department;Unit;id;shoe size",
        "Rome;Clerk;;T1;Loans;Bank;1;40",
        "Oslo;Clerk;1;T1;Loans;Bank;2;41",
        "Rome;Adviser;1;T1;Loans;Shop;3;42",
        "Rome;Adviser;2;T2;Loans;Bank;4;43",
      ),
    );
    expect(names).toMatchObject({
      ids: ["1", "2", "3", "4"],
      unitNames: ["Bank", "Shop"],
      roleNames: ["Clerk", "Adviser"],
      siteNames: ["Rome", "Oslo"],
    });
    expect([...roster.unit]).toEqual([0, 0, 1, 0]);
    // A department of the same name in another unit is another department, and so is its team.
    expect([...roster.department]).toEqual([0, 0, 1, 0]);
    expect([...roster.team]).toEqual([0, 0, 1, 2]);
    expect([...roster.role]).toEqual([0, 0, 1, 1]);
    expect([...roster.level]).toEqual([2, 1, 0, 0]);
    expect([...roster.site]).toEqual([0, 1, 0, 0]);
    expect(names.report).toEqual([
      "4 people in 2 units, 2 departments, 3 teams, 2 roles and 2 sites.",
      "Ignored columns: shoe size.",
    ]);
  });

  test("of ids alone is one unit in teams of eight, and says so", async () => {
    const { roster, unitNames, roleNames, siteNames, report } = await importRoster(
      lines("id", ...Array.from({ length: 20 }, (_, i) => `${i}`)),
    );
    expect([unitNames, roleNames, siteNames]).toEqual([["Company"], ["Employee"], ["Site 1"]]);
    expect([...roster.team]).toEqual([...Array(8).fill(0), ...Array(8).fill(1), ...Array(4).fill(2)]);
    expect(report).toEqual([
      "20 people in 1 unit, 1 department, 3 teams, 1 role and 1 site.",
      "No column unit: all share one unit.",
      "No column department: all have their unit as department.",
      "No column team: all are in teams of eight in file order within their department.",
      "No column role: all share one role.",
      "No column site: all share one site.",
      "No column manager: all are on level 0.",
    ]);
  });

  test("without teams makes one of the people of each manager, the top with those it leads", async () => {
    const { roster, report } = await importRoster(
      lines("id,manager", "chief,", "a,chief", "b,chief", "a1,a", "a2,a", "b1,b", "alone,"),
    );
    expect([...roster.team]).toEqual([0, 0, 0, 1, 1, 2, 3]);
    expect([...roster.level]).toEqual([2, 1, 1, 0, 0, 0, 0]);
    expect(report).toContain(
      "No column team: 6 of 7 people are in a team with those who have the same manager.",
    );
    expect(report).toContain(
      "No column team: 1 of 7 people are in teams of eight in file order within their department.",
    );
  });

  test("with gaps fills them row by row", async () => {
    const { roster, unitNames, roleNames, report } = await importRoster(
      lines("id,unit,department,role", "1,Bank,Loans,Clerk", "2,,Loans,", "3,Bank,,", "4,Bank,Loans,Clerk"),
    );
    expect(unitNames).toEqual(["Bank", "No unit"]);
    expect(roleNames).toEqual(["Clerk", "Loans", "Employee"]);
    expect([...roster.department]).toEqual([0, 1, 2, 0]);
    expect([...roster.role]).toEqual([0, 1, 2, 0]);
    expect(report).toContain("Without a role: 1 of 4 people have their department as role.");
    expect(report).toContain("Without a role: 1 of 4 people share one role.");
  });

  test("has names of quoted newlines on one line", async () => {
    const { unitNames } = await importRoster(['id,unit\r\n1,"Investor\r\nRelations"\r\n2, Sales \r\n']);
    expect(unitNames).toEqual(["Investor Relations", "Sales"]);
  });
});

describe("ties", () => {
  const people = { ids: ["a", "b", "c", "d"] };

  test("lose direction and repetition, and their weights add up", async () => {
    const ties = await importTies(
      lines("source,target,weight", "b,a,1", "a,b,2.5", "c,b,4", "a,b,1e1"),
      people,
    );
    expect([[...ties.source], [...ties.target], [...ties.weight]]).toEqual([
      [0, 1],
      [1, 2],
      [13.5, 4],
    ]);
    expect(ties.report).toEqual([
      "2 ties between 3 people of 4 people.",
      "Kept without ties: 1 person.",
      "Summed: 2 rows repeat a pair of people.",
      "Weights from weight are kept; the model doesn't use them.",
    ]);
  });

  test("that are directed say what became of it", async () => {
    const { report } = await importTies(lines("source,target", "a,b", "b,a", "c,d"), people, {
      directed: true,
    });
    expect(report).toEqual([
      "2 ties between 4 people of 4 people.",
      "3 directed ties became 2 ties without direction.",
      "No weights: 1 a row.",
    ]);
  });

  test("take weights from the column asked for, a decimal comma too, and leave out those of 0", async () => {
    const text = lines("source;target;mails;weight", "a;b;1,5;9", "b;c;0;9");
    const ties = await importTies(text, people, { weightColumn: "Mails" });
    expect([...ties.weight]).toEqual([1.5]);
    expect(ties.report).toContain("Left out: 1 tie of weight 0.");
    expect(ties.report).toContain("Ignored columns: weight.");
  });

  test.each([
    [["source,target", "a,a"], 'tie of a person to themselves: "a" (t.csv:2)'],
    [["source,target", "a,b", "a,x"], 'unknown person; not in the roster: "x" (t.csv:3)'],
    [["source,target", "a,"], "missing target (t.csv:2)"],
    [["from,to", "a,b"], 'missing column source; the header has: "from, to" (t.csv:1)'],
    [["source,target,weight", "a,b,many"], 'invalid weight; not in [0, 1e12]: "many" (t.csv:2)'],
    [["source,target,weight", "a,b,"], 'invalid weight; not in [0, 1e12]: "" (t.csv:2)'],
    [["source,target,weight", "a,b,-1"], 'invalid weight; not in [0, 1e12]: "-1" (t.csv:2)'],
    [["source,target,weight", "a,b,NaN"], 'invalid weight; not in [0, 1e12]: "NaN" (t.csv:2)'],
    [["source,target,weight", "a,b,1e99"], 'invalid weight; not in [0, 1e12]: "1e99" (t.csv:2)'],
    [["source,target,weight", "a,b,0x10"], 'invalid weight; not in [0, 1e12]: "0x10" (t.csv:2)'],
  ])("%j are refused in a sentence", async (rows, sentence) => {
    expect(await refusal(importTies(lines(...rows), people, { name: "t.csv" }))).toBe(sentence);
  });

  test("need the weight column that was asked for", async () => {
    const work = importTies(lines("source,target", "a,b"), people, { name: "t.csv", weightColumn: "mails" });
    expect(await refusal(work)).toBe('missing column mails; the header has: "source, target" (t.csv:1)');
  });

  test("come out the same whatever the order and direction of their rows", async () => {
    const pair = fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 20 }), async (pairs) => {
        const text = (list: [number, number][]) =>
          lines("source,target", ...list.map(([a, b]) => `${people.ids[a]},${people.ids[b]}`));
        const turned = pairs.toReversed().map(([a, b]): [number, number] => [b, a]);
        const [one, other] = [await importTies(text(pairs), people), await importTies(text(turned), people)];
        expect(other).toEqual(one);
        expect(one.weight.reduce((sum, weight) => sum + weight, 0)).toBe(pairs.length);
        expect(one.source.every((source, i) => source < one.target[i])).toBe(true);
      }),
    );
  });
});

test("an organisation of 1,005 people with 25,571 directed ties is read in a moment", async () => {
  const people = Array.from({ length: 1005 }, (_, i) => `"p${i}";"D${i % 42}"`);
  const pairs = new Set<string>();
  for (let k = 0; pairs.size < 25_571; k++) {
    const [a, b] = [k % 1005, (k + 1 + 37 * Math.floor(k / 1005)) % 1005];
    if (a !== b) pairs.add(`"p${a}";"p${b}"`);
  }
  const start = performance.now();
  const { roster, ties } = await organisationOf(
    [`id;department\r\n${people.join("\r\n")}`],
    [`source;target\r\n${[...pairs].join("\r\n")}`],
    { directed: true },
  );
  expect(performance.now() - start).toBeLessThan(1000);
  expect(roster.report[0]).toBe("1,005 people in 1 unit, 42 departments, 126 teams, 42 roles and 1 site.");
  expect(ties!.weight.reduce((sum, weight) => sum + weight, 0)).toBe(25_571);
  expect(ties!.report.find((line) => line.startsWith("25,571 directed ties became "))).toBeDefined();
});
