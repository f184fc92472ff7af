/** Puts the open question and the digest of its runs into an address, and the address into the clipboard. */
import { LINK_LENGTH_MOST, writeLink } from "../../scenarios/links/index.ts";
import { hashesOfPeople } from "../store/desk.ts";
import { linkNotice } from "../store/links.ts";
import { copiedText, COPY_BY_HAND, tooLongText } from "../words/links.ts";
import { linkNow } from "./link-now.ts";

export async function shareLink(): Promise<void> {
  const hashes = await hashesOfPeople();
  const link = { ...linkNow(), ...(hashes === undefined ? {} : { people: hashes }) };
  const address = `${location.origin}${location.pathname}#${await writeLink(link)}`;
  if (address.length > LINK_LENGTH_MOST) {
    linkNotice.value = {
      text: tooLongText(address.length, LINK_LENGTH_MOST, link.document.brand?.logo !== undefined),
      isFileOffered: true,
    };
    return;
  }
  const isCopied = await navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );
  const text = isCopied ? copiedText(link.claim?.runs ?? 0, hashes !== undefined) : COPY_BY_HAND;
  linkNotice.value = { text, address };
}
