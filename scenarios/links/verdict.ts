/** What a link's result says against the one its document gives here. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import type { Document } from "../schema.ts";
import type { Claim } from "./schema.ts";

export type ClaimedMeasure = keyof Claim["medians"];

/** A median of one plan at the end, then and now. */
export interface MedianPair {
  /** Place in the document. */
  readonly plan: number;
  readonly measure: ClaimedMeasure;
  readonly before: number;
  readonly now: number;
}

export interface LinkVerdict {
  /** Every bit of every run is the same. */
  readonly isIdentical: boolean;
  /** The engine of the link, if it is another one. */
  readonly otherEngine?: string;
  readonly medians: readonly MedianPair[];
}

const MEASURES: readonly ClaimedMeasure[] = ["npv", "deepShare"];

/** Both are of the same document and of equally many runs. */
export function verdictOnLink({ plans }: Pick<Document, "plans">, then: Claim, now: Claim): LinkVerdict {
  const medians = plans.flatMap((_, plan) =>
    MEASURES.map((measure) => ({
      plan,
      measure,
      before: then.medians[measure][plan],
      now: now.medians[measure][plan],
    })),
  );
  return {
    isIdentical: then.digest === now.digest,
    ...(then.engine === ENGINE_VERSION ? {} : { otherEngine: then.engine }),
    medians,
  };
}
