/** A study that asks for a precision ends at the same replicates and bytes however it was run. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  blockOf,
  blockSpan,
  layoutOf,
  reachedOf,
  runAt,
  runOf,
  shardBlocks,
} from "../../scenarios/studies/index.ts";
import {
  Incomplete,
  mergedPlace,
  mergeStudy,
  openFolder,
  openTable,
  progressOf,
  runShard,
  runStudy,
  verifyFiles,
} from "../../workers/studies/index.ts";
import { filesOf, longerStudy, makeFolder, poolHere, RESULTS } from "./kit.ts";

const pool = poolHere();
const folder = makeFolder();
afterAll(() => {
  pool.close();
  folder.remove();
});

const wanted = { output: "netValue", a: "first", b: "second", halfWidth: 20, most: 512 };

function lookingStudy(points: number, changes: object = {}) {
  return longerStudy({ design: { kind: "sobol", points }, replicates: { ...wanted, ...changes } });
}

test("runs, blocks and shards stay where they are when a look adds replicates", () => {
  for (const points of [1, 5, 32, 40, 700]) {
    const study = lookingStudy(points);
    const first = layoutOf(study);
    const later = layoutOf(study, first.replicates + 3 * first.lookStep!);
    const spans = Array.from({ length: later.blockCount }, (_, block) => blockSpan(later, block));
    spans.forEach((span, i) => expect(span.first).toBe(i === 0 ? 0 : spans[i - 1].end));
    expect(spans.at(-1)!.end).toBe(points * later.replicates);
    expect(spans.slice(0, first.blockCount)).toEqual(
      Array.from({ length: first.blockCount }, (_, block) => blockSpan(first, block)),
    );
    for (let run = 0; run < later.runCount; run += 7) {
      expect(runAt(later, runOf(later, run))).toBe(run);
      const { first: from, end } = blockSpan(later, blockOf(later, run));
      expect(run >= from && run < end).toBe(true);
    }
    const shards = [0, 1, 2].flatMap((shard) => shardBlocks(later, shard, 3));
    expect(shards.toSorted((a, b) => a - b)).toEqual(spans.map((_, block) => block));
  }
});

test.each([
  [{ output: "cost" }, 'invalid replicates.output; not one of registeredShare, netValue: "cost"'],
  [{ a: "third" }, 'invalid replicates.a; not one of first, second: "third"'],
  [{ b: "first" }, 'invalid replicates.b; the plan itself: "first"'],
  [{ halfWidth: 0 }, "halfWidth"],
  [{ most: 31 }, "most"],
])("a precision is refused: %j", (changes, says) => {
  expect(() => lookingStudy(4, changes)).toThrow(says);
});

test("one process, shards in any order and a resumed folder end at the same look with the same bytes", async () => {
  const study = lookingStudy(3);
  const whole = openFolder(join(folder.path, "whole"), study, RESULTS);
  const told: number[] = [];
  const manifest = await runStudy({
    place: whole,
    pool,
    onStanding: (_, { reached }) => told.push(reached?.looks.length ?? 0),
  });
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.map((_, look) => look));
  expect(manifest.replicates).toBeLessThan(512);

  const place = openFolder(join(folder.path, "shards"), study, RESULTS);
  for (let rounds = 1; ; rounds++) {
    for (let shard = 6; shard >= 0; shard--) await runShard({ place, pool, shard, of: 7 });
    const merged = await mergeStudy(place).catch((error: unknown) => error);
    if (!(merged instanceof Incomplete)) break;
    expect(merged.message).toMatch(/; the next look is at \d+ replicates$/);
    expect(rounds).toBeLessThan(told.length);
  }
  expect(filesOf(place.folder)).toEqual(filesOf(whole.folder));

  const files = filesOf(whole.folder);
  rmSync(join(place.folder, manifest.blocks[0].file));
  writeFileSync(join(place.folder, manifest.blocks.at(-1)!.file), "torn");
  await runStudy({ place, pool });
  expect(filesOf(place.folder)).toEqual(files);

  const { place: final, reached } = await progressOf(whole);
  expect(verifyFiles(final).faults).toEqual([]);
  expect(reached).toMatchObject({ isReached: true, wanted: 20 });
  const merged = mergedPlace(whole);
  expect(reachedOf(merged.layout, await (await openTable(merged))("netValue"))).toEqual(reached);
});
