/** The verb slides: a document's talk as a presentation whose charts can be edited. */
import { InputError } from "../../scenarios/index.ts";
import { talkNow } from "../exports/talk.ts";
import { slidesOf } from "../slides/slides.ts";
import { layOut, type DeskOptions } from "./desk.ts";
import { quoted } from "./options.ts";
import { openFile, writeOut } from "./output.ts";

export interface SlidesOptions extends DeskOptions {
  readonly out: string;
}

export async function slidesVerb(name: string | undefined, options: SlidesOptions): Promise<void> {
  if (!options.out.toLowerCase().endsWith(".pptx")) {
    throw new InputError(`invalid out; not a file that ends in .pptx: ${quoted(options.out)}`);
  }
  const file = openFile(options.out);
  try {
    await layOut(name, options);
    const talk = talkNow();
    file.put(await slidesOf(talk));
    await writeOut(`${talk.figures.length + 1} slides\n`);
  } finally {
    file.drop();
  }
}
