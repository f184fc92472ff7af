/** The document: one signal, changed only by the functions here. */
import { signal } from "@preact/signals";
import { LIBRARY, defaultDocument, libraryDocument, type Document } from "../../scenarios/index.ts";

export const document = signal<Document>(defaultDocument());

/** Puts the plans of the document into another company of the library. */
export function chooseCompany(company: string): void {
  document.value = libraryDocument(company, planIds());
}

/** Puts a library plan into a place; a plan that stands elsewhere changes places with it. */
export function choosePlan(place: number, plan: string): void {
  const ids = planIds();
  const other = ids.indexOf(plan);
  if (other >= 0) ids[other] = ids[place]!;
  ids[place] = plan;
  document.value = libraryDocument(companyId(), ids);
}

export function companyId(): string {
  return document.value.company.library ?? LIBRARY.companies[0].id;
}

function planIds(): string[] {
  return document.value.plans.map((plan) => plan.id);
}
