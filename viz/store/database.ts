/** The browser's own database: what is too large for the shelf, kept on this machine alone. */

const DATABASE = "groundwork";
const VERSION = 3;
const STORES = ["people", "studies", "observations"] as const;
export type StoreName = (typeof STORES)[number];

/** One request to a store. @throws Error where the browser forbids it or has no room */
export function inStore<T>(
  name: StoreName,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error(`this browser keeps no ${name}`));
    const opening = indexedDB.open(DATABASE, VERSION);
    opening.onupgradeneeded = () => {
      for (const store of STORES)
        if (!opening.result.objectStoreNames.contains(store)) opening.result.createObjectStore(store);
    };
    opening.onerror = fail;
    opening.onblocked = fail;
    opening.onsuccess = () => {
      // Another page of this browser may bring a newer version: it must not wait for this one.
      opening.result.onversionchange = () => opening.result.close();
      const asked = ask(opening.result.transaction(name, mode).objectStore(name));
      asked.onerror = fail;
      asked.onsuccess = () => {
        opening.result.close();
        resolve(asked.result);
      };
    };
  });
}
