/** The side sheet of all that can be taken away of the open document. */
import type { JSX } from "preact";
import { imprintNow } from "../figures/imprint.ts";
import { readyFigures } from "../figures/figures.ts";
import { Sheet } from "../sheets/sheet.tsx";
import { document } from "../store/document.ts";
import { BrandFields } from "./brand-fields.tsx";
import { Choices } from "./choices.tsx";
import { saveDocument, saveFile } from "./save.ts";
import { saveSlides } from "./save-slides.ts";
import { saveStandalone } from "./save-standalone.ts";
import { jsonOf } from "./text-files.ts";

export function ExportSheet(): JSX.Element {
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
          { name: "One file that presents", make: () => saveStandalone(name) },
          { name: "Print, or save as PDF", make: () => print() },
        ]}
      />
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

function allNumbers(): string {
  const imprint = imprintNow();
  return `[${readyFigures()
    .map((figure) => jsonOf(figure, imprint).trimEnd())
    .join(",\n")}]\n`;
}
