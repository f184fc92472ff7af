/** A firm's look on what is drawn: the size of its logo in the room there is, and its colour on light or dark. */
import { logoSize, type Brand } from "../../scenarios/index.ts";
import { accentOn } from "../charts/accent.ts";
import type { Size } from "../charts/geometry.ts";
import { DARK, LIGHT } from "../charts/palette.ts";

export interface Logo extends Size {
  readonly address: string;
}

/** As large as fits, its sides in proportion; undefined without one. In the unit of the room. */
export function logoIn(brand: Brand | undefined, room: Size): Logo | undefined {
  const address = brand?.logo;
  const size = address === undefined ? undefined : logoSize(address);
  if (address === undefined || size === undefined) return undefined;
  const scale = Math.min(room.width / size.width, room.height / size.height);
  const rounded = (length: number): number => Math.round(100 * scale * length) / 100;
  return { address, width: rounded(size.width), height: rounded(size.height) };
}

/** A custom property for a part of the page that is light or dark by itself. */
export function accentStyle(brand: Brand | undefined): Record<string, string> {
  const { accent } = brand ?? {};
  if (accent === undefined) return {};
  return { "--accent": `light-dark(${accentOn(LIGHT, accent)}, ${accentOn(DARK, accent)})` };
}
