/** The patterns the model must reproduce together, and the claims it tests: what is measured, and on which runs. */
import { measureClaims } from "./claims.ts";
import { openLaboratory, type Trial } from "./laboratory.ts";
import { measurePeople } from "./people.ts";
import { measurePlatform } from "./platform.ts";
import { measureProgramme } from "./programme.ts";
import { measureWanted, type Wanted } from "./wanted.ts";

export type { Trial } from "./laboratory.ts";
export { readWanted, type Wanted } from "./wanted.ts";
export { CLAIMS, PATTERNS } from "./table.ts";
export { reportPatterns, type PatternReport } from "./report.ts";

/** All measurements of one trial, by name, and whatever else is wanted. */
export function measurePatterns(trial: Trial, wanted: readonly Wanted[] = []): Record<string, number> {
  const laboratory = openLaboratory(trial);
  return {
    ...measurePlatform(laboratory),
    ...measureProgramme(laboratory),
    ...measurePeople(laboratory),
    ...measureClaims(laboratory),
    ...measureWanted(laboratory, wanted),
  };
}
