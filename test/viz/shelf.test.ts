/** The shelf and the desk: documents survive a reload, and nothing that is stored can break the page. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultDocument } from "../../scenarios/index.ts";
import {
  deleteDocument,
  duplicateDocument,
  followOtherPages,
  newDocument,
  openDesk,
  openShelved,
  renameDocument,
  shelved,
} from "../../viz/store/desk.ts";
import { restoringTrouble, savingTrouble } from "../../viz/store/troubles.ts";
import { document, observed, openDocument, settleObserved, undo } from "../../viz/store/document.ts";
import { edit } from "../../viz/store/editing.ts";
import { people, type People } from "../../viz/store/people.ts";
import { removePlan } from "../../viz/store/plan-commands.ts";
import type { Store } from "../../viz/store/shelf.ts";

/** A browser's storage in memory; `full` refuses to take more. */
function storeOf(
  entries: Readonly<Record<string, string>> = {},
  isFull = false,
): Store & { all: Map<string, string> } {
  const all = new Map(Object.entries(entries));
  return {
    all,
    get length() {
      return all.size;
    },
    key: (i) => [...all.keys()][i] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
      all.set(key, value);
    },
    removeItem: (key) => void all.delete(key),
  };
}

let close = (): void => {};
const open = (store: Store): void => {
  close();
  openDocument(defaultDocument());
  close = openDesk(store);
};
const names = (): string[] => shelved().map((kept) => ("document" in kept ? kept.document.name : "?"));

beforeEach(() => {
  savingTrouble.value = "";
  restoringTrouble.value = "";
});
afterEach(() => close());

describe("the desk", () => {
  test("saves every step and restores the last after a reload", () => {
    const store = storeOf();
    open(store);
    edit(removePlan("platform-first"));
    const changed = document.value;
    open(store);
    expect(document.value).toEqual(changed);
    edit(removePlan("problems-first"));
    undo();
    open(store);
    expect(document.value).toEqual(changed);
  });

  test("keeps nothing of a document that is only looked at", () => {
    const store = storeOf();
    open(store);
    expect(store.all.size).toBe(0);
  });

  test("holds several documents by name", () => {
    const store = storeOf();
    open(store);
    renameDocument("First");
    duplicateDocument();
    expect(document.value.name).toBe("First 2");
    edit(removePlan("platform-first"));
    newDocument();
    expect(names()).toEqual(["Global bank", "First", "First 2"]);
    openShelved(shelved()[1].id);
    expect(document.value.plans.length).toBe(3);
    openShelved(shelved().find((kept) => "document" in kept && kept.document.name === "First 2")!.id);
    expect(document.value.plans.length).toBe(2);
    expect(document.value.name).toBe("First 2");
    open(store);
    expect(document.value.name).toBe("First 2");
  });

  test("gives a copy the people and what was seen, which the next document has not", () => {
    open(storeOf());
    const own = { key: "ours", organisation: { roster: { ids: ["a"] } }, files: [] } as unknown as People;
    people.value = own;
    const seen = [
      { measure: "deepShare", weeks: [4], values: [0.1], source: new File([""], "seen.csv") },
    ] as const;
    settleObserved(seen);
    duplicateDocument();
    expect([people.value, observed.value, document.value.name]).toEqual([own, seen, "Global bank 2"]);
    newDocument();
    expect([people.value, observed.value]).toEqual([null, []]);
  });

  test("says that another window has deleted the open one, until a change keeps it again", () => {
    const store = storeOf();
    open(store);
    renameDocument("First");
    let hear = (_event: Pick<StorageEvent, "key" | "newValue">): void => {};
    followOtherPages({
      addEventListener: (_type: string, listener: unknown) => void (hear = listener as typeof hear),
    });
    store.removeItem("groundwork.document.d1");
    hear({ key: "groundwork.document.d1", newValue: null });
    expect(savingTrouble.value).toContain("deleted in another window");
    edit(removePlan("problems-first"));
    expect([savingTrouble.value, store.all.has("groundwork.document.d1")]).toEqual(["", true]);
  });

  test("opens another document when the open one is deleted, and the default when none is left", () => {
    open(storeOf());
    renameDocument("First");
    duplicateDocument();
    deleteDocument(shelved()[0].id);
    expect(document.value.name).toBe("First");
    deleteDocument(shelved()[0].id);
    expect(document.value).toEqual(defaultDocument());
    expect(shelved().length).toBe(1);
  });
});

describe("stored data that are not ours to trust", () => {
  const good = JSON.stringify(defaultDocument());
  const BAD = [
    "",
    "null",
    "[]",
    "{}",
    "not json",
    good.slice(0, -5),
    good.replace('"groundwork":1', '"groundwork":99'),
    good.replace('"weeks":208', '"weeks":-1'),
    good.replace('"library":"global-bank"', '"library":"nobody"'),
    `{"groundwork":1,"__proto__":{"isAdmin":true}}`,
    "[".repeat(5000),
    "\u0000\ufffd",
  ];

  test.each(BAD.map((text, i) => [i, text] as const))("never break the page (%i)", (_, text) => {
    const store = storeOf({
      "groundwork.open": "d1",
      "groundwork.document.d1": text,
      "groundwork.document.d2": good,
    });
    open(store);
    expect(document.value).toEqual(defaultDocument());
    expect(restoringTrouble.value).not.toBe("");
    // What can't be read is neither opened nor overwritten.
    edit(removePlan("platform-first"));
    expect(store.all.get("groundwork.document.d1")).toBe(text);
    expect(shelved().filter((kept) => "why" in kept).length).toBe(1);
    openShelved("d1");
    expect(document.value.plans.length).toBe(2);
  });

  test("may name a document that isn't there", () => {
    for (const id of ["gone", "../../x", "__proto__", ""]) {
      open(storeOf({ "groundwork.open": id }));
      expect(document.value).toEqual(defaultDocument());
    }
  });
});

test("a full storage is said, and the page goes on", () => {
  open(storeOf({}, true));
  expect(edit(removePlan("platform-first"))).toBe(true);
  expect(savingTrouble.value).toBe("this browser’s storage is full");
  expect(document.value.plans.length).toBe(2);
});

test("a forbidden storage is said, and the page goes on", () => {
  const forbid = (): never => {
    throw new Error("SecurityError");
  };
  open({
    get length() {
      return forbid();
    },
    key: forbid,
    getItem: forbid,
    setItem: forbid,
    removeItem: forbid,
  });
  expect(edit(removePlan("platform-first"))).toBe(true);
  expect(savingTrouble.value).toBe("this browser keeps nothing");
  newDocument();
  expect(document.value.plans.length).toBe(3);
});
