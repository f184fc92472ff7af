/** Raw deflate (RFC 1951) by the host's own streams; what is inflated is counted while it flows. */
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { InputError } from "../errors.ts";

/** What pages, workers and Node have alike; the library's types know none of it. */
interface Host {
  readonly CompressionStream: new (format: string) => Transform;
  readonly DecompressionStream: new (format: string) => Transform;
  readonly TextDecoder: new (
    label: string,
    options: { fatal: boolean },
  ) => {
    decode: (bytes: Uint8Array) => string;
  };
}

interface Transform {
  readonly writable: {
    getWriter: () => { write: (bytes: Uint8Array) => Promise<void>; close: () => Promise<void> };
  };
  readonly readable: { getReader: () => Reader };
}

interface Reader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array }>;
  readonly cancel: () => Promise<void>;
}

const host = globalThis as unknown as Host;

export async function deflate(text: string): Promise<Uint8Array> {
  return joined(flow(new host.CompressionStream("deflate-raw"), utf8ToBytes(text)), Infinity);
}

/** The text that was deflated. @throws InputError if it is longer than `most` bytes, or no such text */
export async function inflate(bytes: Uint8Array, most: number): Promise<string> {
  try {
    const inflated = await joined(flow(new host.DecompressionStream("deflate-raw"), bytes), most);
    return new host.TextDecoder("utf-8", { fatal: true }).decode(inflated);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError("damaged link; it can't be unpacked");
  }
}

function flow({ writable, readable }: Transform, bytes: Uint8Array): Reader {
  const writer = writable.getWriter();
  // A refusal is told to the reader; the writer's own is the same again.
  void writer.write(bytes).catch(() => {});
  void writer.close().catch(() => {});
  return readable.getReader();
}

async function joined(reader: Reader, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = await reader.read();
    if (value === undefined) break;
    length += value.length;
    if (length > most) {
      void reader.cancel().catch(() => {});
      throw new InputError(`link too large; unpacked more than ${most} bytes`);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
