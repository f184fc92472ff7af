/** The command line's values: whole numbers within bounds, lists of names. */
import { InputError } from "../../scenarios/index.ts";

export function wholeNumber(name: string, low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < low || value > high) {
      throw new InputError(`invalid ${name}; not a whole number in [${low}, ${high}]: ${quoted(text)}`);
    }
    return value;
  };
}

export function positiveNumber(name: string): (text: string) => number {
  return (text) => {
    const value = anyNumber(name)(text);
    if (value <= 0) throw new InputError(`invalid ${name}; not above 0: ${quoted(text)}`);
    return value;
  };
}

export function anyNumber(name: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === "" || !Number.isFinite(value))
      throw new InputError(`invalid ${name}; not a number: ${quoted(text)}`);
    return value;
  };
}

export function names(text: string): string[] {
  const list = text.split(",").map((part) => part.trim());
  if (list.includes(""))
    throw new InputError(`invalid plans; not ids with commas between them: ${quoted(text)}`);
  const twice = list.find((name, i) => list.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`invalid plans; named twice: ${quoted(twice)}`);
  return list;
}

export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
