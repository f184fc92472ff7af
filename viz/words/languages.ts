/** Languages by the names their speakers have for them. */

/** "Deutsch" for "de"; the tag itself where the browser knows no name. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: "language", fallback: "code" }).of(tag) ?? tag;
  return `${name[0].toLocaleUpperCase(tag)}${name.slice(1)}`;
}
