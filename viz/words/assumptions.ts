/** Assumptions in words: what is usual, what is plausible, how well it is known. */
import type { Grade, Parameter } from "../../engine/index.ts";
import type { Assumptions } from "../../scenarios/index.ts";
import { significantText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

type Value = NonNullable<Assumptions[Parameter["name"]]>;

const GRADES: Readonly<Record<Grade, string>> = {
  A: "from experiments",
  B: "measured in firms",
  C: "from surveys",
  D: "assumed",
};

/** Themes as headings, in the order of the table. */
export const THEMES: Readonly<Record<string, string>> = {
  people: "People",
  registration: "Registering",
  platform: "The platform",
  communities: "Communities of practice",
  support: "Experts and champions",
  reach: "Whom one can reach",
  problems: "Problems and their solutions",
  learning: "Learning",
  engagement: "Engagement",
  reviews: "Reviews",
  sponsors: "Sponsors and funding",
  money: "Money",
};

/** A number as one would write it: no digits beyond what tells values apart. */
export function numberText(value: number, notation: Notation): string {
  return significantText(value, 4, notation);
}

export function valueText(value: Value, notation: Notation): string {
  return typeof value === "number"
    ? numberText(value, notation)
    : `${numberText(value.low, notation)} to ${numberText(value.high, notation)}`;
}

/** "Usually 0.6; plausible 0 to 0.95; from surveys (E27)." */
export function assumptionNote(row: Parameter, usual: Value, notation: Notation): string {
  const source = row.evidence === "" ? "" : ` (${row.evidence.replaceAll(" ", ", ")})`;
  const known = `grade ${row.grade}, ${GRADES[row.grade]}${source}`;
  if (row.unit === "switch") return `Usually ${usual === 1 ? "on" : "off"}; ${known}.`;
  const [low, high] = [row.low, row.high].map((end) => numberText(end, notation));
  return `Usually ${valueText(usual, notation)}; plausible ${low} to ${high}; ${known}.`;
}

const SLIDER_STEPS = 100;
/** A default this near to an end of its range leaves a linear slider nothing to choose. */
const SLIDER_LEAST = 0.01;

/** What a slider reaches; none where the range spans magnitudes. */
export function sliderOf(
  row: Parameter,
): { readonly from: number; readonly to: number; readonly step: number } | undefined {
  const span = row.high - row.low;
  const share = (row.default - row.low) / span;
  if (row.default !== row.low && share < SLIDER_LEAST) return undefined;
  const isWhole = row.unit === "people" || span > SLIDER_STEPS;
  return { from: row.low, to: row.high, step: isWhole ? 1 : span / SLIDER_STEPS };
}
