/** A lock between processes: a file that its holder keeps touching, so that a dead holder's lock can be taken over. */
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";

const TOUCH_MS = 2_000;
const STALE_MS = 15_000;
const POLL_MS = 100;
const PATIENCE_MS = 600_000;
const OWN = `${hostname()} ${process.pid}`;

/** Runs `work` while holding the lock at `path`; waits for another living holder. */
export async function withLock(path, work) {
  await acquire(path);
  const release = () => rmSync(path, { force: true });
  const interrupt = (signal) => {
    release();
    process.exit(signal === "SIGINT" ? 130 : 143);
  };
  const touching = setInterval(() => touch(path), TOUCH_MS);
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    release();
  }
}

async function acquire(path) {
  const start = Date.now();
  for (let isTold = false; !create(path); await sleep(POLL_MS)) {
    if (isStale(path)) takeAway(path);
    const waitedMs = Date.now() - start;
    if (waitedMs > PATIENCE_MS) throw new Error(`another process holds the build for 10 minutes: ${path}`);
    if (waitedMs > TOUCH_MS && !isTold) {
      isTold = true;
      process.stderr.write("waiting for another build …\n");
    }
  }
}

function create(path) {
  try {
    writeFileSync(path, OWN, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Two who see the same stale lock mustn't remove each other's new one: a second lock guards the removal. */
function takeAway(path) {
  const guard = `${path}.taking`;
  if (isStale(guard)) rmSync(guard, { force: true });
  if (!create(guard)) return;
  if (isStale(path)) rmSync(path, { force: true });
  rmSync(guard, { force: true });
}

function isStale(path) {
  try {
    const [host, pid] = readFileSync(path, "utf8").split(" ");
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) return true;
    return host === hostname() && pid !== undefined && !isAlive(Number(pid));
  } catch {
    return false; // gone: nothing to take away
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function touch(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // dist was removed under us: the build itself will say so
  }
}
