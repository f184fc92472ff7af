/** One command line from its words to its exit code: signals, errors and nothing left behind. */
import { EXIT, exitCodeOf, lineOf, ReaderGone } from "./errors.ts";
import { runProgram } from "./program.ts";

export async function main(words: readonly string[]): Promise<number> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, interrupt);
  process.once("uncaughtException", (error) => process.exit(ended(error)));
  // Nobody is left to tell when stderr itself is gone.
  process.stderr.on("error", () => {});
  try {
    return await runProgram(words);
  } catch (error) {
    return ended(error);
  }
}

function ended(error: unknown): number {
  if (!(error instanceof ReaderGone)) complain(error instanceof Error ? error.message : String(error));
  return exitCodeOf(error);
}

/** Files that are not finished are removed when the process exits. */
function interrupt(): void {
  complain("interrupted");
  process.exit(EXIT.interrupted);
}

function complain(message: string): void {
  const clear = process.stderr.isTTY ? "\r\u001b[K" : "";
  process.stderr.write(`${clear}groundwork: ${lineOf(message)}\n`);
}
