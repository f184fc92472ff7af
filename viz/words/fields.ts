/** The numbers, choices and switches of each kind of step: names, units, bounds and what they usually are. */
import { STOPPABLE_KINDS } from "../../engine/index.ts";
import type { DocumentIntervention } from "../../scenarios/index.ts";
import { kindText, type Kind } from "./kinds.ts";

export interface NumberField {
  readonly type: "number";
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Bounds as the schema has them; the lower one is left out where it is open. */
  readonly low: number;
  readonly high: number;
  readonly isLowOpen?: true;
  readonly step: number;
  /** How far the slider goes: what is usual, not all that is allowed. */
  readonly slideTo: number;
  readonly usual: number;
  /** What it means if nothing is said. */
  readonly absent?: string;
}

export interface ChoiceField {
  readonly type: "choice";
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly usual: string;
}

export interface SwitchField {
  readonly type: "switch";
  readonly name: string;
  readonly label: string;
}

export type Field = NumberField | ChoiceField | SwitchField;

const LASTS: NumberField = {
  type: "number",
  name: "weeks",
  label: "Lasts",
  unit: "weeks",
  low: 1,
  high: 104,
  step: 1,
  slideTo: 104,
  usual: 12,
};

const MEDIA = [
  { value: "communities", text: "Communities" },
  { value: "platform", text: "The platform" },
  { value: "both", text: "Both" },
];

/** Fields of every kind, in the order in which they are shown; the week itself is every step's. */
export const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  platform: [
    { type: "switch", name: "fast", label: "Fast: half the review, half as much again to integrate" },
  ],
  campaign: [
    LASTS,
    {
      type: "number",
      name: "intensity",
      label: "Intensity",
      unit: "of a full campaign",
      low: 0,
      high: 2,
      isLowOpen: true,
      step: 0.05,
      slideTo: 2,
      usual: 1,
    },
  ],
  events: [{ ...LASTS, name: "every", label: "One event every", usual: 13, slideTo: 52 }],
  communities: [
    {
      type: "number",
      name: "count",
      label: "Communities",
      unit: "at most",
      low: 1,
      high: 10_000,
      step: 1,
      slideTo: 100,
      usual: 12,
      absent: "wherever one can be",
    },
    {
      ...LASTS,
      name: "structuredWeeks",
      label: "Structured meetings",
      absent: "none, meetings are voluntary",
    },
  ],
  council: [],
  center: [
    {
      type: "number",
      name: "experts",
      label: "Experts",
      unit: "people",
      low: 0,
      high: 20,
      step: 1,
      slideTo: 20,
      usual: 4,
    },
  ],
  tribe: [
    {
      type: "number",
      name: "ratio",
      label: "Champions for each expert",
      unit: "people",
      low: 0,
      high: 1000,
      step: 1,
      slideTo: 100,
      usual: 50,
    },
    {
      type: "number",
      name: "roleClarity",
      label: "Clarity of roles",
      unit: "of 1",
      low: 0,
      high: 1,
      step: 0.05,
      slideTo: 1,
      usual: 0.8,
    },
  ],
  measure: [{ type: "choice", name: "what", label: "Value made by", options: MEDIA, usual: "communities" }],
  sponsor: [],
  sharedService: [],
  incentive: [
    LASTS,
    {
      type: "number",
      name: "strength",
      label: "Strength",
      unit: "× the usual odds, further",
      low: 0,
      high: 10,
      isLowOpen: true,
      step: 0.1,
      slideTo: 5,
      usual: 1,
    },
  ],
  stop: [
    {
      type: "choice",
      name: "what",
      label: "Ends all",
      options: STOPPABLE_KINDS.map((value) => ({ value, text: kindText(value) })),
      usual: "platform",
    },
  ],
};

/** Every kind of step, in the order in which a menu offers them. */
export const KINDS = Object.keys(FIELDS) as Kind[];

/** A step of a kind with what is usual. */
export function usualStep(kind: Kind, week: number): DocumentIntervention {
  const usual = FIELDS[kind].flatMap((field) => {
    if (field.type === "switch") return [];
    // Of what may be left out, only the count of communities is usually said.
    return field.type === "number" && field.absent !== undefined && field.name !== "count"
      ? []
      : [[field.name, field.usual] as const];
  });
  return { week, kind, ...Object.fromEntries(usual) } as unknown as DocumentIntervention;
}
