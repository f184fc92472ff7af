/** Writes digests.json anew: `npm run golden`, with a reason in the commit. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pack } from "./digests.ts";
import { goldenOf, goldenSpecs } from "./scenes.ts";

const goldens = new Map([...goldenSpecs()].map(([key, spec]) => [key, goldenOf(spec)]));
const path = join("test", "golden", "digests.json");
writeFileSync(path, `${JSON.stringify(pack(goldens), null, 2)}\n`);
console.log(`${goldens.size} scenes written to ${path}`);
