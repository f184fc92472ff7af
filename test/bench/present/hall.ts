/** Serves the page with a presentation of its own, and makes what it presents. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { run, runTwin } from "../../../engine/index.ts";
import {
  addReplicate,
  createTally,
  resolveOrganisation,
  specOf,
  STORY_MEASURES,
  summarize,
  type Document,
  type Result,
} from "../../../scenarios/index.ts";
import { createPageServer } from "../../../viz/serve.ts";

const STYLES = [
  "/node_modules/@fontsource-variable/libre-franklin/wght.css",
  "/node_modules/@fontsource-variable/source-serif-4/wght.css",
  "/viz/style.css",
];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Hall</title><link rel="icon" href="data:,">
${STYLES.map((href) => `<link rel="stylesheet" href="${href}">`).join("\n")}
<div id="page"></div><script type="module" src="/test/bench/present/page.tsx"></script></html>`;

/** Builds the page of the project at `root` and serves it under the page's own policy. */
export async function openHall(
  root: string,
): Promise<{ readonly address: string; readonly close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-hall-"));
  const source = join(root, "test/bench/present/index.html");
  writeFileSync(source, PAGE);
  try {
    await build({
      root,
      configFile: false,
      logLevel: "silent",
      base: "./",
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: "es2023",
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { input: source },
      },
    });
  } finally {
    rmSync(source);
  }
  cpSync(join(folder, "test/bench/present/index.html"), join(folder, "index.html"));
  const server = createPageServer(folder);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/test/bench/present/index.html`,
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a results file of some runs holds of the measures that stories show. */
export function resultOf(document: Document, runs: number): Result {
  const organisation = resolveOrganisation(document);
  const tally = createTally(document, document.plans.length, document.weeks, STORY_MEASURES);
  for (let replicate = 0; replicate < runs; replicate++) {
    const twin = runTwin(specOf(document, organisation, 0, replicate));
    const plans = document.plans.map((_, plan) =>
      run(specOf(document, organisation, plan, replicate), { twin }),
    );
    addReplicate(tally, replicate, plans);
  }
  return summarize(tally);
}
