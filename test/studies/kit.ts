/** What tests of studies share: small studies, folders that go away, and the pool on this thread. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkStudy, type Study } from "../../scenarios/studies/index.ts";
import { createPool, spawnHere, type Pool } from "../../workers/index.ts";

/** Any stamp will do where nothing is compared with another engine. */
export const RESULTS = "0123456789abcdef";

/** A study as plain values: 24 employees, 3 weeks, two plans. */
export function smallStudy(changes: object = {}): Record<string, unknown> {
  return {
    study: 1,
    name: "Small study",
    document: {
      groundwork: 1,
      name: "Small question",
      company: { employees: 24 },
      plans: [
        { id: "first", name: "First", interventions: [{ week: 0, kind: "platform", fast: true }] },
        { id: "second", name: "Second", interventions: [{ week: 0, kind: "communities", count: 2 }] },
      ],
      seed: "unused",
      weeks: 3,
    },
    factors: [
      { name: "attendanceFrequency", distribution: "uniform", low: 0.2, high: 0.8 },
      { name: "externalProb", distribution: "log uniform", low: 0.01, high: 0.5 },
    ],
    design: { kind: "sobol", points: 32 },
    replicates: 3,
    outputs: ["registeredShare", "netValue"],
    seed: "small",
    ...changes,
  };
}

export function studyOf(changes: object = {}): Study {
  return checkStudy(smallStudy(changes));
}

/** The same over 13 weeks: long enough for luck to tell in money. */
export function longerStudy(changes: object = {}): Study {
  const document = { ...(smallStudy()["document"] as object), weeks: 13 };
  return studyOf({ document, ...changes });
}

/** Workers of this thread: small runs need no others. */
export function poolHere(): Pool {
  return createPool({ size: 1, spawn: spawnHere });
}

export interface Folder {
  readonly path: string;
  readonly remove: () => void;
}

export function makeFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), "groundwork-study-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Every file of a folder by name with the SHA-256 of its bytes. */
export function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    names.map((name) => [
      name.slice(folder.length + 1),
      createHash("sha256").update(readFileSync(name)).digest("hex"),
    ]),
  );
}
