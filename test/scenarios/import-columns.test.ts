/** What a file of weeks is taken for before it is read: weeks or a study's table, and which measure each column is. */
import { expect, test } from "vitest";
import { isOfWeeks, observedColumns } from "../../scenarios/import/index.ts";
import { InputError } from "../../scenarios/index.ts";

test.each([
  ["week,users", true],
  ["\ufeffDate;Community members", true],
  ['"week"\tactive', true],
  ["point,replicate,plan,status,week", false],
  ["point,plan,externalProb,netValue", false],
  ["users,weeks", false],
])("a header %j is one of weeks: %s", (header, isWeeks) => expect(isOfWeeks(header)).toBe(isWeeks));

test("columns are known by their measures' names, their labels, and what people call them", async () => {
  const names = [
    "deepShare",
    "Community members",
    "WAU",
    "Monthly active",
    "Registered users",
    "users",
    "mood",
  ];
  const columns = await observedColumns(
    [`week,${names.join(",")}\n1,0.5,20,10,1,2,3,\n2,,25,,1,2,3,high\n`],
    "own.csv",
  );
  expect(columns).toEqual([
    { name: "deepShare", measure: "deepShare", greatest: 0.5 },
    { name: "Community members", measure: "memberShare", greatest: 25 },
    { name: "WAU", measure: "weeklyActiveShare", greatest: 10 },
    { name: "Monthly active", measure: "monthlyActiveShare", greatest: 1 },
    { name: "Registered users", measure: "registeredShare", greatest: 2 },
    // A measure is taken once.
    { name: "users", measure: null, greatest: 3 },
    { name: "mood", measure: null, greatest: NaN },
  ]);
});

test("an empty file is refused", async () => {
  await expect(observedColumns([""], "own.csv")).rejects.toThrow(new InputError("empty file (own.csv:1)"));
});
