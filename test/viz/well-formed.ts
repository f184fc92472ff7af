/** Whether a text is well-formed XML: tags that close, attributes that are quoted, no bare & or <. */

const TOKEN =
  /<\?[^?]*\?>|<!--[^]*?-->|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</g;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;
// XML 1.0 has no other control characters than these.
const FORBIDDEN = /[^\P{Cc}\t\n\r\u0080-\u009f]|[\ufffe\uffff]/u;

/** What is wrong first; empty if nothing is. */
export function xmlFault(text: string): string {
  const open: string[] = [];
  if (FORBIDDEN.test(text)) return "a control character";
  for (const [token, closing, tag, attributes, alone, words] of text.matchAll(TOKEN)) {
    if (token === "<") return "a bare <";
    if (BARE_AMPERSAND.test(words ?? attributes ?? "")) return `a bare & in ${token.slice(0, 60)}`;
    if (words?.includes("]]>")) return "]]> in text";
    if (tag === undefined) continue;
    if (closing === "/") {
      if (open.pop() !== tag) return `</${tag}> closes nothing`;
    } else if (alone === "") open.push(tag);
  }
  return open.length === 0 ? "" : `<${open.at(-1)}> is not closed`;
}
