/** Chromium and Firefox, driven by puppeteer. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import puppeteer, { type LaunchOptions } from "puppeteer-core";
import { inTime, PATIENCE_MS, type Host, type Site } from "./host.ts";
import { askOver } from "./task.ts";

/** Without these Chromium looks for hosts of its maker's, or won't run as root. */
export const CHROMIUM_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function startChromium(path: string, site: Site): Promise<Host> {
  const userDataDir = mkdtempSync(join(site.folder, "chromium-"));
  return start(
    "chromium",
    { browser: "chrome", executablePath: path, args: CHROMIUM_FLAGS, userDataDir },
    site,
  );
}

export function startFirefox(path: string, site: Site): Promise<Host> {
  return start("firefox", { browser: "firefox", executablePath: path }, site);
}

async function start(name: string, options: LaunchOptions, site: Site): Promise<Host> {
  const env = { ...process.env, HOME: site.folder };
  const patience = { timeout: PATIENCE_MS, protocolTimeout: PATIENCE_MS };
  const browser = await puppeteer.launch({ headless: true, env, ...patience, ...options });
  try {
    const page = await browser.newPage();
    await page.goto(site.url, { timeout: PATIENCE_MS });
    const askIn = (place: string) =>
      askOver(async (text) => {
        const call = `carryTask(${JSON.stringify(place)}, ${JSON.stringify(text)})`;
        return String(await inTime(page.evaluate(call), "answer"));
      });
    const version = (await browser.version()).replace(/^.*\//, "");
    return {
      version,
      places: ["page", "worker"].map((place) => ({
        name: `${name} ${place}`,
        ask: askIn(place),
        weeksApart: 1,
      })),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
