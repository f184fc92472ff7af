/** The fonts of what the terminal makes: static instances for pictures of points, the page's own inside SVG. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sfntOf } from "../exports/sfnt.ts";

const require = createRequire(import.meta.url);

/** Under the names of the page's variable fonts: the renderer finds only the first family of a list. */
const STATIC = [
  ["Libre Franklin Variable", "@fontsource/libre-franklin/files/libre-franklin-latin-400-normal.woff"],
  ["Libre Franklin Variable", "@fontsource/libre-franklin/files/libre-franklin-latin-600-normal.woff"],
  ["Source Serif 4 Variable", "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff"],
] as const;

/** Gives the paths of TrueType files, one an instance, for as long as they are used. */
export function withStaticFonts<T>(use: (paths: string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-fonts-"));
  try {
    const paths = STATIC.map(([family, name], i) => {
      const path = join(folder, `${i}.ttf`);
      writeFileSync(path, sfntOf(readFileSync(require.resolve(name)), family));
      return path;
    });
    return use(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file of a package, in base64. */
export function packedFont(name: string): string {
  return readFileSync(require.resolve(name)).toString("base64");
}
