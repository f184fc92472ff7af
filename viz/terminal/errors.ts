/** Exit codes, and every error as one line. */
import { InputError } from "../../scenarios/index.ts";
import { WorkerFailure } from "../../workers/index.ts";

export const EXIT = {
  ok: 0,
  differs: 1,
  failed: 1,
  badInput: 2,
  infrastructure: 3,
  interrupted: 130,
} as const;

/** The disk, a pipe or a worker is at fault, not the input. */
export class InfrastructureError extends Error {
  override readonly name = "InfrastructureError";
}

/** The reader of stdout has left, as `head` does when it has seen enough: nothing is wrong. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof ReaderGone) return EXIT.ok;
  if (error instanceof InputError) return EXIT.badInput;
  if (error instanceof InfrastructureError || error instanceof WorkerFailure) return EXIT.infrastructure;
  return EXIT.failed;
}

const LINE_LENGTH = 600;

/** One line without control characters, whatever the message holds. */
export function lineOf(text: string): string {
  const line = text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\p{Cc}/gu, "�")
    .trim();
  return line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "read-only file system",
  EEXIST: "something else has this name",
  EISDIR: "a folder, not a file",
  ENOENT: "no such file or folder",
  ENOTDIR: "not a folder",
  ENOSPC: "no space left",
  EDQUOT: "no space left",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "too many links",
  EIO: "input/output error",
};

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** A system error in plain words. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? (code || (error instanceof Error ? error.message : String(error)));
}
