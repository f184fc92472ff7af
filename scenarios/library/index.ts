/** The library: companies and plans to start from, each with a note that says what it stands for. */
import { inputError } from "../errors.ts";
import { SCHEMA_VERSION, WEEKS_DEFAULT } from "../limits.ts";
import type { Document } from "../schema.ts";
import { companyById, COMPANIES, type LibraryCompany } from "./companies.ts";
import { type LibraryPlan, planById, PLANS } from "./plans.ts";

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
  if (planIds.length === 0) throw inputError("invalid plans", "an empty list", planIds);
  const weeks = company.weeks ?? WEEKS_DEFAULT;
  const plans = planIds.map((id, i) => {
    const plan = planById(id);
    if (!plan) throw inputError("unknown plan", "", id);
    if (planIds.indexOf(id) < i) throw inputError(`invalid plans[${i}].id`, "an id twice", id);
    const interventions = plan.interventions.filter(({ week }) => week < weeks).map((step) => ({ ...step }));
    return { id, name: plan.name, notes: plan.note, interventions };
  });
  return {
    groundwork: SCHEMA_VERSION,
    name: company.name,
    notes: company.note,
    company: { library: companyId },
    assumptions: {},
    plans,
    shocks: [],
    seed: "groundwork",
    weeks,
    currency: "USD",
    locale: "en-US",
  };
}

/** The document one starts with: three plans on the global bank. */
export function defaultDocument(): Document {
  return libraryDocument("global-bank", ["platform-first", "problems-first", "same-platform-first"]);
}
