/** The open document as one file that presents it, saved from the page. */
import { pseudonymous } from "../../scenarios/index.ts";
import { linkNow } from "../links/link-now.ts";
import { standaloneFile, TEMPLATE_NAME } from "../standalone/file.ts";
import { document } from "../store/document.ts";
import { people } from "../store/people.ts";
import { saveFile } from "./save.ts";

/** Imported people go under pseudonyms, and their document with them: ask before. */
export async function saveStandalone(stem: string): Promise<void> {
  const whose = people.peek();
  const response = await fetch(TEMPLATE_NAME);
  if (!response.ok) throw new Error("the page’s server has no such file");
  const template = await response.text();
  if (whose === null) return save(stem, await standaloneFile(template, linkNow()));
  const { document: nameless, people: others } = pseudonymous(document.peek(), whose.organisation);
  // The file's own name may hold a name of theirs, too.
  save(nameless.name, await standaloneFile(template, linkNow(nameless), others));
}

function save(stem: string, text: string): void {
  saveFile(stem, "html", "text/html;charset=utf-8", text);
}
