/** The scripts every engine runs, bundled as the page is, and a server for them on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { Site } from "./host.ts";

const DOCUMENT = `<!doctype html><meta charset="utf-8"><title>Engines</title><link rel="icon" href="data:,">
<script type="module" src="page.js"></script>`;

export interface OpenSite extends Site {
  close(): void;
}

/** Bundles test/browsers/{page,worker,process}.ts of the project at `root` and serves the first two. */
export async function openSite(root: string): Promise<OpenSite> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-engines-"));
  const [page, worker, script] = await Promise.all(
    ["page", "worker", "process"].map((name) => bundled(root, name)),
  );
  const processScript = join(folder, "process.mjs");
  writeFileSync(processScript, script);
  const assets = new Map([
    ["/", { type: "text/html", body: DOCUMENT }],
    ["/page.js", { type: "text/javascript", body: page }],
    ["/worker.js", { type: "text/javascript", body: worker }],
  ]);
  const server = createServer(({ url }, response) => {
    const asset = assets.get(url ?? "");
    response.writeHead(asset === undefined ? 404 : 200, { "content-type": asset?.type ?? "text/plain" });
    response.end(asset?.body);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    processScript,
    folder,
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** One self-contained module, compiled and minified as the page is. */
async function bundled(root: string, name: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rollupOptions: { input: join(root, `test/browsers/${name}.ts`), preserveEntrySignatures: false },
    },
  });
  if (!("output" in result) || result.output.length !== 1)
    throw new Error(`the script of the ${name} isn't one file`);
  return result.output[0].code;
}
