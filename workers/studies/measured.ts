/** Files whose bytes are counted and hashed as they are written. */
import { createHash } from "node:crypto";
import type { PendingFile } from "../files.ts";

export interface MeasuredFile {
  readonly file: PendingFile;
  readonly write: (content: string | Uint8Array) => void;
  readonly end: () => { readonly bytes: number; readonly sha256: string };
}

export function measuredFile(file: PendingFile): MeasuredFile {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    file,
    write: (content) => {
      const part = typeof content === "string" ? Buffer.from(content) : content;
      hash.update(part);
      bytes += part.length;
      file.write(part);
    },
    end: () => ({ bytes, sha256: hash.digest("hex") }),
  };
}
