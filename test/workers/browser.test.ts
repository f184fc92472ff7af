/** The page's pool, as far as it can be seen without a browser. */
import { expect, test } from "vitest";
import { browserPoolSize, createBrowserPool } from "../../workers/browser.ts";
import { expectedText, requestOf, textsOf } from "./kit.ts";

test("the page takes all cores but one, though both where there are two", () => {
  expect([1, 2, 3, 4, 8, 64].map((cores) => browserPoolSize(cores))).toEqual([1, 2, 2, 3, 7, 63]);
});

test("without workers the page's own thread gives the same traces", async () => {
  expect(await textsOf(createBrowserPool(0).run(requestOf(2)))).toEqual(
    [0, 1].map((run) => expectedText(run)),
  );
});
