/** The scenes that verify runs without arguments: the library's companies, small, with the digests they gave. */
import { checkDocument, LIBRARY, libraryDocument, resolveOrganisation } from "../../scenarios/index.ts";
import { sha256Of } from "../../scenarios/hash.ts";
import { GOLDEN } from "./golden.ts";
import type { Question } from "./question.ts";

export interface Scene {
  readonly company: string;
  readonly plans: readonly string[];
  /** Of replicate 0, plan by plan. */
  readonly digests: readonly string[];
}

const PLANS = ["platform-first", "problems-first", "same-platform-first"] as const;
const EMPLOYEES_MOST = 500;

/** A line a company: its id, then the digest of each plan's first run. */
export const SCENES: readonly Scene[] = LIBRARY.companies.map(({ id }) => {
  const line = GOLDEN.split("\n").find((text) => text.startsWith(`${id} `)) ?? "";
  return { company: id, plans: PLANS, digests: line.split(" ").slice(1) };
});

export function sceneQuestion({ company, plans }: Pick<Scene, "company" | "plans">): Question {
  const document = libraryDocument(company, plans);
  const own = LIBRARY.companies.find(({ id }) => id === company)?.company.employees ?? EMPLOYEES_MOST;
  const employees = Math.min(own, EMPLOYEES_MOST);
  const small = checkDocument({ ...document, company: { ...document.company, employees } });
  return { document: small, organisation: resolveOrganisation(small), rosterName: undefined, report: [] };
}

/** Stamp of the engine's results: figures of another stamp are out of date. 16 hexadecimal digits. */
export function resultsStamp(): string {
  return sha256Of(GOLDEN).slice(0, 16);
}
