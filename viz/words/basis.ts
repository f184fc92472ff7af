/** What the headline rests on: the runs, the shading, and the assumption that matters most. */
import type { Parameters } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";

export function basisText(runs: number, document: Document): string {
  if (runs === 0) return "";
  const paired = runs === 1 ? "One run a plan." : `Medians of ${runs} paired runs.`;
  const source = hasRanges(document) ? "chance and the ranges of assumptions" : "chance alone";
  return `${paired} Ranges and lighter shading hold 90% of the runs, darker shading half: ${source}.`;
}

function hasRanges(document: Document): boolean {
  return Object.values(document.assumptions).some((value) => typeof value === "object");
}

/** The most influential assumption (grade D) stands beside every headline. */
export function meetingsText({ attendanceFrequency }: Parameters): string {
  return `Communities are assumed to meet ${every(attendanceFrequency)}: nothing matters more, and no study has measured it.`;
}

function every(perWeek: number): string {
  if (perWeek <= 0) return "never";
  const weeks = Math.round(10 / perWeek) / 10;
  return weeks === 1 ? "every week" : `every ${weeks} weeks`;
}
