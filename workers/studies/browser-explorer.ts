/** The explorer in the page: a web worker of its own, so that neither opening nor analysing holds up the hand. */
import { wrap, type Remote } from "comlink";
import { trusted, WORKER_URLS } from "../trusted.ts";
import type { Explorer } from "./explorer.ts";

export interface BrowserExplorer {
  readonly explorer: Remote<Explorer>;
  /** Ends what it is doing; its answers will not come any more. */
  readonly end: () => void;
}

export function createBrowserExplorer(): BrowserExplorer {
  const worker = new Worker(trusted(WORKER_URLS.explorer), { type: "module" });
  return { explorer: wrap<Explorer>(worker), end: () => worker.terminate() };
}
