/** The document of a library company and some of its plans, and the one a page starts with. */
import { inputError } from "../errors.ts";
import { SCHEMA_VERSION, WEEKS_DEFAULT } from "../limits.ts";
import type { Document } from "../schema.ts";
import { GLOBAL_BANK, type LibraryCompany } from "./known.ts";
import { planById } from "./plans.ts";

/** What libraryDocument makes of a company. @throws InputError */
export function documentOf(company: LibraryCompany, planIds: readonly string[]): Document {
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
    company: { library: company.id },
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
  return documentOf(GLOBAL_BANK, ["platform-first", "problems-first", "same-platform-first"]);
}
