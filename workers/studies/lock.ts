/** A study folder's lock: one writer at a time; that of a process that is gone is taken over. */
import * as nodeFiles from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { partSuffix } from "../files.ts";
import type { StudyFiles } from "./blocks.ts";

/** Another process writes to the folder. */
export class FolderBusy extends Error {
  override readonly name = "FolderBusy";
}

const NAME = "lock";

/** Takes the lock of a folder that exists; returns what gives it back. @throws FolderBusy, or what the file system throws */
export function lockFolder(folder: string, files: StudyFiles = nodeFiles): () => void {
  const path = join(folder, NAME);
  const own = `${hostname()} ${process.pid} ${startOf(process.pid)}`;
  const draft = `${path}${partSuffix()}`;
  // Written first and linked then: a lock is never seen without its holder's name.
  const descriptor = files.openSync(draft, "w");
  try {
    files.writeSync(descriptor, own);
    files.closeSync(descriptor);
    if (!tryLink(files, draft, path)) {
      takeOver(files, path, folder);
      if (!tryLink(files, draft, path)) throw busy(folder, holderOf(files, path));
    }
  } finally {
    quietly(() => files.unlinkSync(draft));
  }
  return () =>
    quietly(() => {
      if (holderOf(files, path) === own) files.unlinkSync(path);
    });
}

/** Whether a process of this machine runs; one of another user does too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** When a process began, where the system tells: process ids are used again. */
function startOf(pid: number): string {
  try {
    const stat = nodeFiles.readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")")).split(" ")[20] ?? "-";
  } catch {
    return "-";
  }
}

function tryLink(files: StudyFiles, from: string, to: string): boolean {
  try {
    files.linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's lock away; should it be a new one by then, it is put back. */
function takeOver(files: StudyFiles, path: string, folder: string): void {
  const holder = holderOf(files, path);
  if (holder === "") return;
  if (!isGone(holder)) throw busy(folder, holder);
  const away = `${path}.old${partSuffix()}`;
  files.renameSync(path, away);
  if (holderOf(files, away) !== holder) tryLink(files, away, path);
  files.unlinkSync(away);
}

function holderOf(files: StudyFiles, path: string): string {
  try {
    return files.readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

/** Of another machine nothing is known. */
function isGone(holder: string): boolean {
  const [host, pid, start] = holder.split(" ");
  if (host !== hostname()) return false;
  return !isAlive(Number(pid)) || startOf(Number(pid)) !== start;
}

function busy(folder: string, holder: string): FolderBusy {
  const [host, pid] = holder.split(" ");
  return new FolderBusy(
    `folder in use; process ${pid} on ${host} writes to it (if not, remove its lock): ${folder}`,
  );
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // what can't be tidied up now is swept at the next start
  }
}
