/** Puts the open question and the digest of its runs into an address, and the address into the clipboard. */
import { LINK_LENGTH_MOST, writeLink, type Link } from "../../scenarios/links/index.ts";
import { sample } from "../store/before.ts";
import { hashesOfPeople } from "../store/desk.ts";
import { document } from "../store/document.ts";
import { linkNotice } from "../store/links.ts";
import { metricName, pair, week, weeks } from "../store/view.ts";
import { copiedText, COPY_BY_HAND, tooLongText } from "../words/links.ts";
import { claimOfRuns } from "./claim.ts";

export async function shareLink(): Promise<void> {
  const link = await linkNow();
  const address = `${location.origin}${location.pathname}#${await writeLink(link)}`;
  if (address.length > LINK_LENGTH_MOST) {
    linkNotice.value = { text: tooLongText(address.length, LINK_LENGTH_MOST), isFileOffered: true };
    return;
  }
  const isCopied = await navigator.clipboard.writeText(address).then(
    () => true,
    () => false,
  );
  const text = isCopied ? copiedText(link.claim?.runs ?? 0, link.people !== undefined) : COPY_BY_HAND;
  linkNotice.value = { text, address };
}

async function linkNow(): Promise<Link> {
  const of = document.peek();
  const { plans, replicates } = sample.peek();
  const { a, b } = pair.peek();
  const isInRow = replicates.every((replicate, i) => replicate === i);
  const hashes = await hashesOfPeople();
  return {
    document: of,
    ...(isInRow && replicates.length > 0 ? { claim: claimOfRuns(of, plans, replicates.length) } : {}),
    ...(hashes === undefined ? {} : { people: hashes }),
    view: {
      ...(a === b ? {} : { a: of.plans[a].id, b: of.plans[b].id }),
      measure: metricName.peek(),
      ...(week.peek() === weeks.peek() ? {} : { week: week.peek() }),
    },
  };
}
