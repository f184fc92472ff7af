/** The kinds of step in words: all that the first curves' notes say of steps. */
import type { DocumentIntervention } from "../../scenarios/index.ts";

export type Kind = DocumentIntervention["kind"];

/** In the order in which kinds that begin in the same week stand. */
export const KIND_TEXTS: Readonly<Record<Kind, string>> = {
  platform: "Platform",
  campaign: "Campaign",
  events: "Events",
  communities: "Communities of practice",
  council: "Council",
  center: "Center of excellence",
  tribe: "Tribe",
  measure: "Measuring benefits",
  sponsor: "Sponsor won",
  sharedService: "Shared service",
  incentive: "Incentive",
  stop: "End of something",
};

export function kindText(kind: Kind): string {
  return KIND_TEXTS[kind];
}
