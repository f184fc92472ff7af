/** Numbers, money and months as the document's locale writes them, alike on the page and in the terminal. */
import { describe, expect, test } from "vitest";
import { defaultDocument } from "../../scenarios/index.ts";
import { digits, percent } from "../../scenarios/words.ts";
import { calendarText } from "../../viz/charts/calendar.ts";
import { formatOf } from "../../viz/terminal/format.ts";
import { countText, fixedText } from "../../viz/words/decimals.ts";
import { ownSentences, type ToldCalibration } from "../../scenarios/calibration/index.ts";
import { findingsText } from "../../viz/terminal/analyse-report.ts";
import { decisionWords, numberWords } from "../../viz/words/decisions.ts";
import { isKnownLocale, signsOf } from "../../viz/words/locales.ts";
import { localeSentence, notationOf, unitName } from "../../viz/words/notation.ts";
import { calendarOf } from "../../viz/words/time.ts";
import { unitOf } from "../../viz/words/units.ts";

const LOCALES =
  "en en-GB en-US en-ZA de de-CH de-LI fr it it-CH es es-MX es-US pt pt-PT nl da sv nb nn fi pl cs ro".split(
    " ",
  );
const STUDY = { name: "One", seed: "s", design: { kind: "sobol" }, document: defaultDocument() };
/** Hosts write thin spaces and straight apostrophes or not, by their age. */
const alike = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("'", "’");

describe.each(LOCALES)("in %s", (locale) => {
  const notation = notationOf({ locale });

  test("thousands, decimals and shares have the signs of the host's own tables", () => {
    const host = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 });
    for (const value of [0.5, 12.5, 1234.5, 12_345.5, 1_234_567.5])
      expect(alike(fixedText(value, 1, notation))).toBe(alike(host.format(value)));
    const share = new Intl.NumberFormat(locale, { style: "percent" });
    expect(alike(unitOf("share", notation).short(0.55))).toBe(alike(share.format(0.55)));
  });

  test("twelve months have names of their own", () => {
    const names = Array.from({ length: 12 }, (_, month) =>
      calendarText({ start: `2027-${String(month + 1).padStart(2, "0")}-05`, months: notation.months }, 0),
    );
    expect(new Set(names).size).toBe(12);
    for (const name of names) expect(name).toMatch(/^\p{L}+\.?( de)? 2027$/u);
  });
});

test.each([
  ["en-US", "USD", "$1.2m", "$1.2–3.4m", "−$1.2m to +$3.4m", "$1.2 million"],
  ["en-GB", "GBP", "£1.2m", "£1.2–3.4m", "−£1.2m to +£3.4m", "£1.2 million"],
  ["de-DE", "EUR", "1,2m €", "1,2–3,4m €", "−1,2m € to +3,4m €", "1,2 million €"],
  ["de-CH", "CHF", "CHF 1.2m", "CHF 1.2–3.4m", "−CHF 1.2m to +CHF 3.4m", "CHF 1.2 million"],
  ["nl", "EUR", "€ 1,2m", "€ 1,2–3,4m", "−€ 1,2m to +€ 3,4m", "€ 1,2 million"],
  ["sv", "SEK", "1,2m SEK", "1,2–3,4m SEK", "−1,2m SEK to +3,4m SEK", "1,2 million SEK"],
])("money in %s and %s stands where it is read", (locale, currency, short, range, change, long) => {
  const money = unitOf("USD", notationOf({ locale, currency }));
  const told = [
    money.short(1.2e6),
    money.shortRange(1.2e6, 3.4e6),
    money.changeRange(-1.2e6, 3.4e6),
    money.long(1.2e6),
  ];
  expect(told.map(alike)).toEqual([short, range, change, long]);
});

test("the terminal writes the same signs as the page", () => {
  for (const locale of LOCALES) {
    const document = { locale, currency: "EUR" };
    const [format, notation] = [formatOf(document), notationOf(document)];
    for (const value of [1.23e6, -4.56e9, 0, 78.9]) {
      const shape = (text: string): string => text.replaceAll(/\d(?:[\d.,’\u00a0]*\d)?/g, "#");
      expect(shape(format.value(value * 10, "USD"))).toBe(shape(unitOf("USD", notation).short(value * 10)));
    }
    expect(format.range(0.12, 0.34, "share")).toBe(unitOf("share", notation).shortRange(0.12, 0.34));
  }
});

test("a locale without a country of its own in the table is written as its language, another as English", () => {
  expect(signsOf("de-AT")).toEqual(signsOf("de"));
  expect(signsOf("DE-ch")).toEqual(signsOf("de-CH"));
  expect(signsOf("ja")).toEqual(signsOf("en"));
  expect(["fr-BE", "pt-BR", "ja", "constructor", "__proto__"].map(isKnownLocale)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("a document's calendar has the months of its locale", () => {
  const calendar = calendarOf({ start: "2027-03-01", locale: "de-DE" })!;
  expect([0, 44].map((week) => calendarText(calendar, week))).toEqual(["März 2027", "Jan. 2028"]);
  expect(calendarOf({ locale: "de-DE" })).toBeUndefined();
  expect(countText(12_345, notationOf({ locale: "de-DE" }))).toBe("12.345");
});

test("the model's money is named by the document's currency, and never converted", () => {
  expect(unitName("USD a month", { currency: "CHF" })).toBe("CHF a month");
  expect(unitName("log USD", {})).toBe("log USD");
  expect(alike(localeSentence({ locale: "fr-FR", currency: "EUR" }))).toBe(
    "So: 12 345,6, 1,2m €, janv. 2027.",
  );
  expect(localeSentence({ locale: "ja" })).toBe(
    "No table for ja: as in English. So: 12,345.6, $1.2m, Jan 2027.",
  );
});

test("a decision's shares and numbers have the document's signs, and in English those of all sentences", () => {
  const wordsIn = (locale: string) => {
    const document = { ...defaultDocument(), locale };
    return decisionWords({ study: { document }, outputs: [] } as never, "netValue");
  };
  const values = [0, 0.0012, 0.125, 0.9996, 1, -0.0456, 123.4];
  const [german, english] = [wordsIn("de-DE"), wordsIn("en-US")];
  expect(values.slice(0, 5).map((value) => alike(german.share(value)))).toEqual([
    "0 %",
    "0,2 %",
    "13 %",
    "99,9 %",
    "100 %",
  ]);
  expect(values.map(german.number)).toEqual(["0", "0,0012", "0,125", "1", "1", "−0,0456", "123"]);
  expect(values.map(english.number)).toEqual(values.map(digits));
  expect(values.slice(0, 5).map(english.share)).toEqual(values.slice(0, 5).map(percent));
});

test("a fit's and an analysis' shares and numbers have the document's signs", () => {
  const found = {
    factors: [
      { name: "imitationProb", p5: 0.0123, p50: 0.0456, p95: 0.0789, before: { p5: 0, p50: 1, p95: 2 } },
    ],
    bands: [],
    contagion: { odds: 12.5, verdict: "found" },
    matched: { spaceLeft: 0.005, generations: 4, points: 200, effectiveSize: 80.2 },
  } as unknown as ToldCalibration;
  const told = ownSentences(found, numberWords(notationOf({ locale: "de-DE" })))
    .map(alike)
    .join(" ");
  expect(told).toContain("leaves 0,5 % of the ranges");
  expect(told).toContain("about 0,0456, between 0,0123 and 0,0789");
  expect(told).toContain("by odds of 12,5 to 1");
  const estimate = (value: number) => ({ value, low: value - 0.001, high: value + 0.001 });
  const finding = {
    seedShare: estimate(0.1234),
    mean: 0.5,
    analysis: {
      form: "shares of variance",
      factors: [{ name: "imitationProb", first: estimate(0.25), total: estimate(0.5) }],
      pairs: [],
    },
  };
  const [study, points] = [{ ...STUDY, document: { ...STUDY.document, locale: "de-DE" } }, [{}]];
  const layout = { study, experiment: { points }, replicates: 4, outputs: [] } as never;
  const plans = [{ plan: "platform-first", ...finding }];
  const text = findingsText(layout, [{ output: "deepShare", plans, pairs: [] }] as never, undefined);
  expect(alike(text)).toContain("due to the seed alone: 12,3 % (12,2–12,4 %)");
  expect(text).toContain("0,25 (0,25 to 0,25)");
});
