/** What leaves the command line: the result on stdout, and the files of `--out`. */
import { join } from "node:path";
import { MEASURES, series, type Trace } from "../../engine/index.ts";
import type { Document, Result } from "../../scenarios/index.ts";
import { pendingFile, type PendingFile } from "../../workers/files.ts";
import { codeOf, InfrastructureError, ReaderGone, reasonOf } from "./errors.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";

const WIDTH = 120;
const NARROWEST = 60;

/** Characters on a line of stdout. */
export function outputWidth(): number {
  return Math.max(NARROWEST, process.stdout.columns ?? WIDTH);
}

/** Writes text to stdout and waits until it is out. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void =>
      reject(
        codeOf(error) === "EPIPE"
          ? new ReaderGone()
          : new InfrastructureError(`cannot write to stdout; ${reasonOf(error)}`),
      );
    process.stdout.once("error", fail);
    process.stdout.write(text, (error) => {
      if (error) fail(error);
      else process.stdout.off("error", fail);
      if (!error) resolve();
    });
  });
}

export interface ResultFolder {
  /** One row a plan: the last week of every measure. */
  readonly addRun: (replicate: number, traces: readonly Trace[]) => void;
  /** Puts all files in place, the result last: where it is, the others are. */
  readonly commit: (document: Document, result: Result) => void;
  readonly drop: () => void;
}

/** One file that is whole or absent. */
export interface OutFile {
  readonly put: (content: string | Uint8Array) => void;
  readonly drop: () => void;
}

/** Opens a file before anything is simulated, so that one that can't be written is told at once. */
export function openFile(name: string): OutFile {
  const told = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw new InfrastructureError(`cannot write to ${quoted(name)}; ${reasonOf(error)}`);
    }
  };
  const pending = told(() => pendingFile(pathOf(name)));
  process.once("exit", pending.drop);
  return {
    put: (content) =>
      told(() => {
        pending.write(content);
        pending.commit();
      }),
    drop: pending.drop,
  };
}

/** Opens the folder before anything is simulated, so that a folder that can't be written is told at once. */
export function openFolder(name: string, planIds: readonly string[]): ResultFolder {
  const open: PendingFile[] = [];
  const drop = (): void => open.forEach((file) => file.drop());
  const told = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      drop();
      throw new InfrastructureError(`cannot write to ${quoted(name)}; ${reasonOf(error)}`);
    }
  };
  const begin = (file: string): PendingFile => {
    const pending = pendingFile(join(pathOf(name), file));
    open.push(pending);
    return pending;
  };
  const rows = told(() => begin("runs.csv"));
  const header = ["plan", "replicate", "digest", ...MEASURES.map((measure) => measure.name)];
  told(() => rows.write(`${header.join(",")}\n`));

  return {
    drop,
    addRun: (replicate, traces) => told(() => rows.write(rowsOf(planIds, replicate, traces))),
    commit: (document, result) =>
      told(() => {
        const documentFile = begin("document.json");
        documentFile.write(`${JSON.stringify(document, undefined, 2)}\n`);
        const resultFile = begin("result.json");
        resultFile.write(`${JSON.stringify(result)}\n`);
        for (const file of [rows, documentFile, resultFile]) file.commit();
      }),
  };
}

/** Ids and names of measures are safe in CSV by their schema; all else are numbers. */
function rowsOf(planIds: readonly string[], replicate: number, traces: readonly Trace[]): string {
  return traces
    .map((trace, i) => {
      const finals = MEASURES.map(({ name }) => series(trace, name)[trace.weeks]);
      return `${[planIds[i], replicate, trace.digest, ...finals].join(",")}\n`;
    })
    .join("");
}
