/** The side sheet of all that can be taken away of the open document. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { readyFigures } from "../figures/figures.ts";
import { Sheet } from "../sheets/sheet.tsx";
import { prepareMaker } from "../slides/pptx.ts";
import { document } from "../store/document.ts";
import { people } from "../store/people.ts";
import { pseudonymsText } from "../words/pseudonyms.ts";
import { BrandFields } from "./brand-fields.tsx";
import { Choices } from "./choices.tsx";
import { saveDocument, saveFile } from "./save.ts";
import { saveSlides } from "./save-slides.ts";
import { saveStandalone } from "./save-standalone.ts";
import { jsonOf } from "./text-files.ts";
import { notation } from "../store/notation.ts";

export function ExportSheet(): JSX.Element {
  useEffect(prepareMaker, []);
  const { name } = document.value;
  return (
    <Sheet heading="Export">
      <p class="sheet-note">
        Every picture, slide and table is made from the series on the screen, and says which document, seed
        and engine it comes from. Nothing leaves this machine.
      </p>
      <h3>Slides and print</h3>
      <Choices
        choices={[
          { name: "PowerPoint of every chart", make: () => saveSlides(name) },
          { name: "One file that presents", make: () => presentOrAsk(name) },
          { name: "Print, or save as PDF", make: () => print() },
        ]}
      />
      <AskPseudonyms />
      <BrandFields />
      <h3>Data</h3>
      <Choices
        choices={[
          { name: "The document", make: saveDocument },
          {
            name: "All numbers",
            make: () => saveFile(`${name} numbers`, "json", "application/json", allNumbers()),
          },
        ]}
      />
      <p class="sheet-note">Single charts have an Export of their own, beside their table.</p>
    </Sheet>
  );
}

/** Whether the reader is being asked if people may go into the file. */
const isAsking = signal(false);

/** Nothing is saved of a firm's own people before that is agreed to. */
function presentOrAsk(stem: string): Promise<void> | string {
  if (people.value === null) return saveStandalone(stem);
  isAsking.value = true;
  return "Read below what it will hold.";
}

function AskPseudonyms(): JSX.Element | null {
  const whose = people.value;
  useEffect(() => () => void (isAsking.value = false), []);
  if (!isAsking.value || whose === null) return null;
  const { roster, ties } = whose.organisation;
  return (
    <div role="group" aria-labelledby="pseudonyms-words">
      <p id="pseudonyms-words" class="sheet-note" role="status">
        {pseudonymsText(roster.ids.length, ties !== undefined, notation.value)}
      </p>
      <Choices
        choices={[
          {
            name: "The file with pseudonyms",
            make: () => saveStandalone(document.value.name),
          },
        ]}
      />
      <button type="button" class="link" onClick={() => (isAsking.value = false)}>
        Leave it
      </button>
    </div>
  );
}

function allNumbers(): string {
  return `[${readyFigures()
    .map((figure) => jsonOf(figure).trimEnd())
    .join(",\n")}]\n`;
}
