/** This browser's storage; where it is forbidden even to ask for it, one that keeps nothing. */
type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A page whose reader keeps all sites from storing anything throws at the mention of its storage. */
export function storageOf(page: Pick<Window, "localStorage">): Kept {
  try {
    return page.localStorage;
  } catch {
    return NOTHING;
  }
}

const NOTHING: Kept = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem: () => {
    throw new Error("storage is forbidden");
  },
};
