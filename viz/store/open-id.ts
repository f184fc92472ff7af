/** Which document was open last in this browser, so that the page knows at once whether there is one to restore. */

/** The part of a browser's storage that holds it. */
type Slot = Pick<Storage, "getItem" | "setItem">;

const OPEN_KEY = "groundwork.open";
const ID = /^[a-z0-9]{1,32}$/;

/** The id of the document that was open last; undefined = none, or storage is forbidden. */
export function openId(store: Slot): string | undefined {
  try {
    const id = store.getItem(OPEN_KEY);
    return typeof id === "string" && isShelfId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

/** @throws DOMException where storage is full or forbidden */
export function markOpen(store: Slot, id: string): void {
  store.setItem(OPEN_KEY, id);
}

export function isShelfId(text: string): boolean {
  return ID.test(text);
}
