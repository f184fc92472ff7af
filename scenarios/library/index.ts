/** The library: companies and plans to start from, each with a note that says what it stands for. */
import { inputError } from "../errors.ts";
import type { Document } from "../schema.ts";
import { COMPANIES } from "./companies.ts";
import { companyById, type LibraryCompany } from "./known.ts";
import { type LibraryPlan, PLANS } from "./plans.ts";
import { documentOf } from "./start.ts";

export type { LibraryCompany, LibraryPlan };

export const LIBRARY: {
  readonly companies: readonly LibraryCompany[];
  readonly plans: readonly LibraryPlan[];
} = { companies: COMPANIES, plans: PLANS };

/**
 * A document of one library company and some library plans, in the order given. It is valid by its making, as a test
 * holds: what only wants to begin needs no parser. @throws InputError
 */
export function libraryDocument(companyId: string, planIds: readonly string[]): Document {
  const company = companyById(companyId);
  if (!company) throw inputError("unknown company", "", companyId);
  return documentOf(company, planIds);
}
