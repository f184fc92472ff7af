/** The house's style as a test: captions, lengths, words, purity, documents and their links. */
import { basename, dirname, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { FILES, SOURCES, textOf } from "./lint/sources.ts";
import { engineFaults, longFunctions } from "./lint/syntax.ts";

const THIS = "test/tidy.test.ts";
const CODE = SOURCES.filter((path) => /\.(ts|tsx|mjs)$/.test(path));
const ENGINE = CODE.filter((path) => path.startsWith("engine/"));
const TEXTS = FILES.filter((path) => !/\.(png|webp|woff2?|ico|parquet|gz)$/.test(path) && path !== THIS);
const MARKDOWN = FILES.filter((path) => path.endsWith(".md"));
const FILE_LINES = 400;
const FUNCTION_LINES = 70;

/** Names that say nothing of what a file holds. */
const EMPTY_NAMES =
  /^(utils?|helpers?|common|misc|shared|stuff|managers?|handlers?|core|base|impl)\b|(Utils?|Helpers?|Manager|Handler)\b/;
const UNFINISHED = /\b(FIXME|TODO|XXX|HACK)\b/;
const STRATEGY = /(platform|problems?)[ _-]?first/i;
const MACHINE_PATH = /(?<![\w.~/-])\/(work|home|root|Users|mnt|srv)\/\w|\b[A-Z]:\\/;
const REGISTRY =
  /registry\.(npmjs|yarnpkg)|npm\.pkg\.github|artifactory|verdaccio|localhost:4873|"resolved":/;

/** Every place where a pattern shows, as `path:line`. */
function placesOf(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}`] : [])),
  );
}

describe("files", () => {
  test("start with a caption of one sentence", () => {
    const caption = (path: string) => (path.endsWith(".css") ? /^\/\* .+[.?] \*\/$/ : /^\/\*\* .+[.?] \*\/$/);
    const isCaptioned = (path: string) => {
      const [first] = textOf(path).split("\n", 1);
      return caption(path).test(first) && !/[.?!] [A-Z]/.test(first);
    };
    expect(SOURCES.filter((path) => !isCaptioned(path))).toEqual([]);
  });

  test(`have at most ${FILE_LINES} lines`, () => {
    const lineCount = (path: string) => textOf(path).trimEnd().split("\n").length;
    expect(SOURCES.filter((path) => lineCount(path) > FILE_LINES)).toEqual([]);
  });

  test("are named after what they hold", () => {
    const isNamed = (path: string) => !EMPTY_NAMES.test(basename(path).replace(/\..*$/, ""));
    expect(SOURCES.filter((path) => !isNamed(path))).toEqual([]);
  });

  test("aren't empty", () => {
    expect(FILES.filter((path) => textOf(path).trim() === "")).toEqual([]);
  });

  test("hold no notes of unfinished work", () => {
    expect(placesOf(UNFINISHED, TEXTS)).toEqual([]);
  });

  test("know neither a machine's folders nor a registry", () => {
    expect([...placesOf(MACHINE_PATH, TEXTS), ...placesOf(REGISTRY, TEXTS)]).toEqual([]);
  });
});

test(`functions have at most ${FUNCTION_LINES} lines`, () => {
  const faults = CODE.flatMap((path) =>
    longFunctions(path, textOf(path), FUNCTION_LINES).map(({ rule, line }) => `${path}:${line} ${rule}`),
  );
  expect(faults).toEqual([]);
});

describe("engine/", () => {
  test("has no power operator, no alias of Math, no state of modules, no order left to chance", () => {
    const faults = ENGINE.flatMap((path) =>
      engineFaults(path, textOf(path)).map(({ rule, line }) => `${path}:${line} ${rule}`),
    );
    expect(faults).toEqual([]);
  });

  test("never sees a strategy's name", () => {
    expect(placesOf(STRATEGY, ENGINE)).toEqual([]);
  });
});

test("the lock is that of package.json", () => {
  const { dependencies, devDependencies } = JSON.parse(textOf("package.json")) as Record<string, unknown>;
  const lock = JSON.parse(textOf("package-lock.json")) as { packages: Record<string, unknown> };
  expect(lock.packages[""]).toMatchObject({ dependencies, devDependencies });
});

describe("the schedule", () => {
  const step = FILES.includes("engine/step.ts") ? textOf("engine/step.ts") : "";
  const schedule = [...(/SCHEDULE[^=]*=\s*\[([^\]]*)\]/.exec(step)?.[1] ?? "").matchAll(/\w+/g)].map(String);

  test.skipIf(step === "")("names a file of engine/processes/ for each of its processes", () => {
    expect(schedule.length).toBeGreaterThan(0);
    expect(schedule.filter((name) => !FILES.includes(`engine/processes/${name}.ts`))).toEqual([]);
  });

  test.skipIf(step === "")("leaves no process out: every other file there is part of one", () => {
    const texts = ENGINE.map(textOf).join("\n");
    const parts = ENGINE.filter((path) => dirname(path) === "engine/processes").map((path) =>
      basename(path, ".ts"),
    );
    expect(parts.filter((name) => !new RegExp(`from "\\./(processes/)?${name}\\.ts"`).test(texts))).toEqual(
      [],
    );
  });

  test.skipIf(step === "")("is ODD.md's, submodel by submodel", () => {
    const headings = [...textOf("docs/ODD.md").matchAll(/^### .*`engine\/processes\/(\w+)\.ts`/gm)];
    expect(headings.map(([, name]) => name)).toEqual(schedule);
  });
});

describe("documents", () => {
  const links = MARKDOWN.flatMap((path) =>
    [...textOf(path).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
      .filter(([, target]) => !/^[a-z]+:/.test(target))
      .map(([, target]) => ({ path, target: normalize(`${dirname(path)}/${target}`) })),
  );

  test("link only to files that are there", () => {
    const broken = links.filter(
      ({ target }) => !FILES.some((path) => path === target || path.startsWith(`${target}/`)),
    );
    expect(broken).toEqual([]);
  });

  test("are linked from another", () => {
    const known = new Set(links.map(({ target }) => target));
    expect(FILES.filter((path) => path.startsWith("docs/") && !known.has(path))).toEqual([]);
  });
});
