/** What the headline rests on: the runs, the shading, and the assumption that matters most. */
import type { Parameters } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { atMostText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

export function basisText(runs: number, document: Document): string {
  if (runs === 0) return "";
  const chosen = uncertaintyOf(document);
  const { text } = uncertaintyChoices(document).find(({ value }) => value === chosen)!;
  return `${basisLead(runs)} ${text}.`;
}

/** Of no run and of one: what is said before the first keeps the place of what is said after it. */
const LEADS: readonly string[] = ["Medians of paired runs.", "One run a plan."];

/** Up to what the runs differ by. */
export function basisLead(runs: number): string {
  const paired = LEADS[runs] ?? `Medians of ${runs} paired runs.`;
  return `${paired} Ranges and lighter shading hold 90% of the runs, darker shading half:`;
}

/** What the runs differ by, as a choice: its words stand at the end of the sentence above. */
export function uncertaintyChoices(
  document: Document,
): readonly { readonly value: string; readonly text: string }[] {
  return [
    { value: "chance", text: "chance alone" },
    ...(hasRanges(document) ? [{ value: "ranges", text: "chance and the ranges of assumptions" }] : []),
    { value: "plausible", text: "chance and what is plausible of every assumption" },
  ];
}

/** Which of them holds. */
export function uncertaintyOf(document: Document): string {
  return document.uncertainty ?? (hasRanges(document) ? "ranges" : "chance");
}

/** What the document says for a choice; without ranges "chance alone" needs no saying. */
export function uncertaintyFor(document: Document, chosen: string): Document["uncertainty"] {
  if (chosen === "plausible") return "plausible";
  return chosen === "chance" && hasRanges(document) ? "chance" : undefined;
}

function hasRanges(document: Document): boolean {
  return Object.values(document.assumptions).some((value) => typeof value === "object");
}

/** The most influential assumption (grade D) stands beside every headline. */
export function meetingsText({ attendanceFrequency }: Parameters, notation: Notation): string {
  return `Communities are assumed to meet ${every(attendanceFrequency, notation)}: nothing matters more, and no study has measured it.`;
}

function every(perWeek: number, notation: Notation): string {
  if (perWeek <= 0) return "never";
  const weeks = Math.round(10 / perWeek) / 10;
  return weeks === 1 ? "every week" : `every ${atMostText(weeks, 1, notation)} weeks`;
}
