/** Files that are whole or absent, in Node: a temporary name, fsync, rename, fsync of the folder. */
import * as nodeFiles from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";

/** The operations used, so that a test can make the n-th one fail. */
export type FileSystem = Pick<
  typeof nodeFiles,
  "closeSync" | "fsyncSync" | "mkdirSync" | "openSync" | "renameSync" | "unlinkSync" | "writeSync"
>;

export interface PendingFile {
  readonly path: string;
  readonly write: (content: string | Uint8Array) => void;
  /** Puts the file in place, or under another name of its folder; after an error nothing is left of it. */
  readonly commit: (as?: string) => void;
  /** Removes what was written; harmless after a commit. */
  readonly drop: () => void;
}

/** Opens a file that appears under its name only when it is committed; makes its folder. */
export function pendingFile(path: string, files: FileSystem = nodeFiles): PendingFile {
  const temporary = `${path}${partSuffix()}`;
  makeFolder(files, dirname(path));
  const descriptor = files.openSync(temporary, "w");
  let isOpen = true;
  let isThere = true;

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    files.closeSync(descriptor);
  }

  function drop(): void {
    if (!isThere) return;
    isThere = false;
    // The first error is the one to tell.
    for (const clean of [close, () => files.unlinkSync(temporary)]) {
      try {
        clean();
      } catch {}
    }
  }

  function guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      // After a failed fsync the kernel may have forgotten the data: never retry, drop the file.
      drop();
      throw error;
    }
  }

  return {
    path,
    drop,
    write: (content) =>
      guarded(() =>
        writeAll(files, descriptor, typeof content === "string" ? Buffer.from(content) : content),
      ),
    commit: (as = path) =>
      guarded(() => {
        files.fsyncSync(descriptor);
        close();
        files.renameSync(temporary, as);
        isThere = false;
        syncFolder(files, dirname(path));
      }),
  };
}

/** The end of this process's temporary names: machines that share a folder may share process ids. */
export function partSuffix(pid = process.pid): string {
  return `.${hostname().replaceAll(/[^\w-]/g, "-")}.${pid}.part`;
}

/** Folder by folder: Node's own recursive form never ends where the system refuses as /proc does. */
function makeFolder(files: FileSystem, folder: string): void {
  const parent = dirname(folder);
  try {
    files.mkdirSync(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || parent === folder) throw error;
    makeFolder(files, parent);
    files.mkdirSync(folder);
  }
}

function writeAll(files: FileSystem, descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) {
    written += files.writeSync(descriptor, bytes, written, bytes.length - written);
  }
}

/** Makes the rename itself durable. Windows opens no folders and needs none of this. */
function syncFolder(files: FileSystem, folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = files.openSync(folder, "r");
  try {
    files.fsyncSync(descriptor);
  } finally {
    files.closeSync(descriptor);
  }
}
