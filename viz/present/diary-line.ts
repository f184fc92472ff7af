/** What has last happened to somebody, in a line: the end of the diary up to a week. */
import type { DiaryRow } from "../people/diary-words.ts";
import { monthText } from "../words/time.ts";

/** As much as can be read beside a crowd. */
const ROWS_MOST = 2;

/** Of a diary of one plan, at a moment: what happens in a week is seen when it is over. */
export function diaryLine(rows: readonly DiaryRow[], moment: number): string {
  const past = rows.filter(({ week, texts: [text] }) => week < moment && text !== "").slice(-ROWS_MOST);
  if (past.length === 0) return "Nothing so far.";
  return past.map(({ week, texts: [text] }) => `${capital(monthText(week + 1))}: ${text}`).join(" ");
}

function capital(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}
