/** Keys: Threefry's published answers, and that no two places of a run share a key. */
import { describe, expect, it } from "vitest";
import { draw, runKey, STREAM, threefry, weekKey } from "../../engine/random.ts";
import { PROCESSES, SEED } from "./layouts.ts";

function hex({ k0, k1 }: { k0: number; k1: number }): string {
  return [k0, k1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");
}

describe("Threefry-2x32-20", () => {
  // kat_vectors of Random123 (Salmon et al. 2011): nothing, all bits, and digits of π.
  it.each([
    [0, 0, 0, 0, "6b200159 99ba4efe"],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, "1cb996fc bb002be7"],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, "c4923a9c 483df7a0"],
  ])("of counter %i %i and key %i %i is as published", (c0, c1, key0, key1, answer) => {
    expect(hex(threefry(c0, c1, key0, key1))).toBe(answer);
    expect(hex(threefry(c0 | 0, c1 | 0, key0 | 0, key1 | 0))).toBe(answer);
  });
});

describe("keys", () => {
  it("differ between any two draws of a run: streams, sub-streams and weeks", () => {
    const run = runKey(SEED, 0);
    const keys = new Set<string>();
    let count = 0;
    for (const stream of Object.values(STREAM))
      for (const sub of [0, 1, 2, 3, 4, 5, 20, 128, 255])
        for (let week = 0; week <= 1040; week++) {
          keys.add(hex(weekKey(run, stream, sub, week)));
          count++;
        }
    expect(keys.size).toBe(count);
  });

  it("differ between replicates", () => {
    const keys = Array.from({ length: 100_000 }, (_, replicate) => hex(runKey(SEED, replicate)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("never mix up a stream and a sub-stream", () => {
    expect(Math.max(...PROCESSES.map(({ sub }) => sub))).toBeLessThan(256);
    const labels = PROCESSES.map(({ stream, sub }) => (stream << 8) | sub);
    expect(new Set(labels).size).toBe(PROCESSES.length);
    expect(new Set(Object.values(STREAM)).size).toBe(Object.keys(STREAM).length);
  });
});

describe("a draw", () => {
  // Kept as written down on the day the engine was built: a changed draw is another simulator.
  it("is what it was", () => {
    const key = weekKey(runKey(SEED, 3), STREAM.problems, 1, 57);
    expect([0, 1, 9999, 1048576 * 58 + 7].map((id) => draw(id, key.k0, key.k1))).toMatchInlineSnapshot(`
      [
        296660639,
        3403950432,
        2101924104,
        3111521440,
      ]
    `);
  });

  it("is an unsigned word of 32 bits", () => {
    for (let id = 0; id < 1000; id++) {
      const h = draw(id, -1, 0x7fffffff);
      expect(h).toBe(h >>> 0);
    }
  });
});
