/** The verb diff: how two documents, or two plans, differ, in words. */
import {
  checkDocument,
  defaultDocument,
  InputError,
  LIBRARY,
  parseDocument,
  planDifference,
  type Document,
  type Plan,
} from "../../scenarios/index.ts";
import { documentDifference } from "./document-difference.ts";
import { EXIT } from "./errors.ts";
import { isFile, readDocument, sourceName } from "./input.ts";
import { writeOut } from "./output.ts";
import { quoted } from "./options.ts";

type Side = { readonly document: Document; readonly isPlan: boolean };

/** @returns the exit code: 0 the same, 1 different */
export async function diffVerb(nameA: string, nameB: string): Promise<number> {
  if (nameA === "-" && nameB === "-") throw new InputError("both documents from stdin");
  const a = await readSide(nameA);
  const b = await readSide(nameB);
  const isPlans = a.isPlan && b.isPlan;
  const sentences = isPlans
    ? plansDifference(planOf(a), planOf(b))
    : a.isPlan || b.isPlan
      ? unlike(nameA, nameB)
      : documentDifference(a.document, b.document);
  const same = `${isPlans ? "both plans do" : "both documents ask"} the same`;
  await writeOut(`${sentences.length === 0 ? same : sentences.join("\n")}\n`);
  return sentences.length === 0 ? EXIT.ok : EXIT.differs;
}

/** The sentences call the plans A and B. */
function plansDifference(a: Plan, b: Plan): string[] {
  const sentences = planDifference(a, b);
  return sentences.length === 0 ? [] : [`A is "${a.name}", B is "${b.name}".`, ...sentences];
}

function planOf({ document }: Side): Plan {
  return document.plans[0];
}

function unlike(nameA: string, nameB: string): never {
  throw new InputError(`a plan and a document can't be compared: ${quoted(nameA)}, ${quoted(nameB)}`);
}

/** A document's file, a plan's file, or the id of a library plan. @throws InputError */
async function readSide(name: string): Promise<Side> {
  const inLibrary = LIBRARY.plans.find((plan) => plan.id === name);
  if (inLibrary !== undefined && !isFile(name)) return planSide(inLibrary, "");
  const text = await readDocument(name);
  const plan = planIn(text);
  if (plan !== undefined) return planSide(plan, sourceName(name));
  return { document: parseDocument(text, sourceName(name)), isPlan: false };
}

/** A plan on its own has interventions where a document has plans. */
function planIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isPlan = typeof value === "object" && value !== null && "interventions" in value;
    return isPlan && !("plans" in value) ? value : undefined;
  } catch {
    return undefined; // parseDocument says what is wrong, and where
  }
}

function planSide(plan: object, name: string): Side {
  const fields = { id: "plan", name: "Plan", ...plan };
  const bare = "note" in fields ? { ...fields, note: undefined } : fields;
  return {
    document: checkDocument({ ...defaultDocument(), weeks: 1040, plans: [bare] }, name),
    isPlan: true,
  };
}
