/** One file that presents: what the build leaves open in it, and how a document is put there. */
import { InputError } from "../../scenarios/index.ts";
import { writeLink, type Link } from "../../scenarios/links/index.ts";

/** As the build names it, beside the page. */
export const TEMPLATE_NAME = "standalone.html";
export const TITLE_MARK = "%title%";
export const QUESTION_MARK = "%question%";
/** Longest question that is read again. */
const QUESTION_MOST = 32 * 1024;

/** The file's text. A link's letters need no escape in HTML. @throws InputError if the document is too long */
export async function standaloneFile(template: string, link: Link): Promise<string> {
  const question = await writeLink(link);
  if (question.length > QUESTION_MOST) {
    throw new InputError(
      `document too long for one file; more than ${QUESTION_MOST} characters: ${question.length}`,
    );
  }
  const [head, afterTitle] = cut(template, TITLE_MARK);
  const [middle, end] = cut(afterTitle, QUESTION_MARK);
  return [head, escaped(link.document.name), middle, question, end].join("");
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`not the page's file; without ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
