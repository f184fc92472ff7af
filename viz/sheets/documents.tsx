/** The documents kept in this browser: open, begin, rename, duplicate, delete. */
import type { JSX } from "preact";
import {
  deleteDocument,
  duplicateDocument,
  keepingTrouble,
  newDocument,
  openShelved,
  renameDocument,
  shelved,
} from "../store/desk.ts";
import { fileTrouble, openDocumentFile } from "../store/document-files.ts";
import { document } from "../store/document.ts";
import { Sheet } from "./sheet.tsx";
import { TextField } from "./text-field.tsx";

export function DocumentsSheet(): JSX.Element {
  const all = shelved();
  const trouble = keepingTrouble();
  return (
    <Sheet heading="Documents">
      <p class="sheet-note">
        {trouble === ""
          ? "Every change is kept in this browser and nowhere else."
          : `Nothing is saved: ${trouble}. Under Export the document can be saved as a file.`}
      </p>
      <TextField label="Name of this document" value={document.value.name} onSettle={renameDocument} />
      <p class="verbs">
        <button type="button" class="link" onClick={newDocument}>
          New
        </button>
        <button type="button" class="link" onClick={duplicateDocument}>
          Duplicate
        </button>
        <FileLink />
      </p>
      {fileTrouble.value === "" ? null : <p role="alert">Refused: {fileTrouble.value}.</p>}
      <ul class="shelf">
        {all.map((kept) => (
          <li key={kept.id} aria-current={kept.isOpen ? "true" : undefined}>
            <Title kept={kept} />
            <button
              type="button"
              class="link"
              aria-label={`Delete ${"document" in kept ? kept.document.name : "what can’t be read"}`}
              onClick={() => deleteDocument(kept.id)}
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** A document as the command line reads and writes it. */
function FileLink(): JSX.Element {
  return (
    <label class="link file">
      Open a file …
      <input
        class="unseen"
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = Array.from(event.currentTarget.files ?? []);
          if (file !== undefined) void openDocumentFile(file);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

function Title({ kept }: { readonly kept: ReturnType<typeof shelved>[number] }): JSX.Element {
  if (!("document" in kept)) {
    return (
      <span>
        Something that can’t be read <span class="quiet">{kept.why}</span>
      </span>
    );
  }
  const { name, plans } = kept.document;
  const count = plans.length === 1 ? "one plan" : `${plans.length} plans`;
  return (
    <span>
      {kept.isOpen ? (
        <bdi class="strong">{name}</bdi>
      ) : (
        <button type="button" class="link" onClick={() => openShelved(kept.id)}>
          <bdi>{name}</bdi>
        </button>
      )}{" "}
      <span class="quiet">{kept.isOpen ? `${count}, open` : count}</span>
    </span>
  );
}
