/** Lists of people and ties dropped on the page: read here, kept in this browser as they are, sent nowhere. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { PeopleHashes } from "../../scenarios/links/index.ts";
import { InputError, importRoster, importTies, type ImportedOrganisation } from "../../scenarios/index.ts";
import { messageOf } from "../../workers/index.ts";
import { inStore } from "./database.ts";
import { isAwaitingPeople, people, peopleTrouble, type People } from "./people.ts";
import { isolated } from "../charts/text.ts";

/** What is kept of a document: the files themselves, read anew whenever it is opened. */
interface Kept {
  readonly roster: File;
  readonly ties?: File;
}

/** Longest list that is read: a million rows come to less. */
const BYTES_MOST = 500 * 1024 * 1024;

/**
 * Reads dropped files for a document; a refusal leaves everything as it was, and says why. `isOpen` tells whether the
 * document is still on the desk, `keep` notes that it has people of its own.
 */
export async function takeFiles(
  id: string,
  files: readonly File[],
  isOpen: () => boolean,
  keep: () => void,
): Promise<void> {
  try {
    const found = await sorted(files);
    const roster = found.roster ?? (await keptOf(id).catch(() => undefined))?.roster;
    if (roster === undefined) throw new InputError("missing roster; ties need the people they tie");
    const kept: Kept = found.ties === undefined ? { roster } : { roster, ties: found.ties };
    const taken = await read(kept);
    if (!isOpen()) return;
    people.value = taken;
    peopleTrouble.value = "";
    await inStore("people", "readwrite", (store) => store.put(kept, id));
    keep();
  } catch (error) {
    peopleTrouble.value = messageOf(error);
  }
}

/** Reads the files a document was left with. */
export async function restorePeople(id: string, isOpen: () => boolean): Promise<void> {
  try {
    const kept = await keptOf(id);
    const restored = kept && (await read(kept));
    if (!isOpen()) return;
    if (restored === undefined) throw new Error("the lists are no longer in this browser");
    people.value = restored;
  } catch (error) {
    if (isOpen()) peopleTrouble.value = messageOf(error);
  } finally {
    if (isOpen()) isAwaitingPeople.value = false;
  }
}

/** SHA-256 of the files a document was given, as they are. */
export async function hashesOf(id: string): Promise<PeopleHashes | undefined> {
  const kept = await keptOf(id);
  if (kept === undefined) return undefined;
  const { roster, ties } = kept;
  return {
    roster: await sha256OfFile(roster),
    ...(ties === undefined ? {} : { ties: await sha256OfFile(ties) }),
  };
}

/** Chunk by chunk: browsers' own digest wants the whole file at once, and a secure address. */
async function sha256OfFile(file: File): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return bytesToHex(hash.digest());
}

/** Gives a document the lists of another one. */
export async function copyPeople(from: string, to: string): Promise<void> {
  const kept = await keptOf(from);
  if (kept !== undefined) await inStore("people", "readwrite", (store) => store.put(kept, to));
}

export async function forgetPeople(id: string): Promise<void> {
  await inStore("people", "readwrite", (store) => store.delete(id));
}

/** Which file lists people and which ties, by the words of their first lines. */
async function sorted(files: readonly File[]): Promise<Partial<Kept>> {
  const found: { roster?: File; ties?: File } = {};
  for (const file of files) {
    if (file.size > BYTES_MOST)
      throw new InputError(`file too long; more than ${BYTES_MOST} bytes: ${isolated(file.name)}`);
    const [head] = (await file.slice(0, 4096).text()).toLowerCase().split("\n", 1);
    const columns = new Set(
      head
        .replace("\ufeff", "")
        .split(/[,;\t]/)
        .map((word) => word.replaceAll('"', "").trim()),
    );
    if (columns.has("source") && columns.has("target")) found.ties = file;
    else if (columns.has("id")) found.roster = file;
    else
      throw new InputError(
        `unknown list; neither id nor source and target in its first line: ${isolated(file.name)}`,
      );
  }
  return found;
}

async function read({ roster, ties }: Kept): Promise<People> {
  const persons = await importRoster(chunksOf(roster), { name: isolated(roster.name) });
  const organisation: ImportedOrganisation =
    ties === undefined
      ? { roster: persons }
      : { roster: persons, ties: await importTies(chunksOf(ties), persons, { name: isolated(ties.name) }) };
  const files = [roster, ...(ties === undefined ? [] : [ties])];
  const key = files.map((file) => `${file.name} ${file.size} ${file.lastModified}`).join(" | ");
  return { key, organisation, files: files.map((file) => isolated(file.name)) };
}

/** A file piece by piece, so that the page breathes between them. */
async function* chunksOf(file: File): AsyncIterable<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

async function keptOf(id: string): Promise<Kept | undefined> {
  const kept = (await inStore("people", "readonly", (store) => store.get(id))) as Partial<Kept> | undefined;
  return kept?.roster instanceof File ? (kept as Kept) : undefined;
}
