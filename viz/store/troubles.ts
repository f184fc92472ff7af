/** What went wrong with keeping and restoring documents, as the page tells it. */
import { signal } from "@preact/signals";

/** Why the document is not saved; empty if it is. */
export const savingTrouble = signal("");
/** What could not be restored when the page was opened; empty if nothing. */
export const restoringTrouble = signal("");
