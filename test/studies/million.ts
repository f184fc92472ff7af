/** A study of so many points whose runs take no time, run and merged here: prints the peak of the memory it takes, in bytes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MEASURES } from "../../engine/index.ts";
import { createPool } from "../../workers/index.ts";
import { openFolder, runStudy } from "../../workers/studies/index.ts";
import { RESULTS, studyOf } from "./kit.ts";

const points = Number(process.argv[2]);
const WEEKS = 3;

/** Answers at once, with numbers that follow from the task. */
const pool = createPool({
  size: 1,
  spawn: () => ({
    terminate: () => undefined,
    runner: {
      setCompany: () => Promise.resolve(),
      cancelTask: () => Promise.resolve(),
      runTask: ({ spec, plans }) =>
        Promise.resolve(
          plans.map((_, plan) => ({
            weeks: WEEKS,
            columns: new Float64Array(MEASURES.length * (WEEKS + 1)).fill(
              spec.parameters.attendanceFrequency + plan,
            ),
            digest: Math.floor(spec.parameters.externalProb * 2 ** 52)
              .toString(16)
              .padStart(16, "0"),
            groups: [],
          })),
        ),
    },
  }),
});
const folder = mkdtempSync(join(tmpdir(), "groundwork-million-"));
try {
  const place = openFolder(folder, studyOf({ design: { kind: "sobol", points }, replicates: 1 }), RESULTS);
  const { rows } = await runStudy({ place, pool, hasCsv: true });
  process.stdout.write(`${JSON.stringify({ rows, bytes: 1024 * process.resourceUsage().maxRSS })}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
