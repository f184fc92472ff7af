/** Paints everybody's dot at a week: squares stamped into one image, so that 100,000 take a few milliseconds. */
import { FILM_STATE, FILMED } from "../../engine/index.ts";
import type { Palette } from "../charts/palette.ts";
import type { PeopleLayout } from "./layout.ts";

/** What a canvas's context must be able to do. */
export type PaintContext = Pick<CanvasRenderingContext2D, "createImageData" | "putImageData">;

/** One week's bytes of a film, by seat, and who stands out. */
export interface Picture {
  /** Bits of FILMED: film.states from week · seatCount on. */
  readonly states: Uint8Array;
  /** By seat, 1 = stands out; everybody else then fades. Missing = nobody does. */
  readonly lit?: Uint8Array;
}

export interface PeoplePainter {
  readonly paint: (picture: Picture, palette: Palette) => void;
}

/** What is left of a colour that has faded, against the paper. */
const FADED = 0.28;

/**
 * A painter for one layout on a canvas of ⌈width · density⌉ × ⌈height · density⌉ device pixels, which it overwrites
 * whole. Seats without a dot and absent people leave the paper bare.
 */
export function createPeoplePainter(
  context: PaintContext,
  layout: PeopleLayout,
  density: number,
): PeoplePainter {
  const width = Math.max(1, Math.ceil(layout.width * density));
  const height = Math.max(1, Math.ceil(layout.height * density));
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const side = Math.max(1, Math.round(layout.side * density));
  const corners = cornersOf(layout, density, width);
  return {
    paint: (picture, palette) => {
      pixels.fill(pixelOf(palette.paper));
      stamp(pixels, width, side, layout.seats, corners, picture, coloursOf(palette));
      context.putImageData(image, 0, 0);
    },
  };
}

/** By place in layout.seats: index of the dot's upper left pixel. */
function cornersOf({ seats, x, y }: PeopleLayout, density: number, width: number): Uint32Array {
  return Uint32Array.from(seats, (a) => Math.round(y[a] * density) * width + Math.round(x[a] * density));
}

/** States as they are, then as they are when faded. */
const FADED_FROM = FILMED.state + 1;

function coloursOf({ states, paper }: Palette): Uint32Array {
  const colours = new Uint32Array(2 * FADED_FROM);
  states.forEach((colour, state) => {
    colours[state] = pixelOf(colour);
    colours[FADED_FROM + state] = mixed(pixelOf(colour), pixelOf(paper), FADED);
  });
  return colours;
}

function stamp(
  pixels: Uint32Array,
  width: number,
  side: number,
  seats: Uint32Array,
  corners: Uint32Array,
  { states, lit }: Picture,
  colours: Uint32Array,
): void {
  for (let i = 0; i < seats.length; i++) {
    const a = seats[i];
    const state = states[a] & FILMED.state;
    if (state === FILM_STATE.absent) continue;
    const colour = colours[lit === undefined || lit[a] === 1 ? state : FADED_FROM + state];
    const corner = corners[i];
    for (let row = 0; row < side; row++) {
      const from = corner + row * width;
      for (let column = 0; column < side; column++) pixels[from + column] = colour;
    }
  }
}

/** "#rrggbb" as a little-endian opaque pixel. */
function pixelOf(colour: string): number {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return (0xff000000 | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

/** `share` of one pixel's colour and the rest of another's. */
function mixed(one: number, other: number, share: number): number {
  let pixel = 0xff000000;
  for (const shift of [0, 8, 16]) {
    const value = share * ((one >> shift) & 255) + (1 - share) * ((other >> shift) & 255);
    pixel |= Math.round(value) << shift;
  }
  return pixel >>> 0;
}
