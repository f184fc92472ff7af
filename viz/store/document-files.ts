/** A document from a file, such as the plans that the command line found, put on the desk. */
import { signal } from "@preact/signals";
import { InputError, parseDocument } from "../../scenarios/index.ts";
import { openGiven } from "./desk.ts";

/** Longest file that is read: documents of a thousand plans come to less. */
const BYTES_MOST = 20 * 1024 * 1024;

/** Why the last file was refused; empty if none was. */
export const fileTrouble = signal("");

/** Opens a document; one that can't be read leaves what is open, says why, and gives false. */
export async function openDocumentFile(file: File): Promise<boolean> {
  try {
    if (file.size > BYTES_MOST) throw new InputError(`file too long; more than 20 MiB: ${file.size}`);
    openGiven(parseDocument(await file.text(), file.name));
    fileTrouble.value = "";
    return true;
  } catch (error) {
    fileTrouble.value = error instanceof Error ? error.message : String(error);
    return false;
  }
}
