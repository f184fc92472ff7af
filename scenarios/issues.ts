/** What a schema found wrong, as lines of what, why, value and where. */
import type * as z from "zod/mini";
import { inputError } from "./errors.ts";
import type { Path } from "./json.ts";
import { type Locate, pathText, valueAt } from "./locate.ts";

type Issue = z.core.$ZodIssue;

/** One line an issue. */
export function issueMessages(issues: readonly Issue[], document: unknown, locate: Locate): string[] {
  return issues.flatMap((issue) => messagesOf(issue, issue.path, document, locate));
}

function messagesOf(issue: Issue, path: Path, document: unknown, locate: Locate): string[] {
  if (issue.code === "unrecognized_keys") {
    const owner = path.length === 0 ? "" : ` in ${pathText(path)}`;
    return issue.keys.map(
      (key) => inputError(`unknown key${owner}`, "", key, locate([...path, key])).message,
    );
  }
  const nested = issue.code === "invalid_union" ? closestOption(issue.errors) : undefined;
  if (nested) {
    return nested.flatMap((inner) => messagesOf(inner, [...path, ...inner.path], document, locate));
  }
  const value = valueAt(document, path);
  const place = locate(path);
  if (value === undefined) return [`missing ${pathText(path)}${place && ` (${place})`}`];
  return [inputError(`invalid ${pathText(path)}`, reasonOf(issue), value, place).message];
}

/** The option of a union that got past the type of the value itself. */
function closestOption(options: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return options.find(
    (issues) => !issues.some((issue) => issue.code === "invalid_type" && issue.path.length === 0),
  );
}

function reasonOf(issue: Issue): string {
  if (issue.message !== "Invalid input") return issue.message;
  return issue.code === "invalid_type" ? `not an ${issue.expected}` : "not allowed here";
}
