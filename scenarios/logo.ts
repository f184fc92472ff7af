/** A logo: a small picture of points in an address of its own, and its size as its file says. */
import { fromBase64Url } from "./links/base64url.ts";

/** Less than what a file that presents has room for. */
export const LOGO_BYTES_MAX = 16 * 1024;
export const LOGO_WIDTH_MAX = 1024;
export const LOGO_HEIGHT_MAX = 512;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Pictures of points hold no script; the kinds are those every program for slides takes. */
const LOGO = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+)={0,2}$/;
/** Of a logo, as its file says; undefined of anything else, and of a picture that would grow when unpacked. */
export function logoSize(address: string): PictureSize | undefined {
  const [, kind, letters] = LOGO.exec(address) ?? [];
  if (letters === undefined || letters.length % 4 === 1) return undefined;
  const bytes = fromBase64Url(letters.replaceAll("+", "-").replaceAll("/", "_"));
  const size = kind === "png" ? pngSize(bytes) : jpegSize(bytes);
  if (size === undefined || bytes.length > LOGO_BYTES_MAX) return undefined;
  const { width, height } = size;
  const isSmall = width <= LOGO_WIDTH_MAX && height <= LOGO_HEIGHT_MAX;
  return isSmall && width > 0 && height > 0 ? size : undefined;
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

/** ISO/IEC 15948, 11.2.1: the header comes first. */
function pngSize(bytes: Uint8Array<ArrayBuffer>): PictureSize | undefined {
  if (bytes.length < PNG_START.length + 8 || PNG_START.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const [MARK, START, SCAN] = [0xff, 0xd8, 0xda];
/** Baseline, extended and progressive frames. */
const FRAMES = [0xc0, 0xc1, 0xc2];

/** ITU-T T.81, B.1.1.4: segments with their lengths, up to the frame's header. */
function jpegSize(bytes: Uint8Array<ArrayBuffer>): PictureSize | undefined {
  if (bytes[0] !== MARK || bytes[1] !== START) return undefined;
  const view = new DataView(bytes.buffer);
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    const kind = bytes[at + 1];
    if (bytes[at] !== MARK || kind === SCAN) return undefined;
    if (FRAMES.includes(kind)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
