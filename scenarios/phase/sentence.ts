/** The phase of victory in one sentence a contest, with its numbers. */
import { listed, percent } from "../words.ts";
import type { Contest, Decisive, PhaseRival } from "./phase.ts";

const RIVALS: Readonly<Record<PhaseRival, string>> = {
  "platform-first": "the platform alone",
  "same-platform-first": "the same five interventions, platform first",
};

/** Who wins where, how surely, and by which assumptions. */
export function phaseSentence({ rival, wins, share, clear, decisive }: Contest): string {
  const points = clear.wins + clear.losses + clear.undecided;
  const band =
    clear.undecided === points
      ? "at none of them can the runs tell the two apart"
      : `clearly at ${clear.wins}, clearly not at ${clear.losses}, and at ${clear.undecided} the runs can't tell`;
  const range = `95% interval ${percent(share.low!)} to ${percent(share.high!)}`;
  return `Problems first beats ${RIVALS[rival]} at ${extentOf(wins, points)} (${range}): ${band}; ${decided(decisive)}.`;
}

function extentOf(wins: number, points: number): string {
  const of = points === 1 ? "1 point" : `${points} points`;
  if (wins === 0) return `none of ${of}`;
  if (wins === points) return points === 1 ? "the only point" : `all ${of}`;
  return `${Number.isInteger(wins) ? wins : wins.toFixed(1)} of ${of}, ${percent(wins / points)}`;
}

function decided(decisive: readonly Decisive[] | null): string {
  if (decisive === null) return "too few points to say which assumptions decide it";
  if (decisive.length === 0) return "no assumption is known to decide it";
  const named = decisive.map(({ label, name, value, low, high }) => {
    const direction = value! > 0 ? "more" : "less";
    return `${direction} of "${label}" (${name}, rank correlation ${signed(value!)}, ${signed(low!)} to ${signed(high!)})`;
  });
  const verb = named.length === 1 ? "what favours it most is" : "what favours it most are";
  return `${verb} ${listed(named)}`;
}

function signed(value: number): string {
  const text = value.toFixed(2);
  return text.startsWith("-") ? `−${text.slice(1)}` : `+${text}`;
}
