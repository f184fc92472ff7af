/** The top bar: the places there are, what the document is about, and what the open place adds to it. */
import type { ComponentChildren, JSX } from "preact";
import { canRedo, canUndo, document, redo, undo } from "../store/document.ts";
import { linkNotice } from "../store/links.ts";
import { headcount } from "../store/people.ts";
import { isAlone } from "./alone.ts";
import { placeName, PLACES, type PlaceName } from "../store/places.ts";
import { openSheet, toggleSheet, type SheetName } from "../store/sheets.ts";
import { onDemand } from "./on-demand.tsx";
import { theme, toggleTheme } from "../store/theme.ts";
import { countText } from "../words/decimals.ts";
import { notation } from "../store/notation.ts";

export function Bar(props: {
  /** What is chosen in this place, beside the document. */
  readonly choices?: ComponentChildren;
  /** How far this place's work has come. */
  readonly progress?: ComponentChildren;
}): JSX.Element {
  const changes = Object.keys(document.value.assumptions).length;
  return (
    <header class="bar">
      <p class="brand">Groundwork</p>
      <nav aria-label="Places">
        {PLACES.filter(isHere).map(({ name, label }) => (
          <a key={name} href={`#${name}`} aria-current={name === placeName.value ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="about" role="group" aria-label="Document">
        {isAlone ? (
          <bdi>{document.value.name}</bdi>
        ) : (
          <SheetButton name="documents" label="Documents">
            <bdi>{document.value.name}</bdi>
          </SheetButton>
        )}
        <SheetButton name="company" label="Company">
          {countText(headcount.value, notation.value)} employees
        </SheetButton>
        <SheetButton name="assumptions" label="Assumptions">
          {changes === 0 ? "Assumptions" : `Assumptions, ${changes} changed`}
        </SheetButton>
      </div>
      {props.choices}
      <div class="about">
        {/* Disabled, it would take away the focus of who has undone the last step. */}
        <button type="button" class="link" aria-disabled={!canUndo.value} onClick={undo}>
          Undo
        </button>
        <button type="button" class="link" aria-disabled={!canRedo.value} onClick={redo}>
          Redo
        </button>
        {isAlone ? null : (
          <>
            <SheetButton name="export" label="Export">
              Export
            </SheetButton>
            <button type="button" class="link" onClick={() => void shareLink()}>
              Share link
            </button>
          </>
        )}
      </div>
      {props.progress}
      <button type="button" class="theme" onClick={toggleTheme}>
        {theme.value === "dark" ? "Light" : "Dark"}
      </button>
      {linkNotice.value === null ? null : <Notice />}
    </header>
  );
}

/** A file that stands alone has no studies to explore. */
function isHere({ name }: { readonly name: PlaceName }): boolean {
  return !isAlone || name !== "explore";
}

/** What links need comes when one is made or opened. */
const Notice = onDemand(async () => (await import("../links/notice.tsx")).Notice);

async function shareLink(): Promise<void> {
  await (await import("../links/share.ts")).shareLink();
}

function SheetButton(props: {
  readonly name: SheetName;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { name, label, children } = props;
  return (
    <button
      type="button"
      class="link"
      title={label}
      aria-haspopup="dialog"
      aria-expanded={openSheet.value === name}
      onClick={() => toggleSheet(name)}
    >
      {children}
    </button>
  );
}
