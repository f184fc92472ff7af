/** The page's two fonts as a style sheet to be put into a file, with the notice their licence asks for. */

export interface FontFile {
  readonly family: string;
  /** The file's name in its package. */
  readonly file: string;
}

export const FONT_FILES: readonly FontFile[] = [
  {
    family: "Libre Franklin Variable",
    file: "@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  },
  {
    family: "Source Serif 4 Variable",
    file: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  },
];

/** SIL Open Font License 1.1: its notice goes wherever the fonts go. */
export const FONT_NOTICE =
  "Libre Franklin: Copyright 2020 The Libre Franklin Project Authors (https://github.com/googlefonts/Libre-Franklin). " +
  "Source Serif 4: Copyright 2014-2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name 'Source'. " +
  "Both are licensed under the SIL Open Font License, Version 1.1: https://openfontlicense.org";

/** `base64` holds the files in the order of FONT_FILES. */
export function fontStyle(base64: readonly string[]): string {
  const faces = FONT_FILES.map(
    ({ family }, i) =>
      `@font-face{font-family:'${family}';font-weight:100 900;src:url(data:font/woff2;base64,${base64[i]}) format('woff2')}`,
  );
  return [`/* ${FONT_NOTICE} */`, ...faces].join("\n");
}
