/** What came of a link, under the bar until it is put away: its proof, its refusal, or the address to copy. */
import type { JSX } from "preact";
import { saveDocument } from "../exports/save.ts";
import { Sentence } from "../compare/sentence.tsx";
import { linkNotice } from "../store/links.ts";
import "./notice.css";

export function Notice(): JSX.Element | null {
  const notice = linkNotice.value;
  if (notice === null) return null;
  const { text, lines = [], address, isFileOffered } = notice;
  return (
    <div class="notice" role="status">
      <p>{text}</p>
      {lines.length === 0 ? null : (
        <ul>
          {lines.map((line, i) => (
            <li key={i}>
              <Sentence of={line} />
            </li>
          ))}
        </ul>
      )}
      {address === undefined ? null : (
        <input
          type="text"
          readOnly
          aria-label="The link"
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      {isFileOffered === true ? (
        <button type="button" class="link" onClick={saveDocument}>
          Save the document as a file
        </button>
      ) : null}
      <button type="button" class="link" onClick={() => (linkNotice.value = null)}>
        Close
      </button>
    </div>
  );
}
