/** The open question, the digest of its runs, and how it is looked at, as a link holds them. */
import type { Document } from "../../scenarios/index.ts";
import type { Link } from "../../scenarios/links/index.ts";
import { sample } from "../store/before.ts";
import { document } from "../store/document.ts";
import { metricName, pair, week, weeks } from "../store/view.ts";
import { claimOfRuns } from "./claim.ts";

/** Without the hashes of imported people. `of` is the open document, perhaps under other names. */
export function linkNow(of: Document = document.peek()): Link {
  const { plans, replicates } = sample.peek();
  const { a, b } = pair.peek();
  const isInRow = replicates.every((replicate, i) => replicate === i);
  return {
    document: of,
    ...(isInRow && replicates.length > 0 ? { claim: claimOfRuns(of, plans, replicates.length) } : {}),
    view: {
      ...(a === b ? {} : { a: of.plans[a].id, b: of.plans[b].id }),
      measure: metricName.peek(),
      ...(week.peek() === weeks.peek() ? {} : { week: week.peek() }),
    },
  };
}
