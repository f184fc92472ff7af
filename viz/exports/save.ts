/** Hands a file made in the page to the reader. */
import { document } from "../store/document.ts";

/** `stem` becomes the file's name, whatever is in it. */
export function saveFile(stem: string, extension: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = globalThis.document.createElement("a");
  anchor.href = address;
  anchor.download = `${fileStem(stem)}.${extension}`;
  anchor.click();
  // The browser reads it in its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** "Global bank – fan" as "global-bank-fan". */
function fileStem(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ["groundwork"];
  return words.join("-").slice(0, 80);
}

export function saveDocument(): void {
  const shown = document.peek();
  saveFile(shown.name, "json", "application/json", `${JSON.stringify(shown, null, 2)}\n`);
}
