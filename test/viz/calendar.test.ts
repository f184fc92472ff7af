/** Calendar names of weeks, and the reader's own notes on curves. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { yearTicks } from "../../viz/charts/axis.tsx";
import { calendarText } from "../../viz/charts/calendar.ts";
import { scaleOf } from "../../viz/charts/geometry.ts";
import { SMALL, widthOf } from "../../viz/charts/text.ts";
import { checkDocument, defaultDocument } from "../../scenarios/index.ts";
import { addChartNote, changeChartNote } from "../../viz/store/chart-notes.ts";
import { weekText } from "../../viz/words/time.ts";
import { ENGLISH } from "./notation.kit.ts";

const CALENDAR = { start: "2027-01-04", months: ENGLISH.months };

test.each([
  ["2027-01-04", 0, "Jan 2027"],
  ["2027-01-04", 52, "Jan 2028"],
  ["2024-02-26", 0, "Feb 2024"],
  ["2024-02-29", 1, "Mar 2024"],
  ["2026-12-31", 1, "Jan 2027"],
  ["1999-12-31", 208, "Dec 2003"],
])("the week of %s + %i weeks is in %s", (start, week, text) => {
  expect(calendarText({ start, months: ENGLISH.months }, week)).toBe(text);
});

test("dates below a chart never touch, however long its time and narrow its width", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1040 }), fc.integer({ min: 160, max: 1400 }), (weeks, width) => {
      const ticks = yearTicks(weeks, scaleOf([0, weeks], [0, width]), CALENDAR);
      const x = scaleOf([0, weeks], [0, width]);
      const ends = ticks.map(({ week, text }) => [x(week), widthOf(text, "sans", SMALL) / 2] as const);
      for (const [i, [at, half]] of ends.slice(1).entries())
        expect(at - half).toBeGreaterThan(ends[i][0] + ends[i][1]);
      expect(ticks[0].text).toBe("Jan 2027");
    }),
  );
});

test("the week line is named by its month, and by the calendar where the document has a first day", () => {
  expect(weekText(104)).toEqual({ strong: "month 24", quiet: "week 104" });
  expect(weekText(104, CALENDAR)).toEqual({ strong: "month 24", quiet: "week 104, Jan 2029" });
});

test("a note is added, changed and taken away again, and the document is as it was", () => {
  const document = defaultDocument();
  const note = { measure: "deepShare", week: 10, value: 0.1, text: "The merger" } as const;
  const added = checkDocument(addChartNote(note)(document));
  expect(added.chartNotes).toEqual([note]);
  expect(changeChartNote(0, { text: "Another" })(added).chartNotes).toEqual([{ ...note, text: "Another" }]);
  expect(changeChartNote(0, null)(added)).toEqual(document);
});
