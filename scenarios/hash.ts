/** Hashes of content: canonical JSON (RFC 8785) under SHA-256. */
import canonicalize from "canonicalize";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Document, Plan } from "./schema.ts";

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of a text that comes in pieces. */
export function sha256OfPieces(pieces: Iterable<string>): string {
  const hash = sha256.create();
  for (const piece of pieces) hash.update(utf8ToBytes(piece));
  return bytesToHex(hash.digest());
}

/** SHA-256 of the whole document, names and notes included. */
export function documentSha256(document: Document): string {
  return sha256Of(canonicalize(document)!);
}

/** SHA-256 of what a plan does; its id, name and notes and the order of its list are left out. */
export function planSha(plan: Pick<Plan, "interventions">): string {
  const texts = plan.interventions.map((item) => canonicalize(item)!);
  return sha256Of(canonicalize(texts.toSorted())!);
}
