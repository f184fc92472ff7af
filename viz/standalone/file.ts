/** One file that presents: what the build leaves open in it, and how a document is put there. */
import { InputError, writePeople, type Pseudonymous } from "../../scenarios/index.ts";
import { writeLink, type Link } from "../../scenarios/links/index.ts";

/** As the build names it, beside the page. */
export const TEMPLATE_NAME = "standalone.html";
export const TITLE_MARK = "%title%";
export const QUESTION_MARK = "%question%";
export const PEOPLE_MARK = "%people%";
/** Longest question that is read again. */
const QUESTION_MOST = 32 * 1024;

/**
 * The file's text. A link's letters need no escape in HTML, nor do those of `people`, who must have pseudonyms.
 * @throws InputError if the document is too long
 */
export async function standaloneFile(
  template: string,
  link: Link,
  people?: Pseudonymous["people"],
): Promise<string> {
  const question = await writeLink(link);
  if (question.length > QUESTION_MOST) {
    throw new InputError(
      `document too long for one file; more than ${QUESTION_MOST} characters: ${question.length}`,
    );
  }
  const [head, afterTitle] = cut(template, TITLE_MARK);
  const [middle, afterQuestion] = cut(afterTitle, QUESTION_MARK);
  const [between, end] = cut(afterQuestion, PEOPLE_MARK);
  const lists = people === undefined ? "" : await writePeople(people);
  return [head, escaped(link.document.name), middle, question, between, lists, end].join("");
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`not the page's file; without ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
