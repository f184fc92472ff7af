/** The desk: the document that is open, saved at every step, and the others of the shelf to open instead. */
import { batch, effect, signal, untracked } from "@preact/signals";
import { defaultDocument, type Document } from "../../scenarios/index.ts";
import { messageOf } from "../../workers/index.ts";
import type { PeopleHashes } from "../../scenarios/links/index.ts";
import { canUndo, document, observed, openDocument, restoreObserved } from "./document.ts";
import { observedTrouble } from "./observed.ts";
import { followFirstDay } from "./observed-dates.ts";
import { edit } from "./editing.ts";
import { setDocumentField } from "./company-commands.ts";
import { openId } from "./open-id.ts";
import { isAwaitingPeople, people, peopleTrouble } from "./people.ts";
import {
  discard,
  freeShelfId,
  keep,
  keepingTroubleOf,
  keptDocuments,
  hasBeside,
  keyOf,
  noteBeside,
  rememberOpen,
  read,
  type Kept,
  type Store,
} from "./shelf.ts";
import { restoringTrouble, savingTrouble } from "./troubles.ts";

/** Where the open document is kept. */
const openedId = signal("d1");
/** Grows whenever the shelf has changed. */
const shelfVersion = signal(0);

/** What the desk's verbs work on, from the moment the page is opened. */
const shelf: {
  store: Store | undefined;
  seen: Document | undefined;
  observed: ReturnType<typeof observed.peek>;
} = { store: undefined, seen: undefined, observed: observed.peek() };

/** Restores the document that was open last and saves it from now on; returns how to end it. */
export function openDesk(store: Store): () => void {
  shelf.store = store;
  restore(store);
  // A page that is quicker than its desk may have been changed already, or have begun another document.
  const isBegun = canUndo.peek() || shelf.seen === document.peek();
  shelf.seen = isBegun ? undefined : document.peek();
  // So may the list of documents, which was empty without a shelf.
  shelfVersion.value++;
  const endObserved = effect(() => keepObserved(store, openedId.value, observed.value));
  const endFirstDay = followFirstDay(whileOpen, async () => (await observedFiles()).readSeries);
  const endDocument = effect(() => {
    const now = document.value;
    const id = openedId.value;
    // What one only looks at is not kept: the shelf holds what was changed.
    if (now === shelf.seen) return;
    shelf.seen = now;
    savingTrouble.value = keep(store, id, now);
    untracked(() => shelfVersion.value++);
  });
  return () => {
    endObserved();
    endFirstDay();
    endDocument();
  };
}

/** Why nothing can be kept here, already before the first change; empty if something can. */
export function keepingTrouble(): string {
  void shelfVersion.value;
  return savingTrouble.value || (shelf.store === undefined ? "" : keepingTroubleOf(shelf.store));
}

/** Keeps what was seen beside the document, which is then kept itself. */
function keepObserved(store: Store, id: string, now: typeof shelf.observed): void {
  if (now === shelf.observed) return;
  shelf.observed = now;
  savingTrouble.value = keep(store, id, document.peek());
  noteBeside(store, id, "observations", now.length > 0);
  void putAside(id, now);
}

async function putAside(id: string, now: typeof shelf.observed): Promise<void> {
  try {
    await (await observedFiles()).keepSeen(id, now);
  } catch (error) {
    savingTrouble.value = messageOf(error);
  }
}

function restore(store: Store): void {
  const id = openId(store);
  const kept = id === undefined ? undefined : read(store, id);
  if (kept !== undefined && "document" in kept) {
    openedId.value = kept.id;
    openDocument(kept.document);
    shelf.observed = observed.peek();
    awaitPeople(store, kept.id);
    if (hasBeside(store, kept.id, "observations")) void restoreSeen(kept.id);
    return;
  }
  // The unreadable stays where it is; the page begins afresh beside it.
  openedId.value = freeShelfId(store);
  if (kept !== undefined) restoringTrouble.value = kept.why;
}

/** Tells later whether the document that is on the desk now still is. */
export function whileOpen(): () => boolean {
  const id = openedId.peek();
  return () => openedId.peek() === id;
}

/** Every document on the shelf, and whether it is the one on the desk. */
export function shelved(): (Kept & { readonly isOpen: boolean })[] {
  void shelfVersion.value;
  const { store } = shelf;
  if (store === undefined) return [];
  const id = openedId.value;
  const others = keptDocuments(store).filter((kept) => kept.id !== id);
  return [
    { id, document: document.value, isOpen: true },
    ...others.map((kept) => Object.assign(kept, { isOpen: false })),
  ];
}

/** Opens a document of the shelf; one that can't be read stays closed. */
export function openShelved(id: string): void {
  const kept = shelf.store && read(shelf.store, id);
  if (kept === undefined || !("document" in kept)) return;
  putOnDesk(id, kept.document, false);
}

/** Begins a document from the start. */
export function newDocument(): void {
  const begun = defaultDocument();
  putOnDesk(freeId(), { ...begun, name: freeTitle(begun.name) }, true);
}

/** Opens a document that comes from elsewhere; one that is on the shelf already is not put there twice. */
export function openGiven(given: Document): void {
  const text = JSON.stringify(given);
  const kept = shelved().find((one) => "document" in one && JSON.stringify(one.document) === text);
  if (kept !== undefined) putOnDesk(kept.id, given, false);
  else putOnDesk(freeId(), given, true);
}

/** The SHA-256 of the lists of people on the desk; undefined = there are none. */
export async function hashesOfPeople(): Promise<PeopleHashes | undefined> {
  if (people.peek() === null) return undefined;
  return (await peopleFiles()).hashesOf(openedId.peek());
}

/** Goes on with a copy of the open document, of its people and of what was seen of it. */
export function duplicateDocument(): void {
  const from = openedId.peek();
  const [own, seen] = [people.peek(), observed.peek()];
  // In one batch: not a run is made of other people.
  batch(() => {
    openAnother(document.peek());
    restoreObserved(seen);
    people.value = own;
  });
  if (own !== null) void copyPeople(from);
}

async function copyPeople(from: string): Promise<void> {
  const { store } = shelf;
  const [to, isOpen] = [openedId.peek(), whileOpen()];
  if (store === undefined || !hasBeside(store, from, "people")) return;
  try {
    await (await peopleFiles()).copyPeople(from, to);
    noteBeside(store, to, "people", true);
  } catch (error) {
    if (isOpen()) peopleTrouble.value = messageOf(error);
  }
}

/** Keeps a document beside the others, under a name of its own, and opens it. */
export function openAnother(another: Document): void {
  putOnDesk(freeId(), { ...another, name: freeTitle(another.name) }, true);
}

/** Deletes a document; deleting the open one opens the next, or the default. */
export function deleteDocument(id: string): void {
  if (shelf.store === undefined) return;
  if (hasBeside(shelf.store, id, "people")) void peopleFiles().then((files) => files.forgetPeople(id));
  if (hasBeside(shelf.store, id, "observations"))
    void observedFiles().then((files) => files.keepSeen(id, []));
  discard(shelf.store, id);
  shelfVersion.value++;
  if (id !== openedId.peek()) return;
  const next = keptDocuments(shelf.store).find((kept) => "document" in kept);
  if (next !== undefined && "document" in next) putOnDesk(next.id, next.document, false);
  else putOnDesk(freeId(), defaultDocument(), false);
}

export function renameDocument(name: string): boolean {
  return edit(setDocumentField("name", name.trim()));
}

/** The reader of lists comes when there is something to read. */
const peopleFiles = () => import("./people-files.ts");

/** Reads the people a document was left with; until then nothing is simulated. */
function awaitPeople(store: Store, id: string): void {
  isAwaitingPeople.value = hasBeside(store, id, "people");
  if (!isAwaitingPeople.value) return;
  peopleFiles().then(
    (files) => files.restorePeople(id, () => openedId.peek() === id),
    () => {
      peopleTrouble.value = "the reader of lists could not be loaded";
      isAwaitingPeople.value = false;
    },
  );
}

/** So does the reader of what was seen. */
const observedFiles = () => import("./observed-files.ts");

/** Lays over the curves again what a document was left with. */
async function restoreSeen(id: string): Promise<void> {
  const isOpen = whileOpen();
  try {
    const found = await (await observedFiles()).readKept(id, document.peek());
    if (!isOpen()) return;
    shelf.observed = found;
    restoreObserved(found);
  } catch (error) {
    if (isOpen()) observedTrouble.value = messageOf(error);
  }
}

/** Takes lists of people and ties for the open document. */
export async function importPeople(files: readonly File[]): Promise<void> {
  const id = openedId.peek();
  const { takeFiles } = await peopleFiles();
  const note = (): void => {
    if (shelf.store === undefined) return;
    savingTrouble.value = keep(shelf.store, id, document.peek());
    noteBeside(shelf.store, id, "people", true);
  };
  await takeFiles(id, files, () => openedId.peek() === id, note);
}

/** Goes back to the people the document says. */
export async function dropPeople(): Promise<void> {
  const id = openedId.peek();
  people.value = null;
  peopleTrouble.value = "";
  if (shelf.store !== undefined) noteBeside(shelf.store, id, "people", false);
  await (await peopleFiles()).forgetPeople(id);
}

/** Takes over what another page of this browser has made of the open document. */
export function followOtherPages(page: Pick<Window, "addEventListener">): void {
  page.addEventListener("storage", (event) => {
    const id = openedId.peek();
    const kept = shelf.store && event.key === keyOf(id) ? read(shelf.store, id) : undefined;
    if (kept !== undefined && "document" in kept) edit(() => kept.document);
    if (event.key === keyOf(id) && event.newValue === null)
      savingTrouble.value = "the document was deleted in another window; the next change keeps it again";
    shelfVersion.value++;
  });
}

function putOnDesk(id: string, opened: Document, isNew: boolean): void {
  const { store } = shelf;
  restoringTrouble.value = "";
  savingTrouble.value = "";
  shelf.seen = opened;
  batch(() => {
    openedId.value = id;
    openDocument(opened);
    people.value = null;
    peopleTrouble.value = "";
    observedTrouble.value = "";
    shelf.observed = observed.peek();
  });
  if (store === undefined) return;
  awaitPeople(store, id);
  if (hasBeside(store, id, "observations")) void restoreSeen(id);
  if (isNew) savingTrouble.value = keep(store, id, opened);
  rememberOpen(store, id);
  shelfVersion.value++;
}

/** The open document holds its id even before it is kept. */
function freeId(): string {
  return shelf.store === undefined ? "d1" : freeShelfId(shelf.store, openedId.peek());
}

/** "Global bank 2": names of documents tell them apart. */
function freeTitle(name: string): string {
  const taken = new Set(shelved().map((kept) => ("document" in kept ? kept.document.name : "")));
  const stem = name.replace(/ \d+$/, "").slice(0, 110);
  let n = 2;
  while (taken.has(`${stem} ${n}`)) n++;
  return taken.has(name) ? `${stem} ${n}` : name;
}
