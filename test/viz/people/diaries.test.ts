/** Diaries and genealogies are the chronicle told over: nothing is lost, nothing is added, every chain ends. */
import { describe, expect, test } from "vitest";
import { createChronicler } from "../../../engine/chronicler.ts";
import { CAUSE, createWitness, createWorld, EVENT, FILMED, NO_EVENT, step } from "../../../engine/index.ts";
import { boxesOf } from "../../../viz/people/descent-chart.tsx";
import {
  descentHeading,
  descentSentence,
  descentTable,
  HANDED_ON,
} from "../../../viz/people/descent-words.ts";
import { diaryOf } from "../../../viz/people/diary.ts";
import { diaryRows, entryText, followHeading, followSentence } from "../../../viz/people/diary-words.ts";
import { firstSeat, personAt, seatsOf, weekHired } from "../../../viz/people/follow.ts";
import { chainTo, descentOf, genealogyOf, isInherited } from "../../../viz/people/genealogy.ts";
import { personName, seatNamed } from "../../../viz/people/persons.ts";
import type { People } from "../../../viz/store/people.ts";
import { plain } from "../../../viz/words/rich.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, measureAt, specOf } from "../../laws/worlds.ts";
import { ENGLISH } from "../notation.kit.ts";

const WEEKS = 40;
const PLAN = { name: "Problems first", plan: 1 };
const world = createWorld(
  specOf({
    company: { employeeCount: 300 },
    parameters: { ...BUSY, startCommunityShare: 0.3, tieProb: 0.02 },
    plan: EVERYTHING,
    shocks: EVERY_SHOCK,
    weeks: WEEKS,
  }),
);
const witness = createWitness(world, createChronicler(world));
while (world.state.firm.week[0] < WEEKS) step(world, witness.observe);
const { film } = witness.sight();
const chronicle = witness.sight().chronicle!;
const genealogy = genealogyOf(chronicle);
const persons = [...new Set([...Array.from({ length: 300 }, (_, a) => a), ...chronicle.person])];
const diaries = new Map(persons.map((person) => [person, diaryOf(film, chronicle, person)]));
const nameOf = (person: number): string => `<b>${person}</b>\u202e`;

describe("diaries", () => {
  test("hold every event once, and every answer once more", () => {
    const did = new Map<number, number>();
    let answered = 0;
    for (const { entries } of diaries.values())
      for (const entry of entries) {
        if (entry.kind === "did") did.set(entry.event, (did.get(entry.event) ?? 0) + 1);
        if (entry.kind === "answered") answered++;
      }
    expect(did.size).toBe(chronicle.count);
    expect([...did.values()].every((times) => times === 1)).toBe(true);
    const named = Array.from(chronicle.cause).filter(
      (cause, i) => cause === CAUSE.answered && chronicle.other[i] !== 0xffffffff,
    );
    expect(answered).toBe(named.length);
  });

  test("count as many registrations a week as the measure", () => {
    const counts = new Uint32Array(WEEKS);
    for (const { entries } of diaries.values())
      for (const entry of entries)
        if (entry.kind === "did" && chronicle.kind[entry.event] === EVENT.registered) counts[entry.week]++;
    for (let week = 0; week < WEEKS; week++)
      expect(counts[week]).toBe(measureAt(world, "registrations", week + 1));
  });

  test("follow people from seat to seat, so that at every moment everybody present has one diary", () => {
    for (let moment = 0; moment <= WEEKS; moment += 4) {
      const seats = new Map<number, number>();
      for (const person of persons) {
        const seat = seatsOf(chronicle, person, WEEKS)[moment];
        if (seat < 0) continue;
        expect(seats.has(seat)).toBe(false);
        seats.set(seat, person);
        expect(personAt(chronicle, seat, moment)).toBe(person);
        const byte = film.states[moment * film.seatCount + seat];
        expect(diaries.get(person)!.states[moment]).toBe(byte & FILMED.state);
      }
      expect(seats.size).toBe(measureAt(world, "employees", moment));
    }
  });

  test("say every entry in words, names as they are", () => {
    const all = [...diaries.values()].flatMap(({ entries }) =>
      entries.map((entry) => entryText(entry, chronicle, nameOf)),
    );
    expect(all.join()).not.toMatch(/undefined|NaN|null/);
    expect(all.some((text) => text.includes("<b>"))).toBe(true);
    const [person] = persons;
    const told = [{ plan: PLAN, chronicle, diary: diaries.get(person)! }];
    expect(plain(followHeading("X", told)).length).toBeGreaterThan(10);
    expect(plain(followSentence(told, ENGLISH))).toMatch(/^Under Problems first: /);
    const rows = diaryRows(told, nameOf);
    expect(rows.map(({ week }) => week)).toEqual(rows.map(({ week }) => week).toSorted((a, b) => a - b));
    for (const { texts } of rows) expect(texts[0]).toMatch(/^[A-Z].*\.$/s);
  });

  test("know newcomers by their ids, and people by a number or an imported id", () => {
    const newcomer = persons.find((person) => weekHired(person) >= 0)!;
    expect(firstSeat(newcomer)).toBeLessThan(film.seatCount);
    expect(
      ["7", " employee 1,2", "Employee 300", "301", "0", "x", ""].map((text) => seatNamed(text, 300, null)),
    ).toEqual([6, -1, 299, -1, -1, -1, -1]);
  });
});

describe("genealogies", () => {
  test("are forests: origins with their descendants are all of the events", () => {
    let sum = 0;
    let inherited = 0;
    for (let i = 0; i < chronicle.count; i++) {
      if (!isInherited(chronicle.kind[i])) continue;
      inherited++;
      if (chronicle.parent[i] === NO_EVENT) sum += genealogy.descendants[i] + 1;
      const chain = chainTo(chronicle, i);
      expect(chain[0]).toBe(genealogy.origin[i]);
      expect(chain.at(-1)).toBe(i);
      expect(new Set(chain.map((event) => chronicle.person[event])).size).toBeLessThanOrEqual(
        genealogy.chain[i],
      );
      expect(genealogy.childrenOf(i).every((child) => chronicle.parent[child] === i)).toBe(true);
    }
    expect(sum).toBe(inherited);
  });

  test("are told in numbers that add up", () => {
    for (const handed of HANDED_ON) {
      const descent = descentOf(chronicle, genealogy, handed.kind);
      const forest = { plan: PLAN, chronicle, genealogy, descent };
      expect(genealogy.chain[descent.longestEnd]).toBe(descent.longest);
      expect(plain(descentHeading([forest], handed, ENGLISH))).toMatch(/% of those who/);
      expect(plain(descentSentence([forest], nameOf, ENGLISH))).toContain(
        `${descent.through} of ${descent.total}`,
      );
      const { rows } = descentTable([forest], handed, ENGLISH);
      const sumOf = (start: string): number =>
        rows.filter(([head]) => head.startsWith(start)).reduce((sum, [, n]) => sum + Number(n), 0);
      expect([sumOf("from"), sumOf("of")]).toEqual([descent.total, descent.total]);
    }
  });

  test("are drawn with everybody inside the box of whoever brought them", () => {
    const { greatest } = descentOf(chronicle, genealogy, EVENT.registered);
    const boxes = boxesOf(genealogy, greatest, 20);
    expect(boxes.length).toBe(genealogy.descendants[greatest] + 1);
    for (const box of boxes.slice(1)) {
      const parent = boxes.find(({ event }) => event === chronicle.parent[box.event])!;
      expect(box.from).toBeGreaterThanOrEqual(parent.from - 1e-9);
      expect(box.to).toBeLessThanOrEqual(parent.to + 1e-9);
      expect(box.generation).toBe(parent.generation + 1);
    }
  });
});

test("an imported id is shown as it is and turns no text around it", () => {
  const ids = ["<i>x</i>\u202e"];
  const people = { key: "", files: [], organisation: { roster: { ids } } } as unknown as People;
  expect(personName(0, people, ENGLISH)).toBe(`\u2068${ids[0]}\u2069`);
  expect(personName(0, null, ENGLISH)).toBe("Employee 1");
  expect([seatNamed(ids[0], 1, people), seatNamed("1", 1, people)]).toEqual([0, -1]);
});
