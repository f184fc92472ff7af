/** A firm's colour as it can be read: moved towards the ink until it stands out from the paper as text must (WCAG 2.2, AA). */
import type { Palette } from "./palette.ts";

export const CONTRAST_LEAST = 4.5;
const STEPS = 32;

/** The colour itself where it can be read, else the nearest mixture with the ink that can; the ink if none is given. */
export function accentOn({ paper, ink }: Pick<Palette, "paper" | "ink">, accent?: string): string {
  if (accent === undefined) return ink;
  for (let step = 0; step < STEPS; step++) {
    const colour = mixture(accent, ink, step / STEPS);
    if (contrast(colour, paper) >= CONTRAST_LEAST) return colour;
  }
  return ink;
}

/** From 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixture(one: string, other: string, share: number): string {
  const others = channelsOf(other);
  const mixed = channelsOf(one).map((channel, i) => Math.round(channel + share * (others[i] - channel)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
