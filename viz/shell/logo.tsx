/** The firm's logo on the page, in the room it is given. */
import type { JSX } from "preact";
import type { Size } from "../charts/geometry.ts";
import type { Brand } from "../../scenarios/index.ts";
import { logoIn } from "../figures/brand.ts";

export function LogoImage(props: {
  readonly brand: Brand | undefined;
  readonly room: Size;
}): JSX.Element | null {
  const logo = logoIn(props.brand, props.room);
  if (logo === undefined) return null;
  return <img class="logo" src={logo.address} width={logo.width} height={logo.height} alt="Logo" />;
}
