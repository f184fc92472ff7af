/** The open document as one file that presents it, saved from the page. */
import { InputError } from "../../scenarios/index.ts";
import { linkNow } from "../links/link-now.ts";
import { standaloneFile, TEMPLATE_NAME } from "../standalone/file.ts";
import { people } from "../store/people.ts";
import { saveFile } from "./save.ts";

export async function saveStandalone(stem: string): Promise<void> {
  if (people.value !== null) throw new InputError("lists of people stay in this browser");
  const response = await fetch(TEMPLATE_NAME);
  if (!response.ok) throw new Error("the page’s server has no such file");
  saveFile(stem, "html", "text/html;charset=utf-8", await standaloneFile(await response.text(), linkNow()));
}
