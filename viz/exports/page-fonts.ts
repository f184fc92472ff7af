/** The page's own fonts, fetched once, as a style sheet that travels inside a file. */
import sans from "@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";
import { fontStyle } from "./fonts.ts";

let style: Promise<string> | undefined;

/** In the order of FONT_FILES. */
export function pageFonts(): Promise<string> {
  style ??= Promise.all([sans, serif].map(inBase64)).then(fontStyle);
  return style;
}

async function inBase64(address: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
