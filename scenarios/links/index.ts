/** Links: documents that travel in an address, with what their sender saw. */
export { claimOfResult } from "./claim.ts";
export { isLink, LINK_LENGTH_MOST, readLink, writeLink } from "./link.ts";
export type { Link } from "./link.ts";
export type { Claim, PeopleHashes } from "./schema.ts";
export { verdictOnLink } from "./verdict.ts";
export type { ClaimedMeasure, LinkVerdict, MedianPair } from "./verdict.ts";
