/** What can be done to a document's company and assumptions: pure functions from document to document. */
import { PARAMETERS, type ParameterName } from "../../engine/index.ts";
import {
  LIBRARY,
  libraryDocument,
  shortened,
  type Assumptions,
  type Document,
  type DocumentCompany,
} from "../../scenarios/index.ts";
import { libraryCompany } from "./company.ts";
import type { Command } from "./step-commands.ts";

type CompanyField = Exclude<keyof DocumentCompany, "library">;

/** Puts the plans into another company of the library; the document's own assumptions stay. */
export function takeCompany(id: string): Command {
  return (document) => {
    const fresh = libraryDocument(id, [LIBRARY.plans[0].id]);
    const isNamedAfterCompany = document.name === libraryCompany(document)?.name;
    const moved = {
      ...document,
      name: isNamedAfterCompany ? fresh.name : document.name,
      notes: fresh.notes ?? "",
      company: fresh.company,
    };
    return isUsualHorizon(document) ? withHorizon(fresh.weeks)(moved) : moved;
  };
}

/** Whether the horizon is the one documents of the company start with. */
function isUsualHorizon(document: Document): boolean {
  const { library } = document.company;
  return library === undefined || libraryDocument(library, [LIBRARY.plans[0].id]).weeks === document.weeks;
}

/** Another horizon; what is dated beyond it is left out. */
export function withHorizon(weeks: number): Command {
  return (document) =>
    weeks < document.weeks ? shortened(document, weeks).document : { ...document, weeks };
}

/** Sets a field of the company; undefined leaves it to the library. */
export function setCompanyField<K extends CompanyField>(
  field: K,
  value: DocumentCompany[K] | undefined,
): Command {
  return (document) => {
    const { [field]: _old, ...rest } = document.company;
    return { ...document, company: value === undefined ? rest : { ...rest, [field]: value } };
  };
}

/** Sets what the document says of itself; undefined leaves it out. */
export function setDocumentField<
  K extends "name" | "seed" | "currency" | "locale" | "uncertainty" | "start" | "brand",
>(field: K, value: Document[K]): Command {
  return (document) => {
    const { [field]: _old, ...rest } = document;
    return (value === undefined ? rest : { ...rest, [field]: value }) as Document;
  };
}

type Assumption = Assumptions[ParameterName];

/** What an assumption is unless the document says otherwise: the library company's, else the default. */
export function usualAssumption(document: Document, name: ParameterName): NonNullable<Assumption> {
  const row = PARAMETERS.find((one) => one.name === name);
  return libraryCompany(document)?.assumptions[name] ?? row?.default ?? 0;
}

/** Sets an assumption to a value or a range; its usual value, or undefined, is left out of the document. */
export function setAssumption(name: ParameterName, value: Assumption): Command {
  return (document) => {
    const { [name]: _old, ...rest } = document.assumptions;
    const isUsual = value === undefined || value === usualAssumption(document, name);
    return { ...document, assumptions: isUsual ? rest : { ...rest, [name]: value } };
  };
}

/** All assumptions as the company's and the defaults have them. */
export const resetAssumptions: Command = (document) => ({ ...document, assumptions: {} });
