/** An organisation and a document without anybody's name: the same people and the same question under pseudonyms. */
import { checkDocument } from "./document.ts";
import type { ImportedOrganisation } from "./import/index.ts";
import { companyById } from "./library/known.ts";
import type { Document, DocumentScope } from "./schema.ts";
import type { StoryWords } from "./story.ts";

export interface Pseudonymous {
  readonly document: Document;
  readonly people: ImportedOrganisation;
}

type Kind = "units" | "roles" | "sites";
type Renaming = ReadonlyMap<string, string>;

interface Names extends Record<Kind, Renaming> {
  /** Of everything, the longest first. */
  readonly all: readonly (readonly [name: string, pseudonym: string])[];
}

/**
 * Pseudonyms follow the order of the lists and nothing else: "Unit 1" is the unit named first. Names are replaced where
 * a plan is scoped to them and where a text mentions them; results stay the same to the bit. What may be told still is
 * who is where, and with whom; ids of plans and the seed stay. @throws InputError if a text becomes too long
 */
export function pseudonymous(document: Document, people: ImportedOrganisation): Pseudonymous {
  const { roster, ties } = people;
  const names = namesOf(document, people);
  const list = (renaming: Renaming, all: readonly string[]): string[] => all.map((one) => renaming.get(one)!);
  return {
    document: checkDocument(renamed(document, names)),
    people: {
      roster: {
        ids: roster.ids.map((_, i) => personCalled(i)),
        roster: roster.roster,
        unitNames: list(names.units, roster.unitNames),
        roleNames: list(names.roles, roster.roleNames),
        siteNames: list(names.sites, roster.siteNames),
        report: [],
      },
      ...(ties === undefined ? {} : { ties: { ...ties, report: [] } }),
    },
  };
}

function personCalled(i: number): string {
  return `Employee ${i + 1}`;
}

/** Says nothing alone: a number, a letter. */
const TELLS_NOTHING = /^(\P{L}*|.)$/u;

function namesOf({ company }: Document, { roster }: ImportedOrganisation): Names {
  const numbered = (word: string, ...lists: readonly (readonly string[])[]): Renaming =>
    new Map([...new Set(lists.flat())].map((name, i) => [name, `${word} ${i + 1}`]));
  const units = numbered("Unit", roster.unitNames);
  // What the document says of a firm that the lists have taken the place of goes under the later numbers.
  const roles = numbered("Role", roster.roleNames, company.roles ?? []);
  const sites = numbered("Site", roster.siteNames, company.sites ?? []);
  const persons = roster.ids.map((id, i) => [id, personCalled(i)] as const);
  const all = [...units, ...roles, ...sites, ...persons].filter(([name]) => !TELLS_NOTHING.test(name));
  return { units, roles, sites, all: all.toSorted(([a], [b]) => b.length - a.length) };
}

function renamed(document: Document, names: Names): Document {
  const { name, company, plans, shocks, notes, story, chartNotes } = document;
  const say = <K extends string>(key: K, text: string | undefined): { [key in K]?: string } =>
    text === undefined ? {} : ({ [key]: withoutNames(text, names) } as { [key in K]?: string });
  return {
    ...document,
    name: withoutNames(name, names),
    ...say("notes", notes),
    company: companyWithout(company, names),
    plans: plans.map((plan) => ({
      ...plan,
      name: withoutNames(plan.name, names),
      ...say("notes", plan.notes),
      interventions: plan.interventions.map((one) => scoped(one, names)),
    })),
    shocks: shocks.map((one) => scoped(one, names)),
    ...(story === undefined ? {} : { story: storyWithout(story, names) }),
    ...(chartNotes === undefined
      ? {}
      : { chartNotes: chartNotes.map((one) => ({ ...one, text: withoutNames(one.text, names) })) }),
  };
}

function companyWithout(company: Document["company"], names: Names): Document["company"] {
  const { name, notes, roles, sites, library = "" } = company;
  const salesLike = company.salesLikeRole ?? companyById(library)?.company.salesLikeRole ?? "";
  return {
    ...company,
    ...(name === undefined ? {} : { name: withoutNames(name, names) }),
    ...(notes === undefined ? {} : { notes: withoutNames(notes, names) }),
    ...(roles === undefined ? {} : { roles: roles.map((one) => names.roles.get(one)!) }),
    ...(sites === undefined ? {} : { sites: sites.map((one) => names.sites.get(one)!) }),
    // A company of the library names its role that is like sales: the lists' own has another name now.
    salesLikeRole: names.roles.get(salesLike) ?? null,
  };
}

/** A scope names what is there, or the document could not have been run. */
function scoped<Item extends object>(item: Item & { readonly scope?: DocumentScope }, names: Names): Item {
  const { scope } = item;
  if (scope === undefined) return item;
  const kinds = ["units", "roles", "sites"] as const;
  const lists = kinds.flatMap((kind) => {
    const list = scope[kind];
    return list === undefined ? [] : [[kind, list.map((one) => names[kind].get(one) ?? one)]];
  });
  return { ...item, scope: Object.fromEntries(lists) as DocumentScope };
}

function storyWithout(story: NonNullable<Document["story"]>, names: Names): NonNullable<Document["story"]> {
  const told = <Words extends StoryWords>(words: Words): Words => ({
    ...words,
    name: withoutNames(words.name, names),
    headline: withoutNames(words.headline, names),
    text: withoutNames(words.text, names),
    ...(words.notes === undefined ? {} : { notes: withoutNames(words.notes, names) }),
  });
  return {
    ...story,
    steps: story.steps.map(told),
    ...(story.translations === undefined
      ? {}
      : { translations: story.translations.map((one) => ({ ...one, steps: one.steps.map(told) })) }),
  };
}

/** Names as whole words, but for what stands in braces: those name results. */
function withoutNames(text: string, { all }: Names): string {
  const found = all.filter(([name]) => text.includes(name));
  if (found.length === 0) return text;
  const pseudonyms = new Map(found);
  const words = found.map(([name]) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  const anyName = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join("|")})(?![\p{L}\p{N}])`, "gu");
  return text
    .split(/(\{[^{}]*\})/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(anyName, (name) => pseudonyms.get(name)!)))
    .join("");
}
