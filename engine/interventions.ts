/** What a plan may do to a company, as dated data; the engine never sees a strategy's name. */

/** Who is concerned, as indices into the organisation; a missing list means everybody. */
export interface Scope {
  readonly units?: readonly number[];
  readonly roles?: readonly number[];
  readonly sites?: readonly number[];
}

/** What a plan does, by kind. */
export type Action =
  /** Request a platform; it is reviewed, then live. Fast: review × 0.5, integration cost × 1.5. */
  | { readonly kind: "platform"; readonly fast?: boolean }
  /** Campaign of 1–104 weeks at an intensity in (0, 2]; its clock waits for a live platform. */
  | { readonly kind: "campaign"; readonly weeks: number; readonly intensity: number }
  /** One event every 1–104 weeks from go-live. */
  | { readonly kind: "events"; readonly every: number }
  /** Up to `count` communities of practice (all scopes if missing), largest scopes first; for their
   * first `structuredWeeks` everybody in scope is enrolled and attends (structured peer meetings). */
  | { readonly kind: "communities"; readonly count?: number; readonly structuredWeeks?: number }
  /** Practitioners who pool precedents across units. */
  | { readonly kind: "council" }
  /** A center of excellence of 0–20 experts. */
  | { readonly kind: "center"; readonly experts: number }
  /** Champions: `ratio` for each expert, with a clarity of roles in [0, 1]. */
  | { readonly kind: "tribe"; readonly ratio: number; readonly roleClarity: number }
  /** Measure the value made by one medium or both. */
  | { readonly kind: "measure"; readonly what: Medium | "both" }
  /** Win a sponsor: support of the units in scope rises once. */
  | { readonly kind: "sponsor" }
  /** Raise the level of the shared review service by one (at most 3). */
  | { readonly kind: "sharedService" }
  /** Reward asking and posting: odds × (1 + strength), with a half-life, for 1–104 weeks. */
  | { readonly kind: "incentive"; readonly weeks: number; readonly strength: number }
  /** End every running intervention of a kind within scope. */
  | { readonly kind: "stop"; readonly what: StoppableKind };

export type Medium = "communities" | "platform";
export type ActionKind = Action["kind"];
export const STOPPABLE_KINDS = [
  "platform",
  "campaign",
  "events",
  "communities",
  "council",
  "center",
  "tribe",
  "measure",
  "incentive",
] as const;
export type StoppableKind = (typeof STOPPABLE_KINDS)[number];

/** An action at the start of a week, 0 ≤ week < weeks. */
export type Intervention = Action & { readonly week: number; readonly scope?: Scope };

/** What happens to a company whatever its plan. Shares are in (0, 1]. */
export type Shock = { readonly week: number; readonly scope?: Scope } & (
  | { readonly kind: "reorganisation"; readonly share: number }
  | { readonly kind: "layoffs"; readonly share: number }
  /** Newcomers join as new units: `share` of the starting headcount. */
  | { readonly kind: "merger"; readonly share: number }
  | { readonly kind: "sponsorLeaves" }
  | { readonly kind: "budgetCut"; readonly share: number }
);

/** Newcomers of a merger. */
export function mergerSeats(employeeCount: number, share: number): number {
  return Math.floor(employeeCount * share + 0.5);
}

/** Canonical text of a plain value: keys sorted, undefined left out. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(",")}}`;
}

/** A plan or a list of shocks in canonical order: week, stops first, kind, canonical text. */
export function canonicalOrder<T extends Intervention | Shock>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, text: canonicalText(item) }))
    .toSorted(
      (a, b) =>
        a.item.week - b.item.week ||
        Number(b.item.kind === "stop") - Number(a.item.kind === "stop") ||
        compareText(a.item.kind, b.item.kind) ||
        compareText(a.text, b.text),
    )
    .map(({ item }) => item);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
