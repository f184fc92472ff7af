/** The document's seed as numbers; no other draw of the simulator comes from seedrandom. */
import seedrandom from "seedrandom";

/** Two unsigned 32-bit words from a seed text. */
export function seedWords(text: string): [number, number] {
  const random = seedrandom(text);
  return [random.int32() >>> 0, random.int32() >>> 0];
}
