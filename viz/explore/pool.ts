/** The one pool of all that Explore simulates, started with the first of it. */
import { createBrowserPool } from "../../workers/browser.ts";
import type { Pool } from "../../workers/index.ts";

let pool: Pool | undefined;

export function explorePool(): Pool {
  return (pool ??= createBrowserPool());
}
