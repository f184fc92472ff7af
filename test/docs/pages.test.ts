/** The documents say what the tables and the code say. */
import { describe, expect, test } from "vitest";
import { COLUMNS } from "../../engine/columns.ts";
import { PARAMETERS, SCHEDULE } from "../../engine/index.ts";
import { EVIDENCE } from "../../scenarios/index.ts";
import { FILES, textOf } from "../lint/sources.ts";
import { resultsStamp } from "../../viz/terminal/scenes.ts";
import { figures, type CalibrationFigures, type PatternFigures } from "./figures.ts";
import { pages } from "./pages.ts";

test.each([...pages()])("%s is what `npm run docs` writes", (path, content) => {
  expect(textOf(path)).toBe(content);
});

describe("the figures", () => {
  const patterns = figures<PatternFigures>("patterns");
  const calibration = figures<CalibrationFigures>("calibration");

  test("of the patterns belong to the results of this engine, on 32 seeds, and all hold", () => {
    expect(patterns?.results).toBe(resultsStamp());
    expect(patterns?.seeds).toBeGreaterThanOrEqual(32);
    expect(patterns?.patterns.filter(({ holds }) => !holds)).toEqual([]);
  });

  test("of the calibration: at least fifty members miss no pattern, and the defaults are the most central", () => {
    const members = calibration?.members ?? [];
    expect(members.length).toBeGreaterThanOrEqual(50);
    for (const { implausibility } of members) expect(implausibility).toBeLessThanOrEqual(3);
    for (const [name, value] of Object.entries(members[0]?.assumptions ?? {}))
      expect(PARAMETERS.find((row) => row.name === name)?.default, name).toBe(value);
  });
});

const named = new Set([...textOf("docs/ODD.md").matchAll(/`(\w+)`/g)].map(([, name]) => name));

test("ODD.md names every parameter", () => {
  expect(PARAMETERS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});

test("every name in ODD.md is one of the engine's", () => {
  const engine = FILES.filter((path) => /^engine\/.*\.ts$/.test(path))
    .map(textOf)
    .join("\n");
  expect([...named].filter((name) => !new RegExp(`\\b${name}\\b`).test(engine))).toEqual([]);
});

describe("the page of evidence", () => {
  const page = textOf("docs/evidence.md");
  const rows = [...page.matchAll(/^\| <a id="(\w+)"><\/a>(\w+) \| .* \|$/gm)];

  test("has a row with an anchor for every entry of the register, and no other", () => {
    expect(rows.map(([, , id]) => id)).toEqual(EVIDENCE.map(({ id }) => id));
    expect(rows.map(([, anchor]) => anchor)).toEqual(EVIDENCE.map(({ id }) => id.toLowerCase()));
  });

  test("is where every id in a document leads: none names an entry that isn't there", () => {
    const ids = FILES.filter((path) => path.endsWith(".md")).flatMap((path) =>
      [...textOf(path).matchAll(/\bE\d\d[a-z]?\b/g)].map(([id]) => id),
    );
    const known = new Set(EVIDENCE.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  test("names for each entry the parameters that name it in the page of parameters", () => {
    const parameters = textOf("docs/parameters.md");
    for (const [line, , id] of rows) {
      const naming = parameters.split("\n").filter((row) => row.includes(`[${id}](`));
      const named = naming.map((row) => /^\| `(\w+)`/.exec(row)?.[1]);
      expect([...(line.split(" | ").at(-1) ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
        named,
      );
    }
  });
});

describe("ODD.md", () => {
  const odd = textOf("docs/ODD.md");

  test("has the seven elements of the protocol, in its order", () => {
    expect([...odd.matchAll(/^## (\d\. .*)$/gm)].map(([, title]) => title)).toEqual([
      "1. Purpose and patterns",
      "2. Entities, state variables and scales",
      "3. Process overview and scheduling",
      "4. Design concepts",
      "5. Initialization",
      "6. Input data",
      "7. Submodels",
    ]);
  });

  test("speaks of the protocol's eleven design concepts, in its order", () => {
    const [concepts] = /## 4\. [\s\S]*?(?=## 5\.)/.exec(odd) ?? [""];
    expect([...concepts.matchAll(/^- \*\*([A-Z][a-z ]+)\.\*\*/gm)].map(([, name]) => name)).toEqual([
      "Basic principles",
      "Emergence",
      "Adaptation",
      "Objectives",
      "Learning",
      "Prediction",
      "Sensing",
      "Interaction",
      "Stochasticity",
      "Collectives",
      "Observation",
    ]);
  });

  test("tells the week in the order of the schedule", () => {
    const [, list] = /in this order: ([^.]*)\./.exec(odd) ?? [];
    const told = list
      .split(/,\s+/)
      .map((name) => name.replace(/ (\w)/, (_, letter: string) => letter.toUpperCase()));
    expect(told).toEqual(SCHEDULE.map(({ name }) => name));
  });

  test("rests every pattern on the entries that name it, and names every pattern they do", () => {
    const told = [...odd.matchAll(/^\| (S\d+) \|.*\| ([E\d ]+) \|$/gm)].flatMap(([, pattern, ids]) =>
      ids.split(" ").map((id) => `${pattern} ${id}`),
    );
    const registered = EVIDENCE.flatMap(({ id, use }) =>
      use.includes("printed as found")
        ? []
        : [...use.matchAll(/\bS\d+\b/g)].map(([pattern]) => `${pattern} ${id}`),
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.toSorted()).toEqual(registered.toSorted());
  });
});

describe("the page of schedule and state", () => {
  const page = textOf("docs/schedule.md");

  test("has every process and every column, and no other", () => {
    expect([...page.matchAll(/^\| \d+ \| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(
      SCHEDULE.map(({ name }) => name),
    );
    const columns = [...page.matchAll(/^\| `(\w+)` \| \w\d+ \|/gm)].map(([, name]) => name);
    expect(columns).toEqual(Object.values(COLUMNS).flatMap((group) => Object.keys(group)));
  });

  test("leaves no column without a writer but the clock", () => {
    const unwritten = [...page.matchAll(/^\| `(\w+)` \| \w\d+ \| the step itself \|$/gm)];
    expect(unwritten.map(([, name]) => name)).toEqual(["week"]);
  });
});
