/** The library's companies by id: the one a page starts with at once, all others as soon as the whole library is loaded. */
import type { ImportedOrganisation } from "../import/index.ts";
import type { Assumptions, DocumentCompany } from "../schema.ts";

export interface LibraryCompany {
  readonly id: string;
  readonly name: string;
  /** What it stands for, in plain sentences. */
  readonly note: string;
  readonly company: Omit<DocumentCompany, "library" | "name" | "notes"> & { readonly employees: number };
  /** Assumptions that make it what it is; a document's own replace them one by one. */
  readonly assumptions: Assumptions;
  /** Horizon its documents start with, if not 208 weeks. */
  readonly weeks?: number;
  /** Its people and ties, if they are not synthetic; another number of employees makes them so. */
  readonly people?: () => ImportedOrganisation;
}

export const GLOBAL_BANK: LibraryCompany = {
  id: "global-bank",
  name: "Global bank",
  note:
    "A bank with 10,000 employees in many business units and twelve roles. Relationship managers, the second-largest " +
    "role, sell: what they learn from each other shows in revenue. All assumptions are the defaults.",
  company: {
    employees: 10_000,
    roles: [
      "Operations specialist",
      "Relationship manager",
      "Client service agent",
      "Software engineer",
      "Branch adviser",
      "Risk analyst",
      "Product manager",
      "Financial controller",
      "Compliance officer",
      "Marketing specialist",
      "HR partner",
      "Legal counsel",
    ],
    salesLikeRole: "Relationship manager",
    sites: ["London", "New York", "Singapore", "Frankfurt", "Zurich", "Mumbai"],
  },
  assumptions: {},
};

const known = new Map([[GLOBAL_BANK.id, GLOBAL_BANK]]);

/**
 * Whatever reads or makes a document of another company imports companies.ts, which calls this: a page that shows its
 * first document needn't wait for the others.
 */
export function addKnown(companies: readonly LibraryCompany[]): void {
  for (const company of companies) known.set(company.id, company);
}

/** The library company of an id. */
export function companyById(id: string): LibraryCompany | undefined {
  return known.get(id);
}
