/** Sentences about people count one person as one, and no more for most than there are. */
import { expect, test } from "vitest";
import { FILM_STATE, FILMED, type Film } from "../../../engine/index.ts";
import { LOOKS } from "../../../viz/people/counts.ts";
import { peopleHeading, peopleSentence, stretchSentence } from "../../../viz/people/words.ts";
import { plain } from "../../../viz/words/rich.ts";
import { ENGLISH } from "../notation.kit.ts";

const WEEKS = 1;
const GROUPS = [
  { name: "Sales", seats: [0, 1] },
  { name: "Service", seats: [2] },
];

/** Three people in the one week before and the one after. */
function filmOf(before: readonly number[], after: readonly number[]): Film {
  const none = new Uint16Array(3);
  const seats = {
    unit: none,
    department: none,
    team: none,
    role: none,
    level: none,
    site: none,
    scope: none,
  };
  return {
    weeks: WEEKS,
    seatCount: 3,
    states: Uint8Array.from([...before, ...after]),
    seats: seats as unknown as Film["seats"],
  };
}

function toldOf(film: Film, look: string): string {
  const plans = [{ plan: { name: "A", plan: 0 }, film }];
  const one = LOOKS.find(({ name }) => name === look)!;
  return plain(stretchSentence(plans, one, { from: 0, to: 1 }, GROUPS, ENGLISH)).split(": ")[1];
}

const { deep, none } = FILM_STATE;

test("one person comes and leaves as one", () => {
  expect(toldOf(filmOf([none, none, none], [deep, none, none]), "deep")).toBe(
    "Under A, 1 person came to deep practice and 0 left it, in Sales.",
  );
  const { champion } = FILMED;
  expect(toldOf(filmOf([0, champion, 0], [champion, 0, 0]), "champion")).toBe(
    "Under A, 1 person became a champion and 1 is a champion no longer, the most of them in Sales.",
  );
  expect(toldOf(filmOf([0, 0, champion], [champion, champion, champion]), "champion")).toContain(
    "2 people became champions and 0 are champions no longer",
  );
});

test("one person practises, and several practise", () => {
  const one = { plan: { name: "A", plan: 0 }, film: filmOf([none, none, none], [deep, none, none]) };
  const two = { plan: { name: "B", plan: 1 }, film: filmOf([none, none, none], [deep, deep, none]) };
  const headingOf = (...plans: (typeof one)[]): string => plain(peopleHeading(plans, 1, ENGLISH));
  expect(headingOf(one)).toBe("1 of 3 people practises deeply");
  expect(headingOf(two)).toBe("2 of 3 people practise deeply");
  expect(headingOf(one, { ...one, plan: two.plan })).toBe(
    "The same person practises deeply under both plans",
  );
  expect(headingOf(two, { ...two, plan: two.plan })).toBe(
    "The same 2 people practise deeply under both plans",
  );
  expect(plain(peopleSentence([one], 1, 0, ENGLISH))).toContain("1 of 3 under A practises deeply.");
  expect(plain(peopleSentence([one, two], 1, 0, ENGLISH))).toContain("under B practise deeply.");
});
