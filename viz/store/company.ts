/** What a document says of its company, or the library for it. */
import { companyById, type Document } from "../../scenarios/index.ts";

/** The library company a document is about, if any. */
export function libraryCompany({ company }: Pick<Document, "company">) {
  return companyById(company.library ?? "");
}

/** Employees at the start; a document says them or its library company does. */
export function employeeCount(document: Pick<Document, "company">): number {
  return document.company.employees ?? libraryCompany(document)?.company.employees ?? 0;
}
