/** Names met while reading, numbered in the order they were met. */
import { inputError, InputError } from "../errors.ts";
import { NAME_LENGTH } from "../limits.ts";

export interface Labels {
  readonly names: string[];
  /** The number of a name within its owner (units share no departments), new if it was not met before. */
  readonly numberOf: (name: string, place: string, owner?: number) => number;
}

/** Numbers 0 … limit − 1 for the names of one column. */
export function createLabels(column: string, limit: number): Labels {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string, place: string, owner = 0): number => {
    const key = `${owner} ${name}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    if (names.length === limit) throw inputError(`too many ${column}s`, `more than ${limit}`, name, place);
    numbers.set(key, names.length);
    return names.push(cleanName(column, name, place)) - 1;
  };
  return { names, numberOf };
}

/** A name on one line: quoted newlines become spaces. */
function cleanName(column: string, name: string, place: string): string {
  const clean = name.replaceAll(/\s+/g, " ");
  if (clean.length > NAME_LENGTH) {
    throw new InputError(
      `invalid ${column}; longer than ${NAME_LENGTH} characters: ${clean.length} (${place})`,
    );
  }
  if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(clean)) {
    throw inputError(`invalid ${column}`, "has control characters", clean, place);
  }
  return clean;
}
