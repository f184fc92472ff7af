/** Which side sheet is open; the view's, never the document's. */
import { signal } from "@preact/signals";

export type SheetName = "documents" | "company" | "assumptions" | "export";

export const openSheet = signal<SheetName | null>(null);

/** Opens a sheet, or closes it if it is open. */
export function toggleSheet(name: SheetName): void {
  openSheet.value = openSheet.value === name ? null : name;
}
