/** The ablation table for people: what each claim's mechanism is worth, and whether the order of plans hangs on it. */
import type { Ablations, LeadVerdict, Rival } from "../../scenarios/index.ts";
import { moneyText, pointsText } from "./estimates.ts";
import type { Format } from "./format.ts";
import { tableLines, wrapped } from "./table.ts";

const RIVALS: Readonly<Record<Rival, string>> = {
  "platform-first": "platform only",
  "same-platform-first": "the same, platform first",
};

/** A row a switch: effects on problems first, and its lead with the mechanism off. */
export function ablationLines({ base, ablations }: Ablations, format: Format, width: number): string[] {
  const head = ["", "value", "deep, points", "over platform only", "over the same", "switched off"];
  const rows = [
    [
      "all on",
      moneyText(base.plans["problems-first"].npvPerHead, format),
      pointsText(base.plans["problems-first"].deepShare),
      moneyText(base.leads["platform-first"], format),
      moneyText(base.leads["same-platform-first"], format),
      "nothing",
    ],
    ...ablations.map(({ id, off, effects, leads }) => [
      id,
      moneyText(effects["problems-first"].npvPerHead, format),
      pointsText(effects["problems-first"].deepShare),
      moneyText(leads["platform-first"].without, format),
      moneyText(leads["same-platform-first"].without, format),
      off,
    ]),
  ];
  return [
    ...tableLines(wrapped([head, ...rows], width)),
    "",
    "Value (net present, a head) and deep practice (last year): of problems first in the first row, below it the change.",
    "Over …: what problems first is ahead by, a head, with the mechanism off. ± is a paired 95% interval.",
    ...(Object.keys(RIVALS) as Rival[]).map((rival) => leadSentence(ablations, rival)),
  ];
}

/** Which mechanisms the order of two plans hangs on. */
export function leadSentence(ablations: Ablations["ablations"], rival: Rival): string {
  const changed = ablations.filter(({ leads }) => leads[rival].verdictWith !== leads[rival].verdictWithout);
  const to = (verdict: LeadVerdict): string[] =>
    changed.filter(({ leads }) => leads[rival].verdictWithout === verdict).map(({ id }) => id);
  const parts = [
    ["is then ahead", to("ahead")],
    ["is then behind", to("behind")],
    ["can't be told apart then", to("undecided")],
  ] as const;
  const told = parts.flatMap(([words, ids]) =>
    ids.length === 0 ? [] : [`${words} without ${ids.join(", ")}`],
  );
  const against = `Problems first against ${RIVALS[rival]}`;
  return told.length === 0
    ? `${against}: no switch changes who is ahead.`
    : `${against}: ${told.join("; ")}.`;
}
