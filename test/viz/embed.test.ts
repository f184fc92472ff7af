/** Embedding: one chart in a frame, heard by its parent alone and only from listed origins, blind to what is kept. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser, Page } from "puppeteer-core";
import { writeLink } from "../../scenarios/links/index.ts";
import { answerTo, originsOf, type Embedded } from "../../viz/embed/messages.ts";
import { createPageServer } from "../../viz/serve.ts";
import { announceSkipped, findChromium, launchChromium } from "./chromium.ts";
import { smallDocument } from "./laid-out.ts";
import { SMALL } from "./page.kit.ts";
import { buildAsShipped } from "./build.kit.ts";

describe("a message", () => {
  const held = { document: smallDocument() };
  const embedded: Embedded = {
    document: () => held.document,
    results: () => ({ runs: 3 }),
    put: (document) => (held.document = document),
  };

  test("gets the document and the results", () => {
    expect(answerTo({ groundwork: "get", id: 7 }, embedded)).toEqual({
      groundwork: "answer",
      id: 7,
      document: held.document,
      results: { runs: 3 },
    });
  });

  test("sets a document that is one, and is told why of any other", () => {
    const document = smallDocument({ name: "Another" });
    expect(answerTo({ groundwork: "set", id: "a", document }, embedded)).toMatchObject({
      groundwork: "answer",
    });
    expect(held.document.name).toBe("Another");
    const refused = answerTo({ groundwork: "set", document: { ...document, weeks: 0 } }, embedded);
    expect(refused).toMatchObject({
      groundwork: "refusal",
      why: expect.stringMatching(/^invalid weeks/) as string,
    });
    expect(held.document.name).toBe("Another");
  });

  test("of any other form gets no answer", () => {
    const others = [
      {},
      null,
      "get",
      { groundwork: "eval", code: "1" },
      { groundwork: "get", origins: ["*"] },
      [],
    ];
    for (const data of others) expect(answerTo(data, embedded)).toBeUndefined();
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(answerTo(data, embedded)).toBeUndefined();
      }),
    );
  });

  test("is heard from origins that are some, and from none of a list that can't be read", () => {
    const origins = ["https://a.example", "http://localhost:8080"];
    expect(originsOf({ origins: [...origins, "*", "null", "https://b.example/", "b.example", ""] })).toEqual(
      origins,
    );
    for (const other of [
      undefined,
      null,
      [],
      "*",
      { origins: "*" },
      { origins: [1] },
      { origins: [], more: 1 },
    ])
      expect(originsOf(other)).toEqual([]);
  });
});

const chromium = findChromium();
if (chromium === undefined) announceSkipped(3, "tests of embedding");

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

describe.skipIf(chromium === undefined)("a frame", () => {
  let folder = "";
  let browser: Browser;
  const servers: Server[] = [];
  let [allowed, stranger, page] = ["", "", ""];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-embed-"));
    await buildAsShipped(folder);
    const link = await writeLink({ document: smallDocument({ name: "In the link" }) });
    let body = "";
    const article = (): Server =>
      createServer((_, response) => response.setHeader("Content-Type", "text/html").end(body));
    servers.push(article(), article());
    [allowed, stranger] = await Promise.all(servers.map(addressOf));
    writeFileSync(join(folder, "embed.json"), JSON.stringify({ origins: [allowed] }));
    servers.push(createPageServer(folder));
    page = await addressOf(servers[2]);
    body = `<!doctype html><title>Article</title><script src="${page}/groundwork-chart.js"></script>
      <groundwork-chart chart="difference" link="${link}" title="The difference"><img alt="a picture"></groundwork-chart>`;
    browser = await launchChromium(chromium!);
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function articleAt(address: string): Promise<Page> {
    const tab = await browser.newPage();
    // Something is kept by the page itself: a frame must not see it.
    await tab.goto(page);
    await tab.evaluate((text) => {
      localStorage.setItem("groundwork.open", "d1");
      localStorage.setItem("groundwork.document.d1", text);
    }, JSON.stringify(SMALL));
    await tab.goto(address);
    await tab.waitForSelector("groundwork-chart iframe");
    return tab;
  }

  /** Asks the frame as its parent does, for as long as an answer may take. */
  function asked(tab: Page, message: object): Promise<Record<string, unknown> | null> {
    return tab.evaluate(
      (data) =>
        new Promise<Record<string, unknown> | null>((resolve) => {
          const timer = setInterval(
            () => document.querySelector("iframe")!.contentWindow!.postMessage(data, "*"),
            200,
          );
          const end = (value: Record<string, unknown> | null): void => {
            clearInterval(timer);
            resolve(value);
          };
          addEventListener("message", (event) => end(event.data as Record<string, unknown>), { once: true });
          setTimeout(() => end(null), 6000);
        }),
      message,
    );
  }

  test("shows its chart instead of the picture, and answers its parent", async () => {
    const tab = await articleAt(allowed);
    const frame = await (await tab.$("iframe"))!.contentFrame();
    await frame.waitForSelector("svg[aria-label^='Deep practice, Communities minus Platform']");
    expect(await frame.$eval("body", (body) => body.textContent)).not.toContain("Undo");
    await tab.waitForFunction(() => document.querySelector("groundwork-chart img") === null);
    const got = await asked(tab, { groundwork: "get", id: 1 });
    expect(got).toMatchObject({ groundwork: "answer", id: 1, document: { name: "In the link" } });
    const set = await asked(tab, {
      groundwork: "set",
      id: 2,
      document: smallDocument({ name: "By message" }),
    });
    expect(set).toMatchObject({ groundwork: "answer", id: 2 });
    expect(await asked(tab, { groundwork: "get", id: 3 })).toMatchObject({
      document: { name: "By message" },
    });
    const kept = await frame.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.includes("document")),
    );
    expect(kept).toEqual(["groundwork.document.d1"]);
    await tab.close();
  });

  test("tells the story, moved by keys in it, without the bar and without what the browser keeps", async () => {
    const tab = await articleAt(allowed);
    const link = await writeLink({ document: smallDocument({ name: "A story in a frame" }) });
    await tab.evaluate(
      (chart, held) => {
        const element = document.createElement("groundwork-chart");
        element.setAttribute("chart", chart);
        element.setAttribute("link", held);
        element.setAttribute("title", "The story");
        document.body.replaceChildren(element);
      },
      "present",
      link,
    );
    const frame = await (await tab.waitForSelector("iframe[title='The story']"))!.contentFrame();
    await frame.waitForSelector(".present canvas");
    await frame.waitForFunction(() => !document.querySelector(".present h1")!.textContent.includes("…"));
    expect(await frame.$eval(".bar", (bar) => getComputedStyle(bar).display)).toBe("none");
    const names = await frame.$$eval(".steps li", (all) => all.map((one) => one.textContent));
    expect(names.length).toBeGreaterThan(1);
    await frame.focus(".scrubber");
    await tab.keyboard.press("n");
    await frame.waitForFunction(
      (name) => document.querySelector(".steps [aria-current]")?.textContent === name,
      {},
      names[1],
    );
    expect(await frame.$eval("body", (body) => body.textContent)).not.toContain(SMALL.name);
    const got = await asked(tab, { groundwork: "get", id: 5 });
    expect(got).toMatchObject({ groundwork: "answer", document: { name: "A story in a frame" } });
    const kept = await frame.evaluate(() => localStorage.getItem("groundwork.document.d1"));
    expect(JSON.parse(kept!)).toMatchObject({ name: SMALL.name });
    await tab.close();
  });

  test("says nothing to a page that is not on the site's list", async () => {
    const tab = await articleAt(stranger);
    const frame = await (await tab.$("iframe"))!.contentFrame();
    await frame.waitForSelector("svg");
    expect(await asked(tab, { groundwork: "get" })).toBeNull();
    await tab.close();
  });
});
