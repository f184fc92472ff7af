/** Sentences with plans in them: pieces of text, some in a plan's colour. */
import { isolated } from "../charts/text.ts";

export interface Piece {
  readonly text: string;
  /** The plan whose colour the piece has. */
  readonly plan?: number;
  /** A number of the results, in a text that is told. */
  readonly isStrong?: true;
}

export type Rich = readonly Piece[];

/** A plan as sentences know it. */
export interface PlanName {
  readonly name: string;
  readonly plan: number;
}

/** Joins texts and plans: rich`${plan} wins`. */
export function rich(texts: TemplateStringsArray, ...values: readonly (string | PlanName | Rich)[]): Rich {
  const pieces = texts.flatMap((text, i): Piece[] => {
    const value = values[i];
    return [{ text }, ...(value === undefined ? [] : piecesOf(value))];
  });
  return pieces.filter((piece) => piece.text !== "");
}

function piecesOf(value: string | PlanName | Rich): Rich {
  if (typeof value === "string") return [{ text: value }];
  if ("name" in value) return [{ text: value.name, plan: value.plan }];
  return value;
}

/** Without markup: names of plans stay apart from the text by themselves. */
export function plain(sentence: Rich): string {
  return sentence.map(({ text, plan }) => (plan === undefined ? text : isolated(text))).join("");
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly Rich[]): Rich {
  return items.flatMap((item, i): Rich => {
    const before = i === 0 ? "" : i === items.length - 1 ? " and " : ", ";
    return before === "" ? item : [{ text: before }, ...item];
  });
}
