/** The reader's own notes on the curve: written at the week line, kept with the document. */
import type { JSX } from "preact";
import { fans, runCount } from "../store/comparison.ts";
import { addChartNote, changeChartNote, chartNotes, type PlacedChartNote } from "../store/chart-notes.ts";
import { edit } from "../store/editing.ts";
import { metric, pair, week } from "../store/view.ts";
import { TextField } from "../sheets/text-field.tsx";
import { monthText } from "../words/time.ts";
import { useKeptFocus } from "./kept-focus.ts";
import { Typed } from "./typed.tsx";
import "./answers.css";

export function NoteControls(): JSX.Element | null {
  const holder = useKeptFocus();
  if (runCount.value === 0) return null;
  return (
    <div ref={holder} class="own-notes">
      {chartNotes.value.map((note) => (
        <Note key={note.place} note={note} />
      ))}
      <p class="asking">
        <button type="button" class="link" onClick={add}>
          Add a note at {monthText(week.value)}
        </button>
      </p>
    </div>
  );
}

/** On the curve of the plan compared, at the week line. */
function add(): void {
  const at = week.peek();
  const fan = fans.peek().find(({ plan }) => plan === pair.peek().b) ?? fans.peek()[0];
  const note = { measure: metric.peek().name, week: at, value: fan?.bands.p50[at] ?? 0, text: "A note" };
  edit(addChartNote(note));
}

function Note({ note }: { readonly note: PlacedChartNote }): JSX.Element {
  const change = (changes: Parameters<typeof changeChartNote>[1]): boolean =>
    edit(changeChartNote(note.place, changes));
  return (
    <div class="asking">
      <TextField label="Note" value={note.text} onSettle={(text) => change({ text })} />
      <Typed label="at week" value={note.week} onType={(at) => change({ week: at })} />
      <button type="button" class="link" onClick={() => change(null)}>
        Remove the note
      </button>
    </div>
  );
}
