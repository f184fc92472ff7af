/** Logos made for tests: pictures of points with a size of one's own, as documents hold them. */
import { crc32, deflateSync } from "node:zlib";

/** One colour; `extra` bytes more than needed. */
export function pngLogo(width: number, height: number, extra = 0): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = Math.min(height, 2048);
  const points = deflateSync(Buffer.alloc(rows * (Math.min(width, 2048) + 1), 90));
  const chunks = [
    chunk("IHDR", header),
    ...(extra === 0
      ? []
      : [
          chunk(
            "teSt",
            Buffer.from(Array.from({ length: extra }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 255)),
          ),
        ]),
    chunk("IDAT", points),
    chunk("IEND", Buffer.alloc(0)),
  ];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return `data:image/png;base64,${Buffer.concat([signature, ...chunks]).toString("base64")}`;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The headers of one, which is all that is read of it. */
export function jpegLogo(width: number, height: number): string {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0];
  const bytes = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...frame, 0xff, 0xd9];
  return `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}`;
}
