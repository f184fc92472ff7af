/** The page as its scripts have drawn it: shown whoever the reader is, and answering what was pressed on the drawing before. */

/** Tells viz/public/first.js and whoever waits for the page that it hears its reader now. */
export function comeAlive(window: Window): void {
  window.document.documentElement.dataset["drawing"] = "live";
  window.dispatchEvent(new Event("groundwork:alive"));
}
