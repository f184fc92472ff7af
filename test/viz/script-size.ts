/** The script a page loads to show and check its first curves, packed: what its text names, and the worker. */
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";

/** Bytes of a page that is open at an address and has started its worker. */
export async function firstScriptBytes(page: Page, address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const scripts = Array.from(html.matchAll(/src="([^"]+\.js)"/g), ([, path]) => new URL(path, address).href);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const worker = loaded.find((name) => name.includes("browser-worker"));
  if (scripts.length === 0 || worker === undefined) throw new Error("the page has not started its worker");
  let bytes = 0;
  for (const url of [...scripts, worker]) {
    bytes += gzipSync(await (await fetch(url)).text(), { level: 9 }).length;
  }
  return bytes;
}
