/** A layout's draws as an endless binary stream on stdout, for PractRand and dieharder: `npm run -s draws -- LAYOUT`. */
import { once } from "node:events";
import { createSequence, LAYOUTS } from "./layouts.ts";

const WORDS = 2 ** 18;

const layout = LAYOUTS.find(({ name }) => name === process.argv[2]);
if (layout === undefined) {
  const names = LAYOUTS.map(({ name }) => name).join(", ");
  console.error(`unknown layout; not one of ${names}: ${JSON.stringify(process.argv[2])}`);
  process.exit(2);
}
// The reader leaves when it has seen enough.
process.stdout.on("error", () => process.exit(0));
const fill = createSequence(layout);
for (;;) {
  const words = new Uint32Array(WORDS);
  fill(words);
  if (!process.stdout.write(new Uint8Array(words.buffer))) await once(process.stdout, "drain");
}
