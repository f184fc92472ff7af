/** The page of orders holds the slots of the code, and a place for each figure that the league writes. */
import { expect, test } from "vitest";
import { SLOT_WEEKS, SLOTS, SWITCHES } from "../../scenarios/index.ts";
import { textOf } from "../lint/sources.ts";

const PAGE = textOf("docs/orders.md");

test("the page's table of slots is the code's", () => {
  const told = [...PAGE.matchAll(/^\| ([A-Z]) \| (\w+) \|/gm)].map(([, letter, name]) => [letter, name]);
  expect(told).toEqual(Object.entries(SLOTS).map(([letter, { name }]) => [letter, name]));
  expect(PAGE).toContain(`one every ${SLOT_WEEKS} weeks`);
});

test("every block that the league fills is marked once, and every command of it names its page", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const commands = scripts["league"].split(" && ").slice(1);
  const marks = [...PAGE.matchAll(/^<!-- (.*): begin -->\n[^]*?^<!-- (.*): end -->$/gm)];
  expect(marks.map(([, begin, end]) => [begin, end])).toEqual(
    ["orders", "orders, equal budget", "ablations", "phase"].map((name) => [name, name]),
  );
  expect(commands).toHaveLength(marks.length);
  for (const command of commands) expect(command).toMatch(/ --write docs\/orders\.md$/);
});

test("the page tells of the switches that aren't the model's only reading", () => {
  for (const { id } of SWITCHES.filter((each) => /b$/.test(each.id) || each.on))
    expect(PAGE).toMatch(new RegExp(`\\b${id.replace("M6b", "M6")}\\b`));
});
