/** The library: companies and plans to start from, each with a note that says what it stands for. */
import { checkDocument, shortened } from "../document.ts";
import { inputError } from "../errors.ts";
import { type Document, SCHEMA_VERSION, WEEKS_DEFAULT, WEEKS_MAX } from "../schema.ts";
import { companyById, COMPANIES, type LibraryCompany } from "./companies.ts";
import { type LibraryPlan, planById, PLANS } from "./plans.ts";

export { storyOf } from "./stories.ts";
export type { LibraryCompany, LibraryPlan };

export const LIBRARY: {
  readonly companies: readonly LibraryCompany[];
  readonly plans: readonly LibraryPlan[];
} = { companies: COMPANIES, plans: PLANS };

/** A document of one library company and some library plans, in the order given. @throws InputError */
export function libraryDocument(companyId: string, planIds: readonly string[]): Document {
  const company = companyById(companyId);
  if (!company) throw inputError("unknown company", "", companyId);
  const plans = planIds.map((id) => {
    const plan = planById(id);
    if (!plan) throw inputError("unknown plan", "", id);
    return { id, name: plan.name, notes: plan.note, interventions: plan.interventions };
  });
  const document = checkDocument({
    groundwork: SCHEMA_VERSION,
    name: company.name,
    notes: company.note,
    company: { library: companyId },
    plans,
    seed: "groundwork",
    weeks: WEEKS_MAX,
    currency: "USD",
    locale: "en-US",
  });
  return shortened(document, company.weeks ?? WEEKS_DEFAULT).document;
}

/** The document one starts with: three plans on the global bank. */
export function defaultDocument(): Document {
  return libraryDocument("global-bank", ["platform-first", "problems-first", "same-platform-first"]);
}
