/** Writes viz/terminal/golden.ts anew: part of `npm run golden`, with a reason in the commit. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runTwin } from "../../engine/index.ts";
import { specOf } from "../../scenarios/index.ts";
import { SCENES, sceneQuestion } from "../../viz/terminal/scenes.ts";

const lines = SCENES.map((scene) => {
  const { document, organisation } = sceneQuestion(scene);
  const twin = runTwin(specOf(document, organisation, 0, 0));
  const digests = scene.plans.map((_, i) => run(specOf(document, organisation, i, 0), { twin }).digest);
  return [scene.company, ...digests].join(" ");
});
const path = join("viz", "terminal", "golden.ts");
const [head] = readFileSync(path, "utf8").split("`\n");
writeFileSync(path, [`${head}\``, ...lines, "`;", ""].join("\n"));
console.log(`${lines.length} scenes written to ${path}`);
