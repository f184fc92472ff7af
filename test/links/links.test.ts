/** Links: what is packed comes back to the letter, old links are read for ever, hostile ones are refused at once. */
import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument, defaultDocument, InputError } from "../../scenarios/index.ts";
import { fromBase64Url, toBase64Url } from "../../scenarios/links/base64url.ts";
import {
  isLink,
  LINK_LENGTH_MOST,
  readLink,
  verdictOnLink,
  writeLink,
  type Claim,
  type Link,
} from "../../scenarios/links/index.ts";
import { changeSentences, copiedText, provingText, verdictSentence } from "../../viz/words/links.ts";
import { plain } from "../../viz/words/rich.ts";
import { ENGLISH } from "../viz/notation.kit.ts";

interface Kept {
  readonly link: string;
  readonly holds: Link;
}

/** Links as version 1 wrote them: never minted anew. */
const CORPUS_1 = JSON.parse(readFileSync(new URL("corpus-1.json", import.meta.url), "utf8")) as Kept[];

/** A link of any text, as its author would pack it. */
function packed(text: string | Uint8Array, version = 1): string {
  return `g${version}.${toBase64Url(deflateRawSync(text))}`;
}

function withDocument(changes: object): string {
  return packed(JSON.stringify({ document: { ...defaultDocument(), ...changes } }));
}

describe("a link", () => {
  test("of every version that was is read, as an address and as its end", async () => {
    expect(CORPUS_1.length).toBeGreaterThan(10);
    for (const { link, holds } of CORPUS_1) {
      const expected = { ...holds, document: checkDocument(holds.document) };
      expect(await readLink(link)).toEqual(expected);
      expect(await readLink(`https://example.org/groundwork/?x=1#${link}`)).toEqual(expected);
    }
  });

  test("gives back what was packed, whatever is in the names", async () => {
    const clean = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .filter((text) => /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u.test(text));
    await fc.assert(
      fc.asyncProperty(clean, clean, fc.integer({ min: 1, max: 1040 }), async (name, seed, weeks) => {
        const plans = [{ id: "a", name, interventions: [] }];
        const document = checkDocument({ ...defaultDocument(), name, seed, weeks, plans });
        expect(await readLink(await writeLink({ document }))).toEqual({ document });
      }),
      { numRuns: 50 },
    );
  });

  test("of the document one starts with is shorter than mail programs cut", async () => {
    const claim = CORPUS_1.find(({ holds }) => holds.claim !== undefined)!.holds.claim!;
    const link = await writeLink({ document: defaultDocument(), claim });
    expect(link.length).toBeLessThan(LINK_LENGTH_MOST - 200);
    expect(link).toMatch(/^g1\.[\w-]+$/);
  });

  test("is told from a file's name and from a place of the page", () => {
    for (const yes of ["https://a.b/#g1.abc", "#g7.x", `g1.${"a".repeat(20)}`])
      expect(isLink(yes)).toBe(true);
    for (const no of ["g1.json", "#compare", "result.json", "g.aaaaaaaaaaaaaaaaaaaaaaaaa", ""])
      expect(isLink(no)).toBe(false);
  });
});

test("letters of an address hold any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
    }),
  );
});

describe("a hostile link is refused in one sentence", () => {
  const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;
  const claim = {
    engine: "0.1.0",
    runs: 4,
    digest: "0".repeat(64),
    medians: { npv: [1, 2, 3], deepShare: [1, 2, 3] },
  };
  const withClaim = (changes: object): string =>
    packed(JSON.stringify({ document: defaultDocument(), claim: { ...claim, ...changes } }));
  const HOSTILE: readonly (readonly [string, string, RegExp])[] = [
    [
      "a bomb of 10 MB",
      packed(Buffer.alloc(10_000_000, " ")),
      /^link too large; unpacked more than 262144 bytes$/,
    ],
    ["a bomb within quotes", packed(`{"document":"${"a".repeat(10_000_000)}"}`), /^link too large/],
    ["more than is read", `g1.${"A".repeat(40_000)}`, /^link too long; more than 32768 characters: 40003$/],
    ["deep nesting", packed(nested(50_000)), /deeper than 12/],
    ["deep nesting in the document", withDocument({ company: JSON.parse(nested(20)) }), /deeper than 12/],
    ["a prototype", packed('{"document":{"__proto__":{"weeks":1}}}'), /^unknown key: "__proto__"/],
    ["a prototype at the root", packed('{"__proto__":null}'), /^unknown key: "__proto__"/],
    ["a constructor", packed('{"document":{"constructor":{}}}'), /^missing groundwork/],
    ["a later version", packed("{}", 2), /^unknown link version; not 1: 2$/],
    ["version 0", packed("{}", 0), /^unknown link version; not 1: 0$/],
    [
      "a later document",
      withDocument({ groundwork: 99 }),
      /^unknown groundwork version; not 1: 99 \(the link\)$/,
    ],
    ["no version", "#compare", /^not a link; no version: "compare"$/],
    ["nothing", "", /^not a link; no version: ""$/],
    ["nothing after the version", "g1.", /^(damaged link|malformed JSON)/],
    ["letters of no alphabet", "g1.ab!d", /^damaged link; a letter that no link has$/],
    ["a missing letter", "g1.abcde", /^damaged link; letters are missing$/],
    ["bytes that aren't deflated", "g1.____", /^damaged link; it can't be unpacked$/],
    ["half of a link", CORPUS_1[2].link.slice(0, 300), /^damaged link/],
    [
      "bytes that aren't text",
      packed(Uint8Array.of(0xff, 0xfe, 0xfd)),
      /^damaged link; it can't be unpacked$/,
    ],
    ["no JSON", packed("hello"), /^malformed JSON; expected a value: "hello" \(the link:1\)$/],
    ["a list", packed("[]"), /^invalid/],
    ["no document", packed("{}"), /^missing groundwork|^invalid document|^missing document/],
    [
      "a setting of the page",
      packed(JSON.stringify({ document: defaultDocument(), embed: true })),
      /^unknown key: "embed"/,
    ],
    [
      "an origin",
      packed(JSON.stringify({ document: defaultDocument(), origins: ["*"] })),
      /^unknown key: "origins"/,
    ],
    [
      "people themselves",
      packed(JSON.stringify({ document: defaultDocument(), people: { rows: [] } })),
      /unknown key in people|missing people.roster/,
    ],
    ["twice the same key", packed('{"document":1,"document":2}'), /^repeated key/],
    ["a direction of text", withDocument({ name: "a\u202eb" }), /^invalid name; has control characters/],
    ["a huge number of weeks", withDocument({ weeks: 1e9 }), /^invalid weeks; not in \[1, 1040\]/],
    ["too many runs", withClaim({ runs: 1e9 }), /^invalid claim.runs/],
    ["no digest", withClaim({ digest: "<script>" }), /^invalid claim.digest; not 64 hexadecimal digits/],
    ["markup as version", withClaim({ engine: "x".repeat(50) }), /^invalid claim.engine/],
    [
      "medians of other plans",
      withClaim({ medians: { npv: [1], deepShare: [1] } }),
      /^invalid claim; not a median for every plan/,
    ],
    [
      "a number that is none",
      withClaim({ medians: { npv: [1, 2, null], deepShare: [1, 2, 3] } }),
      /^invalid claim.medians.npv/,
    ],
    [
      "thousands of unknown keys",
      packed(`{${Array.from({ length: 5000 }, (_, i) => `"k${i}":1`).join(",")}}`),
      /more than 1000 members in one place/,
    ],
  ];

  test.each(HOSTILE)("%s", async (_, link, message) => {
    const refusal = await readLink(link).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect((refusal as Error).message).toMatch(message);
    expect((refusal as Error).message).not.toContain("\n");
  });

  test("and in less than 50 ms of work", async () => {
    for (const [what, link] of HOSTILE) {
      const spent = await Promise.all(
        [0, 1, 2].map(async () => {
          const before = process.cpuUsage();
          await readLink(link).catch(() => {});
          const { user, system } = process.cpuUsage(before);
          return (user + system) / 1000;
        }),
      );
      expect({ what, isQuick: Math.min(...spent) < 50 }).toEqual({ what, isQuick: true });
    }
  });

  test("whatever letters it is made of", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expect(readLink(`g1.${toBase64Url(bytes)}`)).rejects.toThrow(InputError);
      }),
      { numRuns: 300 },
    );
  });

  test("wherever one of its letters is changed, unless it says the same", async () => {
    const { link, holds } = CORPUS_1[1];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: link.length - 1 }),
        fc.base64String({ minLength: 4 }),
        async (at, text) => {
          const letter = text[0] === "+" || text[0] === "/" ? "-" : text[0];
          const changed = link.slice(0, at) + letter + link.slice(at + 1);
          const read = await readLink(changed).catch((error: unknown) => error);
          if (read instanceof InputError) return;
          expect(() => checkDocument((read as Link).document)).not.toThrow();
          expect(Object.keys(read as Link).toSorted()).toEqual(Object.keys(holds).toSorted());
        },
      ),
      { numRuns: 200 },
    );
  });
});

test("what is said of a link counts its runs, and those made here", () => {
  expect(provingText(0, 1)).toBe("Proving the result: 0 of 1 run.");
  expect(provingText(3, 64)).toBe("Proving the result: 3 of 64 runs.");
  expect(copiedText(0, false)).toBe(
    "The link is copied. No run has been made here yet, so it holds no result.",
  );
});

describe("the proof of a link", () => {
  const document = defaultDocument();
  const names = document.plans.map(({ name }, plan) => ({ name, plan }));
  const claim: Claim = {
    engine: "0.1.0",
    runs: 4,
    digest: "a".repeat(64),
    medians: { npv: [1e6, 2e6, 3e6], deepShare: [0.1, 0.2, 0.3] },
  };
  const told = (then: Claim, now: Claim): string[] => {
    const verdict = verdictOnLink(document, then, now);
    return [verdictSentence(verdict, then.runs), ...changeSentences(verdict, names, ENGLISH).map(plain)];
  };

  test("says identical, bit for bit", () => {
    expect(told(claim, claim)).toEqual([
      "The result is identical, bit for bit, to the one shared: 4 runs a plan.",
    ]);
  });

  test("says exactly which figures differ, in full where short ones look alike", () => {
    const medians = { npv: [1e6, 2e6 + 0.5, 4e6], deepShare: [0.1, 0.2, 0.3] };
    expect(told(claim, { ...claim, digest: "b".repeat(64), medians })).toEqual([
      "The result differs from the one shared (4 runs a plan):",
      "Problems first, net value in today’s money at the end: 2000000 then, 2000000.5 now",
      "The same, platform first, net value in today’s money at the end: $3m then, $4m now",
    ]);
  });

  test("says so where only single runs differ", () => {
    expect(told(claim, { ...claim, digest: "b".repeat(64) })).toEqual([
      "The result differs from the one shared in single runs, but in none of its medians (4 runs a plan).",
    ]);
  });

  test("of another version names it and shows both figures", () => {
    const medians = { npv: [1e6, 2e6, 3e6], deepShare: [0.1, 0.25, 0.3] };
    expect(told({ ...claim, engine: "0.0.9" }, { ...claim, digest: "b".repeat(64), medians })).toEqual([
      "Made with another version of Groundwork (0.0.9). The result differs from the one shared (4 runs a plan):",
      "Problems first, deep practice at the end: 20% then, 25% now",
    ]);
  });
});
