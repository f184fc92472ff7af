/** How a document's numbers, money and months are written: by its locale and its currency. */
import type { Document } from "../../scenarios/index.ts";
import { isKnownLocale, signsOf, type Signs } from "./locales.ts";

export interface Notation extends Signs {
  /** "$", "CHF", "AUD". */
  readonly currency: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  INR: "₹",
};

export function notationOf({
  locale = "en",
  currency = "USD",
}: Pick<Document, "locale" | "currency">): Notation {
  return { ...signsOf(locale), currency: SYMBOLS[currency] ?? currency };
}

/** A number's size with its currency and what follows the number: "$1.2m", "CHF 1.2m", "1,2m €"; the sign comes first. */
export function moneyText(text: string, suffix: string, { currency, symbol }: Notation): string {
  const [sign, size] = /^[−+]/.test(text) ? [text[0], text.slice(1)] : ["", text];
  if (symbol === "after") return `${sign}${size}${suffix}\u00a0${currency}`;
  return `${sign}${currency}${gapAfter(currency, symbol)}${size}${suffix}`;
}

/** Letters never touch a number. */
function gapAfter(currency: string, symbol: Notation["symbol"]): string {
  if (symbol === "apart") return "\u00a0";
  return /[A-Z]$/.test(currency) ? " " : "";
}

/** A digit string of whole and decimal part, as the page's own code writes numbers, in a notation's signs. */
export function writtenText(text: string, { group, decimal, groupedFrom }: Notation): string {
  const [whole, ...rest] = text.split(".");
  const grouped = whole.length < groupedFrom ? whole : whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  return [grouped, ...rest].join(decimal);
}

/** A unit of the model, which names money by USD, in a document's currency: amounts are not converted. */
export function unitName(unit: string, { currency = "USD" }: Pick<Document, "currency">): string {
  return unit.replace("USD", currency);
}

/** What a field for the locale says of the one it has. */
export function localeSentence(document: Pick<Document, "locale" | "currency">): string {
  const { locale } = document;
  const notation = notationOf(document);
  const sample = `${writtenText("12345.6", notation)}, ${moneyText(writtenText("1.2", notation), "m", notation)}, ${notation.months[0]} 2027`;
  const known =
    locale === undefined || isKnownLocale(locale) ? "" : `No table for ${locale}: as in English. `;
  return `${known}So: ${sample}.`;
}
