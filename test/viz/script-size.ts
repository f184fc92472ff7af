/** The script a page loads to show and check its first curves, packed: what its text names, the worker, and what those import at once. */
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";

/** Bytes of a page that is open at an address and has started its worker. */
export async function firstScriptBytes(page: Page, address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const named = Array.from(
    html.matchAll(/(?:src|data-page|modulepreload" href)="([^"]+\.js)"/g),
    ([, path]) => new URL(path, address).href,
  );
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const worker = loaded.find((name) => name.includes("browser-worker"));
  if (named.length < 2 || worker === undefined) throw new Error("the page has not started its worker");
  const urls = new Set([...named, worker]);
  let bytes = 0;
  // A set also goes through what is added on the way.
  for (const url of urls) {
    const script = await (await fetch(url)).text();
    bytes += gzipSync(script, { level: 9 }).length;
    for (const [, path] of script.matchAll(
      /(?:^|[;}])\s*(?:import|export)\s*(?:[\w$*{][^"'`;()]*from\s*)?["'`]([^"'`]+\.js)/g,
    ))
      urls.add(new URL(path, url).href);
  }
  return bytes;
}
