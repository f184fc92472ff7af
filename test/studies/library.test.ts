/** The typed library runs a study from a plain module in bare Node, as its page shows. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ROOT, textOf } from "../lint/sources.ts";
import { TERMINAL } from "../viz/terminal.kit.ts";
import { makeFolder, smallStudy } from "./kit.ts";

const folder = makeFolder();
afterAll(() => folder.remove());

test.skipIf(!existsSync(TERMINAL))("the page's library code runs a study and finds what it says", () => {
  const [, code] = /^```js\n([^]*?)^```$/m.exec(textOf("docs/studies.md"))!;
  const study = join(folder.path, "study.json");
  writeFileSync(study, JSON.stringify(smallStudy({ design: { kind: "saltelli", points: 4 } })));
  // From the root, where the package can import itself by name; -e leaves no room for the module's own name.
  const words = ["--input-type=module", "-e", code, "module", study, join(folder.path, "out")];
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" });
  expect([stdout, stderr]).toEqual(["96 0 shares of variance\n", ""]);
  expect(existsSync(join(folder.path, "out", "manifest.json"))).toBe(true);
});
