/** Files of any size, hashed or read piece by piece. */
import { createHash } from "node:crypto";
import * as nodeFiles from "node:fs";
import type { AsyncBuffer } from "hyparquet";
import type { StudyFiles } from "./blocks.ts";

const CHUNK = 2 ** 20;

/** SHA-256 of a file that may be larger than memory. @throws what the file system throws */
export function hashOf(path: string, files: StudyFiles = nodeFiles): string {
  const hash = createHash("sha256");
  withFile(path, files, (descriptor) => {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let read = CHUNK; read > 0;) {
      read = files.readSync(descriptor, chunk, 0, CHUNK, null);
      hash.update(chunk.subarray(0, read));
    }
  });
  return hash.digest("hex");
}

/** A file as Parquet's reader takes it. @throws what the file system throws */
export function bufferOfFile(path: string, files: StudyFiles = nodeFiles): AsyncBuffer {
  const { size } = files.statSync(path);
  return {
    byteLength: size,
    slice: (start, end = size) => {
      const bytes = new Uint8Array(end - start);
      withFile(path, files, (descriptor) => {
        for (let done = 0; done < bytes.length;) {
          const read = files.readSync(descriptor, bytes, done, bytes.length - done, start + done);
          if (read === 0) throw new Error(`file cut off; not ${end} bytes: ${path}`);
          done += read;
        }
      });
      return bytes.buffer;
    },
  };
}

function withFile(path: string, files: StudyFiles, act: (descriptor: number) => void): void {
  const descriptor = files.openSync(path, "r");
  try {
    act(descriptor);
  } finally {
    files.closeSync(descriptor);
  }
}
