/** How two plans differ, in words. */
import { canonicalText } from "../engine/index.ts";
import type { DocumentIntervention, DocumentScope, Plan } from "./schema.ts";

type Kind = DocumentIntervention["kind"];
type Settings = Readonly<Record<string, unknown>>;

interface Words {
  readonly name: string;
  readonly isPlural?: true;
  /** What distinguishes it where it is added or left out; `s` are its settings. */
  readonly phrase: (s: Settings) => string;
  /** Its settings, as words that follow "Name: " and precede "instead of". */
  readonly settings?: Readonly<Record<string, (value: unknown) => string>>;
}

const inWeeks = (value: unknown) => (value === 1 ? "1 week" : `${value} weeks`);

const WORDS: Readonly<Record<Kind, Words>> = {
  platform: {
    name: "Platform",
    phrase: (s) => (s["fast"] === true ? "a fast platform" : "a platform"),
    settings: { fast: (value) => (value === true ? "a fast review" : "the usual review") },
  },
  campaign: {
    name: "Campaign",
    phrase: (s) =>
      `a campaign of ${inWeeks(s["weeks"])}${s["intensity"] === 1 ? "" : ` at intensity ${s["intensity"]}`}`,
    settings: { weeks: inWeeks, intensity: (value) => `intensity ${value}` },
  },
  events: {
    name: "Events",
    isPlural: true,
    phrase: (s) => `events every ${inWeeks(s["every"])}`,
    settings: { every: (value) => `every ${inWeeks(value)}` },
  },
  communities: {
    name: "Communities",
    isPlural: true,
    phrase: communitiesPhrase,
    settings: {
      count: (value) => (value === undefined ? "all" : String(value)),
      structuredWeeks: (value) =>
        value === undefined ? "no structured meetings" : `structured for ${inWeeks(value)}`,
    },
  },
  council: { name: "Council", phrase: () => "a council" },
  center: {
    name: "Center of excellence",
    phrase: (s) => `a center of excellence of ${expertsOf(s["experts"])}`,
    settings: { experts: expertsOf },
  },
  tribe: {
    name: "Tribe",
    phrase: (s) => `a tribe of ${championsOf(s["ratio"])}`,
    settings: {
      ratio: championsOf,
      roleClarity: (value) => `role clarity ${value}`,
    },
  },
  measure: {
    name: "Measuring",
    phrase: (s) => `measuring ${measured(s["what"])}`,
    settings: { what: measured },
  },
  sponsor: { name: "Sponsor", phrase: () => "a sponsor" },
  sharedService: { name: "Shared service", phrase: () => "a shared service" },
  incentive: {
    name: "Incentive",
    phrase: (s) => `an incentive of ${inWeeks(s["weeks"])}`,
    settings: { weeks: inWeeks, strength: (value) => `strength ${value}` },
  },
  stop: {
    name: "End",
    phrase: (s) => `the end ${ended(s["what"])}`,
    settings: { what: ended },
  },
};

function communitiesPhrase(s: Settings): string {
  const count =
    s["count"] === undefined
      ? "all communities"
      : s["count"] === 1
        ? "1 community"
        : `${s["count"]} communities`;
  return s["structuredWeeks"] === undefined
    ? count
    : `${count}, structured for ${inWeeks(s["structuredWeeks"])}`;
}

function championsOf(value: unknown): string {
  return `${value === 1 ? "1 champion" : `${value} champions`} an expert`;
}

function expertsOf(value: unknown): string {
  return value === 1 ? "1 expert" : `${value} experts`;
}

function measured(value: unknown): string {
  return value === "both" ? "both media" : `the ${value}`;
}

function ended(value: unknown): string {
  return `of the ${WORDS[value as Kind].name.toLowerCase()}`;
}

/** One difference and the week it first shows. */
interface Finding {
  readonly week: number;
  readonly text: string;
}

type Item = DocumentIntervention;

/** One line a difference, b seen from a, by week; empty if both do the same. */
export function planDifference(a: Pick<Plan, "interventions">, b: Pick<Plan, "interventions">): string[] {
  const findings = (Object.keys(WORDS) as Kind[]).flatMap((kind) =>
    findingsOf(itemsOf(a, kind), itemsOf(b, kind)),
  );
  return findings.toSorted((x, y) => x.week - y.week).map((finding) => finding.text);
}

function itemsOf(plan: Pick<Plan, "interventions">, kind: Kind): Item[] {
  return plan.interventions.filter((item) => item.kind === kind).toSorted((x, y) => x.week - y.week);
}

/** Pairs of one kind: those that do the same first, then in order of their weeks; the rest is added or left out. */
function findingsOf(listA: readonly Item[], listB: readonly Item[]): Finding[] {
  const pairs: [Item, Item][] = [];
  let [restA, restB] = [[...listA], [...listB]];
  const take = (keyOf: (item: Item) => string, isWhole: boolean) => {
    for (const key of new Set(restA.map(keyOf))) {
      const [sameA, sameB] = [restA, restB].map((list) => list.filter((item) => keyOf(item) === key)) as [
        Item[],
        Item[],
      ];
      if (isWhole && sameA.length !== sameB.length) continue;
      const count = Math.min(sameA.length, sameB.length);
      pairs.push(...sameA.slice(0, count).map((item, i): [Item, Item] => [item, sameB[i]]));
      const paired = new Set([...sameA.slice(0, count), ...sameB.slice(0, count)]);
      restA = restA.filter((item) => !paired.has(item));
      restB = restB.filter((item) => !paired.has(item));
    }
  };
  // As many of a sort in both: they moved together. Else the same week counts first.
  take(undated, true);
  take(canonicalText, false);
  take(undated, false);
  take(() => "", false);
  return [
    ...pairs.flatMap(([x, y]) => changes(x, y)),
    ...restA.map((item) => ({ week: item.week, text: `B leaves out ${phrase(item)} of week ${item.week}` })),
    ...restB.map((item) => ({ week: item.week, text: `B adds ${phrase(item)} in week ${item.week}` })),
  ];
}

function undated(item: Item): string {
  return canonicalText({ ...item, week: undefined });
}

function phrase(item: Item): string {
  const place = scopeText(item.scope);
  return `${WORDS[item.kind].phrase({ ...item })}${place && ` ${place}`}`;
}

function changes(a: Item, b: Item): Finding[] {
  const { name, isPlural, settings = {} } = WORDS[a.kind];
  const [fromA, fromB]: [Settings, Settings] = [{ ...a }, { ...b }];
  const week = Math.min(a.week, b.week);
  const texts = Object.entries(settings)
    .map(([key, words]) => [words(fromA[key]), words(fromB[key])] as const)
    .filter(([x, y]) => x !== y)
    .map(([x, y]) => `${name}: ${y} instead of ${x}`);
  const [placeA, placeB] = [a, b].map((item) => scopeText(item.scope) || "everywhere");
  if (placeA !== placeB) texts.push(`${name}: ${placeB} instead of ${placeA}`);
  if (a.week !== b.week) {
    const subject = a.kind === "communities" && undated(a) === undated(b) ? capital(phrase(a)) : name;
    const later = b.week > a.week ? "later" : "earlier";
    const verb = isPlural ? "start" : "starts";
    texts.push(`${subject} ${verb} ${inWeeks(Math.abs(b.week - a.week))} ${later}, in week ${b.week}`);
  }
  return texts.map((text) => ({ week, text }));
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

/** `in Unit 1, for Analyst, at London`; "" = everywhere. */
function scopeText(scope: DocumentScope | undefined): string {
  const parts = [
    ["in", scope?.units],
    ["for", scope?.roles],
    ["at", scope?.sites],
  ] as const;
  return parts
    .filter(([, names]) => names !== undefined)
    .map(([word, names]) => `${word} ${names!.join(" and ")}`)
    .join(", ");
}
