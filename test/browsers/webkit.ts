/** WebKitGTK's MiniBrowser on a screen of its own, driven over the W3C's WebDriver protocol. */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { inTime, PATIENCE_MS, type Host, type Site } from "./host.ts";
import { ended } from "./processes.ts";
import { askOver } from "./task.ts";

const POLL_MS = 100;
const CALL = "const done = arguments[2]; carryTask(arguments[0], arguments[1]).then(done);";

export interface WebKitPrograms {
  readonly xvfbRun: string;
  readonly driver: string;
  readonly miniBrowser: string;
}

/** Sends a command of the protocol; an error of the driver's becomes one here. */
type Send = (method: "GET" | "POST" | "DELETE", path: string, body?: object) => Promise<unknown>;

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** A window of the browser, driven by commands of the protocol. */
export interface WebKitSession {
  readonly send: Send;
  /** Where the session's own commands begin. */
  readonly path: string;
  readonly version: string;
  close(): Promise<void>;
}

export async function startWebKit(programs: WebKitPrograms, site: Site): Promise<Host> {
  const { send, path, version, close } = await startSession(programs, site.folder);
  try {
    await send("POST", `${path}/url`, { url: site.url });
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  const askIn = (place: string) =>
    askOver(async (text) =>
      String(await send("POST", `${path}/execute/async`, { script: CALL, args: [place, text] })),
    );
  return {
    version,
    places: ["page", "worker"].map((place) => ({
      name: `webkit ${place}`,
      ask: askIn(place),
      weeksApart: 1,
    })),
    close,
  };
}

/** Starts the browser; it writes whatever it writes into `folder`. */
export async function startSession(programs: WebKitPrograms, folder: string): Promise<WebKitSession> {
  const port = await freePort();
  const driver = spawn(programs.xvfbRun, ["-a", programs.driver, `--port=${port}`], {
    detached: true, // a group of its own: the screen goes with the driver
    stdio: "ignore",
    env: { ...process.env, HOME: folder, TMPDIR: folder },
  });
  driver.once("error", () => {}); // the wait for its start tells
  const stop = () => endGroup(driver);
  process.once("exit", stop);
  const close = async (): Promise<void> => {
    process.off("exit", stop);
    await ended(driver, stop);
  };
  try {
    const send = sendTo(`http://127.0.0.1:${port}`);
    await inTime(ready(driver, send), "start of the driver");
    return await openSession(programs, send, close);
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}

async function openSession(
  { miniBrowser }: WebKitPrograms,
  send: Send,
  close: () => Promise<void>,
): Promise<WebKitSession> {
  const capabilities = {
    alwaysMatch: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
    },
  };
  const { sessionId, capabilities: got } = (await send("POST", "/session", { capabilities })) as Session;
  const path = `/session/${sessionId}`;
  await send("POST", `${path}/timeouts`, { script: PATIENCE_MS });
  return {
    send,
    path,
    version: got.browserVersion,
    close: async () => {
      await send("DELETE", path).catch(() => {});
      await close();
    },
  };
}

function sendTo(address: string): Send {
  return async (method, path, body) => {
    const response = await fetch(address + path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { message?: string } | null };
    if (!response.ok) throw new Error(`webdriver: ${value?.message ?? response.status}`);
    return value;
  };
}

/** Resolves when the driver answers; it has no other way to say that it listens. */
async function ready(driver: ChildProcess, send: Send): Promise<void> {
  for (;;) {
    if (driver.exitCode !== null || driver.signalCode !== null)
      throw new Error(`xvfb-run ended: ${driver.signalCode ?? driver.exitCode}`);
    try {
      await send("GET", "/status");
      return;
    } catch {
      await pause(POLL_MS);
    }
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid);
  } catch {
    // it has ended by itself
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
