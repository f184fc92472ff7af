/** The pages of docs/ that are written from results: figures kept as data, each with the results they belong to. */
import { existsSync, readFileSync } from "node:fs";
import { CLAIMS, PATTERNS } from "../../scenarios/patterns/index.ts";
import { tableOf } from "./table.ts";

interface Estimate {
  readonly value: number;
  readonly interval: readonly [number, number];
}

export interface PatternFigures {
  readonly results: string;
  readonly seeds: number;
  readonly patterns: readonly (Estimate & {
    readonly id: string;
    readonly label: string;
    readonly target: readonly [number | null, number | null];
    readonly holds: boolean;
  })[];
  readonly claims: readonly (Estimate & { readonly id: string; readonly label: string })[];
}

export interface CalibrationFigures {
  readonly results: string;
  readonly settings: { readonly employees: number; readonly seed: string; readonly seeds: number };
  readonly free: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  readonly waves: readonly {
    readonly points: number;
    readonly spaceLeft: number;
    readonly plausible: number;
  }[];
  readonly members: readonly {
    readonly assumptions: Readonly<Record<string, number>>;
    readonly implausibility: number;
    readonly worst: string;
    readonly measured: Readonly<Record<string, number>>;
  }[];
}

export interface ContraryFigures {
  readonly results: string;
  readonly companies: readonly {
    readonly id: string;
    readonly name: string;
    readonly employees: number;
    readonly weeks: number;
    readonly runs: number;
    readonly orders: number;
    readonly best: { readonly order: string; readonly npv: number | null };
    readonly source: { readonly rank: number; readonly npv: number | null };
    readonly platform: { readonly order: string; readonly rank: number; readonly npv: number | null };
    readonly communityMean: number | null;
    readonly platformMean: number | null;
    readonly difference: {
      readonly value: number | null;
      readonly low: number | null;
      readonly high: number | null;
    } | null;
  }[];
}

const FOLDER = "docs/figures";

/** A file of figures, or none. */
export function figures<T>(name: string): T | undefined {
  const path = `${FOLDER}/${name}.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T) : undefined;
}

/** The pages there are figures for, by path. */
export function figurePages(): [string, string][] {
  const patterns = figures<PatternFigures>("patterns");
  const calibration = figures<CalibrationFigures>("calibration");
  const contrary = figures<ContraryFigures>("contrary");
  return [
    ...(contrary ? [["docs/contrary.md", contraryPage(contrary)] satisfies [string, string]] : []),
    ...(patterns ? [["docs/patterns.md", patternsPage(patterns)] satisfies [string, string]] : []),
    ...(calibration
      ? [["docs/calibration.md", calibrationPage(calibration)] satisfies [string, string]]
      : []),
  ];
}

function patternsPage({ seeds, results, patterns, claims }: PatternFigures): string {
  const held = patterns.filter(({ holds }) => holds).length;
  return `# Patterns

*Written by \`npm run docs\` from [figures/patterns.json](figures/patterns.json), made by \`npm run -s patterns -- --json\` (results ${results}).*

What the model must show all at once at its defaults: the default company of 10,000 employees, means over ${seeds} seeds with their 95%
interval. The targets were set before any run was looked at, and are never moved. ${held} of ${patterns.length} hold.

${tableOf(
  ["pattern", "what", "mean", "95% interval", "target", "holds", "evidence"],
  patterns.map(({ id, label, value, interval, target, holds }) => [
    id,
    label,
    digits(value),
    intervalText(interval),
    targetText(target),
    holds ? "yes" : "**no**",
    PATTERNS.find((pattern) => pattern.id === id)?.evidence ?? "",
  ]),
)}
## Claims under test

Never aimed at, no part of calibration or of pass and fail; printed as found.

${tableOf(
  ["claim", "what", "mean", "95% interval"],
  claims.map(({ id, label, value, interval }) => [id, label, digits(value), intervalText(interval)]),
)}`;
}

function calibrationPage(figure: CalibrationFigures): string {
  const { free, members, waves, settings, results } = figure;
  const [central] = members;
  const points = waves.reduce((sum, wave) => sum + wave.points, 0);
  return `# Calibration

*Written by \`npm run docs\` from [figures/calibration.json](figures/calibration.json), made by \`npm run -s groundwork -- calibrate\` (results ${results}).*

Nine parameters are free; everything else comes from the literature or has a switch. They are found by **history matching** (Craig et al.
1997): points of a Latin hypercube are simulated; a quadratic emulator of every pattern, with its own error, rules out what misses
any target (implausibility over 3; 3 is a target's edge); the next wave looks where nothing is ruled out; in the end only points count
that were simulated themselves, on ${settings.seeds} seeds. No money and no plan's rank is looked at except in the patterns themselves. The
defaults are the most central member: the one nearest to the members' mean, each parameter measured in its own spread among them.

${tableOf(
  ["wave", "points", "space left by the emulators", "points that miss nothing so far"],
  waves.map((wave, i) => [
    String(i + 1),
    String(wave.points),
    `${digits(100 * wave.spaceLeft)}%`,
    String(wave.plausible),
  ]),
)}
Of ${points} points, ${members.length} are not ruled out (docs/figures/calibration.json holds them all).

${tableOf(
  ["parameter", "searched", "not ruled out", "default"],
  free.map(({ name, low, high }) => [
    `\`${name}\``,
    `${digits(low)} to ${digits(high)}`,
    rangeText(members.map(({ assumptions }) => assumptions[name])),
    digits(central.assumptions[name]),
  ]),
)}
## The headline over the whole set

What is said about plans at the defaults, over all members: whoever picks another of them gets another number, but not another sign
unless the range says so.

${tableOf(["what", "median", "range of 90 in 100 members"], headlineRows(figure))}`;
}

function contraryPage({ results, companies }: ContraryFigures): string {
  return `# Where platform first should be able to win

*Written by \`npm run docs\` from [figures/contrary.json](figures/contrary.json), made by \`npm run contrary\` (results ${results}).*

Six companies of the library in which a platform first ought to win, fixed before any run of them; the league of [orders](orders.md) in each,
as found. Money is net present value a head in USD. Of the very large firm only a few orders are run.

${tableOf(
  [
    "company",
    "employees",
    "weeks",
    "runs",
    "orders",
    "best",
    "source's CKETP",
    "best with the platform first",
    "communities first, mean",
    "platform first, mean",
    "difference",
  ],
  companies.map((row) => [
    row.name,
    String(row.employees),
    String(row.weeks),
    String(row.runs),
    String(row.orders),
    `${row.best.order} ${money(row.best.npv)}`,
    `${money(row.source.npv)}, rank ${row.source.rank}`,
    `${row.platform.order} ${money(row.platform.npv)}, rank ${row.platform.rank}`,
    money(row.communityMean),
    money(row.platformMean),
    row.difference?.low == null || row.difference.high == null
      ? money(row.difference?.value ?? null)
      : `${money(row.difference.value)} (${money(row.difference.low)} to ${money(row.difference.high)})`,
  ]),
)}
${contrarySentence(companies)}
`;
}

/** Where the best order begins with the platform, and where its mean is ahead. */
function contrarySentence(companies: ContraryFigures["companies"]): string {
  const bestFirst = companies.filter(({ platform }) => platform.rank === 1).map(({ name }) => name);
  const ahead = companies
    .filter(({ communityMean, platformMean }) => (platformMean ?? 0) > (communityMean ?? 0))
    .map(({ name }) => name);
  const told = (names: readonly string[]): string => (names.length === 0 ? "none of them" : names.join(", "));
  return `The best order begins with the platform in ${told(bestFirst)}; orders with the platform first are ahead on average in ${told(ahead)}.`;
}

function money(value: number | null): string {
  return value === null ? "–" : Math.round(value).toLocaleString("en").replace("-", "−");
}

function headlineRows({ members }: CalibrationFigures): string[][] {
  const rows: [string, (measured: Readonly<Record<string, number>>) => number][] = [
    ...CLAIMS.map(
      ({ id, label, measure, over }): [string, (m: Readonly<Record<string, number>>) => number] => [
        `${id}: ${label}`,
        (measured) => measured[measure] / (over === undefined ? 1 : measured[over]),
      ],
    ),
    ["Net present value a head, problems first, USD", (measured) => measured["npvPerHead"]],
    ["Net present value a head, platform first, USD", (measured) => measured["npvPerHeadPlatformFirst"]],
    [
      "Members in which problems first is worth more, share",
      ({ npvPerHead, npvPerHeadPlatformFirst }) => (npvPerHead > npvPerHeadPlatformFirst ? 1 : 0),
    ],
  ];
  return rows.map(([label, valueOf]) => {
    const values = members.map(({ measured }) => valueOf(measured)).toSorted((a, b) => a - b);
    if (label.endsWith("share"))
      return [label, digits(values.reduce((a, b) => a + b, 0) / values.length), ""];
    const at = (share: number): string => digits(values[Math.floor(share * (values.length - 1) + 0.5)]);
    return [label, at(0.5), `${at(0.05)} to ${at(0.95)}`];
  });
}

function rangeText(values: readonly number[]): string {
  return `${digits(Math.min(...values))} to ${digits(Math.max(...values))}`;
}

function intervalText([low, high]: readonly [number, number]): string {
  return `${digits(low)} to ${digits(high)}`;
}

function targetText([low, high]: readonly [number | null, number | null]): string {
  if (low === null) return `at most ${digits(high ?? 0)}`;
  return high === null ? `at least ${digits(low)}` : `${digits(low)} to ${digits(high)}`;
}

/** Three digits. */
function digits(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
