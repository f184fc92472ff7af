/** Undo and redo by their usual keys, in every place. */
import { useEffect } from "preact/hooks";
import { focusWanted } from "../editor/panel.ts";
import { redo, undo } from "../store/document.ts";

/** From when a place is drawn until it is left. */
export function useUndoKeys(): void {
  useEffect(() => {
    globalThis.document.addEventListener("keydown", obeyShortcut);
    return () => globalThis.document.removeEventListener("keydown", obeyShortcut);
  }, []);
}

/** Not where text is typed, which has an undo of its own. */
function obeyShortcut(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (!(ctrlKey || metaKey) || altKey) return;
  if (target instanceof Element && target.matches("textarea, input[type=text], input[type=search]")) return;
  const letter = key.toLowerCase();
  if (letter !== "z" && letter !== "y") return;
  event.preventDefault();
  focusWanted.value = target instanceof Element && target.matches(".grip") ? "bar" : null;
  if (letter === "y" || shiftKey) redo();
  else undo();
}
