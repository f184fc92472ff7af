/** The question asked: a document with the command line's changes, and the organisation it is asked of. */
import { basename } from "node:path";
import {
  checkDocument,
  defaultDocument,
  importRoster,
  importTies,
  InputError,
  LIBRARY,
  libraryDocument,
  parseDocument,
  resolveOrganisation,
  shortened,
  type Document,
  type ImportedOrganisation,
  type Organisation,
  WEEKS_MAX,
} from "../../scenarios/index.ts";
import { isFile, readDocument, readTable, sourceName } from "./input.ts";
import { quoted } from "./options.ts";

export interface QuestionOptions {
  readonly roster?: string;
  readonly ties?: string;
  readonly weight?: string;
  readonly directed?: boolean;
  readonly plans?: readonly string[];
  readonly weeks?: number;
  readonly seed?: string;
}

export interface Question {
  readonly document: Document;
  readonly organisation: Organisation;
  /** The roster's file, if the organisation comes from one. */
  readonly rosterName: string | undefined;
  /** The people of the roster, if there is one. */
  readonly imported?: ImportedOrganisation | undefined;
  /** What was understood, filled in and left out. */
  readonly report: readonly string[];
}

/** Reads everything that can be wrong before anything runs or is written. @throws InputError */
export async function readQuestion(name: string | undefined, options: QuestionOptions): Promise<Question> {
  const given = await documentNamed(name);
  const changed = changedDocument(given, options);
  const imported = await readOrganisation(options);
  const organisation = resolveOrganisation(changed.document, imported);
  return {
    document: changed.document,
    organisation,
    imported,
    rosterName: options.roster === undefined ? undefined : basename(options.roster),
    report: [...changed.report, ...organisation.report],
  };
}

/** A document's file, or a library company by its id with the usual three plans; without a name the default question. */
async function documentNamed(name: string | undefined): Promise<Document> {
  const usual = defaultDocument();
  if (name === undefined) return usual;
  const inLibrary = LIBRARY.companies.some((company) => company.id === name);
  if (inLibrary && !isFile(name)) {
    const plans = usual.plans.map((plan) => plan.id);
    return libraryDocument(name, plans);
  }
  return parseDocument(await readDocument(name), sourceName(name));
}

/** The horizon comes last: a library plan may reach further than the document. */
function changedDocument(
  document: Document,
  { plans, seed, weeks }: QuestionOptions,
): { document: Document; report: string[] } {
  // An untouched document keeps the lines its errors point to.
  if (plans === undefined && seed === undefined && weeks === undefined) return { document, report: [] };
  const widened = checkDocument({
    ...document,
    seed: seed ?? document.seed,
    plans: plans === undefined ? document.plans : chosenPlans(document, plans),
    weeks: WEEKS_MAX,
  });
  return shortened(widened, weeks ?? document.weeks);
}

/** The document's plans in its own order, then the library's that it lacks, in the order asked for. */
function chosenPlans(document: Document, ids: readonly string[]): Document["plans"] {
  const own = document.plans.filter((plan) => ids.includes(plan.id));
  const others = ids.filter((id) => !own.some((plan) => plan.id === id));
  const added = others.map((id) => {
    const found = LIBRARY.plans.find((plan) => plan.id === id);
    if (found === undefined) {
      const known = new Set([...document.plans, ...LIBRARY.plans].map((plan) => plan.id));
      throw new InputError(`unknown plan; not one of ${[...known].join(", ")}: ${quoted(id)}`);
    }
    return { id, name: found.name, notes: found.note, interventions: found.interventions };
  });
  return [...own, ...added];
}

export async function readOrganisation(
  options: Pick<QuestionOptions, "roster" | "ties" | "weight" | "directed">,
): Promise<ImportedOrganisation | undefined> {
  const { roster: rosterName, ties: tiesName, weight, directed } = options;
  if (rosterName === undefined) {
    if (tiesName !== undefined) throw new InputError(`ties without a roster: ${quoted(tiesName)}`);
    return undefined;
  }
  if (tiesName === undefined && (weight !== undefined || directed === true)) {
    throw new InputError(`${weight === undefined ? "directed" : "weight"} without ties`);
  }
  if (rosterName === "-" && tiesName === "-") throw new InputError("roster and ties both from stdin");
  const roster = await importRoster(readTable(rosterName), { name: sourceName(rosterName) });
  if (tiesName === undefined) return { roster };
  const ties = await importTies(readTable(tiesName), roster, {
    name: sourceName(tiesName),
    ...(weight !== undefined && { weightColumn: weight }),
    ...(directed === true && { directed }),
  });
  return { roster, ties };
}
