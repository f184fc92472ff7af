/** What a link of version 1 holds: a document, and perhaps what its sender saw; never a setting of the page. */
import * as z from "zod/mini";
import { id, number, text, whole } from "../fields.ts";

const RUNS_MOST = 100_000;
const PLANS_MOST = 200;

const sha256 = z
  .string({ error: "not text" })
  .check(z.regex(/^[0-9a-f]{64}$/, { error: "not 64 hexadecimal digits" }));
const medians = z
  .array(number(-1e300, 1e300), { error: "not a list" })
  .check(z.maxLength(PLANS_MOST, { error: `more than ${PLANS_MOST} numbers` }));

/** A result as its sender had it: enough to say whether another is the same, and if not, what is different. */
const claim = z.strictObject({
  engine: text(40),
  runs: whole(1, RUNS_MOST),
  digest: sha256,
  /** Medians at the last week, a number a plan. */
  medians: z.strictObject({ npv: medians, deepShare: medians }),
});

/** Lists of people stay with their owner: a link says only which they are. */
const people = z.strictObject({ roster: sha256, ties: z.exactOptional(sha256) });

/** How the sender looked at it. */
const view = z.strictObject({
  a: z.exactOptional(id),
  b: z.exactOptional(id),
  measure: z.exactOptional(id),
  week: z.exactOptional(whole(0, 1040)),
});

/** All but the document, which has a schema of its own. */
export const linkSchema = z.strictObject({
  document: z.unknown(),
  claim: z.exactOptional(claim),
  people: z.exactOptional(people),
  view: z.exactOptional(view),
});

export type Claim = z.infer<typeof claim>;
export type PeopleHashes = z.infer<typeof people>;
export type LinkView = z.infer<typeof view>;
