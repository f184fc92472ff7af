/** Where lists of people and ties are dropped or chosen; nothing leaves the browser. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { dropPeople, importPeople } from "../store/desk.ts";
import { people, peopleTrouble } from "../store/people.ts";

const isOver = signal(false);
const isReading = signal(false);

export function PeopleDrop(): JSX.Element {
  const files = people.value?.files ?? [];
  return (
    <div
      class={`drop${isOver.value ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void take(event.dataTransfer?.files);
      }}
    >
      <label class="field">
        Your own people and ties, as CSV
        <input
          type="file"
          multiple
          accept=".csv,text/csv,text/plain"
          aria-describedby="people-words"
          onChange={(event) => void take(event.currentTarget.files)}
        />
      </label>
      <p id="people-words" class="hint" aria-live="polite">
        {words(files)}
      </p>
      {files.length === 0 ? null : (
        <button type="button" class="link" onClick={() => void dropPeople()}>
          Remove these people
        </button>
      )}
    </div>
  );
}

function words(files: readonly string[]): string {
  if (isReading.value) return "Reading …";
  if (peopleTrouble.value !== "") return `Refused: ${peopleTrouble.value}.`;
  if (files.length > 0) return `From ${files.join(" and ")}; they stay in this browser.`;
  return "Drop a list of people (id; optionally unit, department, team, role, manager, site) and one of ties (source, target). They stay in this browser.";
}

async function take(files: FileList | null | undefined): Promise<void> {
  if (files === null || files === undefined || files.length === 0) return;
  isReading.value = true;
  await importPeople([...files]);
  isReading.value = false;
}
