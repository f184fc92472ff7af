/** Who brought whom, in sentences. */
import { CAUSE, EVENT, type Chronicle } from "../../engine/index.ts";
import { rich, type PlanName, type Rich } from "../words/rich.ts";
import type { TableData } from "../words/tables.ts";
import type { NameOf } from "./diary-words.ts";
import type { Descent, Genealogy } from "./genealogy.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";

/** One plan's forest. */
export interface ToldForest {
  readonly plan: PlanName;
  readonly chronicle: Chronicle;
  readonly genealogy: Genealogy;
  readonly descent: Descent;
}

/** What is handed on, by kind of event. */
export const HANDED_ON = [
  { kind: EVENT.joined, name: "joined", label: "Joining a community", who: "who joined a community" },
  { kind: EVENT.registered, name: "registered", label: "Registering", who: "who registered" },
] as const;
export type HandedOn = (typeof HANDED_ON)[number];

/** Where chains begin. */
const ORIGINS: Readonly<Record<number, string>> = {
  [CAUSE.start]: "the start",
  [CAUSE.outside]: "outside, without a campaign or a colleague",
  [CAUSE.campaign]: "the campaign or an event",
  [CAUSE.launch]: "the launch",
  [CAUSE.threshold]: "people who need nobody’s example",
  [CAUSE.planFounder]: "the plan’s founding",
  [CAUSE.keenFounder]: "a keen person’s call",
  [CAUSE.sparkFounder]: "answers on the platform",
  [CAUSE.enrolled]: "structured meetings",
  [CAUSE.invited]: "the community’s invitation",
};

export function originText(cause: number): string {
  return ORIGINS[cause] ?? "nobody in particular";
}

function percent(part: number, whole: number, sign: string): string {
  const share = (100 * part) / whole;
  return share > 0 && share < 0.5 ? `less than 1${sign}` : `${Math.round(share)}${sign}`;
}

export function descentHeading(forests: readonly ToldForest[], { who }: HandedOn, notation: Notation): Rich {
  const most = forests.toSorted((a, b) => shareOf(b) - shareOf(a))[0];
  if (most === undefined || most.descent.total === 0)
    return rich`Nobody ${who.replace("who ", "")} in this future`;
  const { total, through } = most.descent;
  return rich`${percent(through, total, notation.percent)} of those ${who} under ${most.plan} came through a colleague`;
}

function shareOf({ descent: { total, through } }: ToldForest): number {
  return total === 0 ? -1 : through / total;
}

export function descentSentence(forests: readonly ToldForest[], nameOf: NameOf, notation: Notation): Rich {
  const parts = forests.map(({ plan, chronicle, genealogy, descent }): Rich => {
    const { total, through, longest, greatest } = descent;
    if (total === 0) return rich`Under ${plan}: nobody.`;
    const brought = genealogy.descendants[greatest];
    const people = longest === 1 ? "one person" : `${longest} people`;
    const most =
      brought === 0
        ? ""
        : `; the most descend from ${nameOf(chronicle.person[greatest])}, ${countText(brought, notation)} of them`;
    return rich`Under ${plan}: ${countText(through, notation)} of ${countText(total, notation)}, the longest chain is ${people}${most}.`;
  });
  return parts.flatMap((part, i) => (i === 0 ? part : [{ text: " " }, ...part]));
}

/** How a tree of descent is read. */
export function treeSentence({ label }: HandedOn): Rich {
  return [
    {
      text: `${label}: a box is somebody, below the box of whoever brought them, as wide as all who descend from them.`,
    },
  ];
}

/** Events by where their chains begin and how long they are. */
export function descentTable(
  forests: readonly ToldForest[],
  { kind, label }: HandedOn,
  notation: Notation,
): TableData {
  const counts = forests.map(({ chronicle, genealogy }) => {
    const origins = new Map<string, number>();
    const lengths = new Map<number, number>();
    for (let i = 0; i < chronicle.count; i++) {
      if (chronicle.kind[i] !== kind) continue;
      const origin = originText(chronicle.cause[genealogy.origin[i]]);
      origins.set(origin, (origins.get(origin) ?? 0) + 1);
      lengths.set(genealogy.chain[i], (lengths.get(genealogy.chain[i]) ?? 0) + 1);
    }
    return { origins, lengths };
  });
  const origins = [...new Set(counts.flatMap((one) => [...one.origins.keys()]))];
  const lengths = [...new Set(counts.flatMap((one) => [...one.lengths.keys()]))].toSorted((a, b) => a - b);
  return {
    caption: `${label}: people by the origin of the chain that led to them, and by its length`,
    heads: ["Chain", ...forests.map(({ plan }) => plan.name)],
    rows: [
      ...origins.map((origin) => [
        `from ${origin}`,
        ...counts.map((one) => countText(one.origins.get(origin) ?? 0, notation)),
      ]),
      ...lengths.map((length) => [
        `of ${length === 1 ? "one person" : `${length} people`}`,
        ...counts.map((one) => countText(one.lengths.get(length) ?? 0, notation)),
      ]),
    ],
  };
}
