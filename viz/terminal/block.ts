/** A generated block of a Markdown page: what stands between two marks is replaced, the rest is left alone. */
import { readFileSync } from "node:fs";
import { InputError } from "../../scenarios/index.ts";
import { pendingFile } from "../../workers/files.ts";
import { InfrastructureError, reasonOf } from "./errors.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";

export interface Block {
  /** Puts text between the marks, as it is. */
  readonly fill: (text: string) => void;
}

/** Finds `<!-- name: begin -->` and `<!-- name: end -->` before anything runs. @throws InputError */
export function openBlock(file: string, name: string): Block {
  const [begin, end] = [`<!-- ${name}: begin -->\n`, `<!-- ${name}: end -->`];
  const page = readPage(file);
  const start = page.indexOf(begin);
  const stop = page.indexOf(end, start);
  if (start < 0 || stop < 0 || page.includes(begin, start + 1))
    throw new InputError(`invalid page; not one pair of marks of ${name}: ${quoted(file)}`);
  return {
    fill: (text) => {
      const filled = `${page.slice(0, start + begin.length)}\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n\n${page.slice(stop)}`;
      try {
        const pending = pendingFile(pathOf(file));
        pending.write(filled);
        pending.commit();
      } catch (error) {
        throw new InfrastructureError(`cannot write to ${quoted(file)}; ${reasonOf(error)}`);
      }
    },
  };
}

function readPage(file: string): string {
  try {
    return readFileSync(pathOf(file), "utf8");
  } catch (error) {
    throw new InputError(`cannot read ${quoted(file)}; ${reasonOf(error)}`);
  }
}
