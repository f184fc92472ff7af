/** How numbers, money and months are written, locale by locale: a table, since engines disagree on their own (after CLDR). */

export interface Signs {
  /** Between thousands. */
  readonly group: string;
  readonly decimal: string;
  /** Shorter whole numbers are not grouped. */
  readonly groupedFrom: 4 | 5;
  /** After a share. */
  readonly percent: string;
  /** Where a currency's symbol stands: "$1.2", "€ 1,2" or "1,2 €". */
  readonly symbol: "before" | "apart" | "after";
  /** What stands before the year. */
  readonly months: readonly string[];
}

/** Thin spaces are in few fonts. */
const SPACE = "\u00a0";
const [PLAIN, LATE] = [4, 5] as const;

/** Group, decimal, digits, percent, symbol, months. */
type Row = readonly [string, string, 4 | 5, "%" | " %", Signs["symbol"], string];

const ENGLISH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const GERMAN = "Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.";
const FRENCH = "janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.";
const ITALIAN = "gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic";
const SPANISH = "ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic";
const PORTUGUESE =
  "jan. de|fev. de|mar. de|abr. de|mai. de|jun. de|jul. de|ago. de|set. de|out. de|nov. de|dez. de";
const DUTCH = "jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec";
const DANISH = "jan.|feb.|mar.|apr.|maj|jun.|jul.|aug.|sep.|okt.|nov.|dec.";
const SWEDISH = "jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.";
const NORWEGIAN = "jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.";
const FINNISH = "tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu";
const POLISH = "sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru";
const CZECH = "leden|únor|březen|duben|květen|červen|červenec|srpen|září|říjen|listopad|prosinec";
const ROMANIAN = "ian.|feb.|mar.|apr.|mai|iun.|iul.|aug.|sept.|oct.|nov.|dec.";

const ENGLISH_ROW: Row = [",", ".", PLAIN, "%", "before", ENGLISH];

const ROWS: ReadonlyMap<string, Row> = new Map<string, Row>(
  Object.entries<Row>({
    en: ENGLISH_ROW,
    "en-za": [SPACE, ",", PLAIN, "%", "before", ENGLISH],
    de: [".", ",", PLAIN, " %", "after", GERMAN],
    "de-ch": ["’", ".", PLAIN, "%", "apart", GERMAN],
    "de-li": ["’", ".", PLAIN, "%", "apart", GERMAN],
    fr: [SPACE, ",", PLAIN, " %", "after", FRENCH],
    it: [".", ",", LATE, "%", "after", ITALIAN],
    "it-ch": ["’", ".", LATE, "%", "apart", ITALIAN],
    es: [".", ",", LATE, " %", "after", SPANISH],
    "es-mx": [",", ".", PLAIN, "%", "before", SPANISH],
    "es-us": [",", ".", PLAIN, "%", "before", SPANISH],
    pt: [".", ",", PLAIN, "%", "apart", PORTUGUESE],
    "pt-pt": [SPACE, ",", LATE, "%", "after", PORTUGUESE],
    nl: [".", ",", PLAIN, "%", "apart", DUTCH],
    da: [".", ",", PLAIN, " %", "after", DANISH],
    sv: [SPACE, ",", PLAIN, " %", "after", SWEDISH],
    nb: [SPACE, ",", PLAIN, " %", "after", NORWEGIAN],
    nn: [SPACE, ",", PLAIN, " %", "after", NORWEGIAN],
    no: [SPACE, ",", PLAIN, " %", "after", NORWEGIAN],
    fi: [SPACE, ",", PLAIN, " %", "after", FINNISH],
    pl: [SPACE, ",", LATE, "%", "after", POLISH],
    cs: [SPACE, ",", PLAIN, " %", "after", CZECH],
    ro: [".", ",", PLAIN, " %", "after", ROMANIAN],
  }),
);

function rowOf(tag: string): Row | undefined {
  const lower = tag.toLowerCase();
  return ROWS.get(lower) ?? ROWS.get(lower.split("-")[0]);
}

/** Whether a locale's signs are known; others are written as English has them. */
export function isKnownLocale(tag: string): boolean {
  return rowOf(tag) !== undefined;
}

/** A locale's signs: those of its country, else of its language, else English. */
export function signsOf(tag: string): Signs {
  const [group, decimal, groupedFrom, percent, symbol, months] = rowOf(tag) ?? ENGLISH_ROW;
  return {
    group,
    decimal,
    groupedFrom,
    percent: percent.replace(" ", SPACE),
    symbol,
    months: months.split("|"),
  };
}
