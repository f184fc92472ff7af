/** What the schema refuses, in one plain sentence about the field the reader sees. */

/** From `invalid plans[0].name; not text of 1 to 120 characters: "…"` to a sentence that names the field. */
export function refusalSentence(message: string, label: string): string {
  const [first] = message.split("\n", 1);
  const why = /; (.*?)(?:: (?:"|-|\d|missing|an? |true|false|null|Infinity|NaN)|$)/.exec(first)?.[1];
  return `${label} can’t be that: ${why ?? first}.`;
}
