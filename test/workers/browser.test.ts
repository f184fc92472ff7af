/** The page's pool, as far as it can be seen without a browser. */
import { expect, test } from "vitest";
import { browserPoolSize } from "../../workers/browser.ts";

test("the page takes all cores but one, though both where there are two", () => {
  expect([1, 2, 3, 4, 8, 64].map((cores) => browserPoolSize(cores))).toEqual([1, 2, 2, 3, 7, 63]);
});
