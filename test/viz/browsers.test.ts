/** The built page in three browsers: it stands, what came with it is checked there bit for bit, and it can be edited. */
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPageServer } from "../../viz/serve.ts";
import { BROWSERS, type Tab } from "../security/tabs.ts";
import { buildAsShipped } from "./build.kit.ts";

const press = (text: string): string =>
  `Array.from(document.querySelectorAll("button")).find((one) => one.textContent === "${text}").click()`;
const plans = "document.querySelectorAll('.grips [role=group]').length";

describe("the page", () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-browsers-"));
  let server: Server;
  let address = "";

  beforeAll(async () => {
    const outDir = join(folder, "page");
    await buildAsShipped(outDir);
    server = createPageServer(outDir);
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  for (const { name, start } of BROWSERS) {
    describe(`in ${name}`, () => {
      let tab: Tab | undefined;
      beforeAll(async () => {
        tab = await start(folder, "3 tests of the page in a browser");
        await tab?.open(address);
      });
      afterAll(() => tab?.close());

      test("stands, and no wider than its window", async ({ skip }) => {
        if (tab === undefined) return skip();
        await tab.until("document.documentElement.dataset.drawing === 'live'");
        expect(await tab.run("document.querySelector('h1').textContent")).toMatch(
          /^Problems first ends \$\d+ million ahead/,
        );
        // Some wake once their script is there.
        await tab.until("document.querySelectorAll('svg[role=img]').length === 8");
        // What wakes is drawn at a guess first, and at its own width in the next frame.
        await tab.until("document.documentElement.scrollWidth === document.documentElement.clientWidth");
        return undefined;
      });

      test("adds a plan and takes it back", async ({ skip }) => {
        if (tab === undefined) return skip();
        await tab.until(`${plans} === 3 && ${press("Add a plan").replace(".click()", "")} !== undefined`);
        await tab.run(press("Add a plan"));
        await tab.until(`${plans} === 4`);
        await tab.run(press("Undo"));
        await tab.until(`${plans} === 3`);
        return undefined;
      });

      test("finds the runs that came with it to be its own, to the bit", async ({ skip }) => {
        if (tab === undefined) return skip();
        await tab.until(
          "/^400 runs, the first [1-9]\\d* checked here: identical$/.test(document.querySelector('.runs').textContent)",
        );
        return undefined;
      });
    });
  }
});
