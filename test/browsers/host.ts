/** What hosts of JavaScript engines have in common: a name, a version, and places that can be asked. */
import type { Ask } from "./task.ts";

export interface Place {
  /** As "chromium worker". */
  readonly name: string;
  readonly ask: Ask;
  /** Weeks between those compared with Node beyond the committed ones: 1, more where an engine is slow. */
  readonly weeksApart: number;
}

/** A started engine. */
export interface Host {
  readonly version: string;
  readonly places: readonly Place[];
  close(): Promise<void>;
}

/** Where the scripts are. */
export interface Site {
  /** Address of the page. */
  readonly url: string;
  /** Path of the script for processes. */
  readonly processScript: string;
  /** A folder for whatever a host writes. */
  readonly folder: string;
}

/** An engine that isn't on this machine: its tests are skipped, never passed. */
export class NotHere extends Error {}

/** No answer takes longer; a host that hangs is a failure. */
export const PATIENCE_MS = 120_000;

/** The promise, or an error when it takes longer than PATIENCE_MS. */
export async function inTime<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
