/** A document as the end of an address, and back: `g1.` and the deflated text in letters an address may hold. */
import { checkLocated } from "../document.ts";
import { inputError, InputError } from "../errors.ts";
import { issueMessages } from "../issues.ts";
import { parseJson } from "../json.ts";
import { firstOf } from "../locate.ts";
import type { Document } from "../schema.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";
import { deflate, inflate } from "./deflate.ts";
import { linkSchema, type Claim, type LinkView, type PeopleHashes } from "./schema.ts";

export interface Link {
  readonly document: Document;
  readonly claim?: Claim;
  readonly people?: PeopleHashes;
  readonly view?: LinkView;
}

/** Longest address that is made: some mail programs and chats cut longer ones. */
export const LINK_LENGTH_MOST = 2000;
const READ_MOST = 32 * 1024;
const UNPACKED_MOST = 256 * 1024;
const VERSION = 1;
const ISSUES_SHOWN = 20;
const FORM = /^g(\d{1,6})\.(.*)$/s;

/** Whether a text is meant as a link of any version: an address that ends in one, or its end alone. */
export function isLink(text: string): boolean {
  return /^\S*#g\d{1,6}\./.test(text) || /^g\d{1,6}\.[\w-]{20,}$/.test(text);
}

/** The part behind the `#`. It may be longer than an address should be: see LINK_LENGTH_MOST. */
export async function writeLink(link: Link): Promise<string> {
  return `g${VERSION}.${toBase64Url(await deflate(JSON.stringify(link)))}`;
}

/** Reads a link or an address that ends in one. @throws InputError with one sentence */
export async function readLink(address: string): Promise<Link> {
  if (address.length > READ_MOST) {
    throw new InputError(`link too long; more than ${READ_MOST} characters: ${address.length}`);
  }
  const fragment = address.slice(address.indexOf("#") + 1);
  const [, version, packed] = FORM.exec(fragment) ?? [];
  if (version === undefined) throw inputError("not a link", "no version", fragment);
  if (version !== String(VERSION))
    throw inputError("unknown link version", `not ${VERSION}`, Number(version));
  return linkOf(await inflate(fromBase64Url(packed), UNPACKED_MOST));
}

function linkOf(text: string): Link {
  const { value } = parseJson(text, "the link");
  const parsed = linkSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, ISSUES_SHOWN);
    throw firstOf(
      issueMessages(issues, value, () => "the link"),
      ISSUES_SHOWN,
    );
  }
  const { document: given, ...rest } = parsed.data;
  const document = checkLocated(given, () => "the link");
  const { claim } = rest;
  const isWhole =
    claim === undefined ||
    Object.values(claim.medians).every((list) => list.length === document.plans.length);
  if (!isWhole) throw new InputError("invalid claim; not a median for every plan (the link)");
  return { document, ...rest };
}
