/** The foot of every printed page: document, seed, engine and digest; on the screen it is not there. */
import type { JSX } from "preact";
import { document } from "../store/document.ts";
import { LogoImage } from "../shell/logo.tsx";
import { accentStyle } from "../figures/brand.ts";
import { imprintLines, imprintNow } from "../figures/imprint.ts";
import "./imprint-foot.css";

const LOGO = { width: 160, height: 32 };

export function ImprintFoot(): JSX.Element {
  const { brand } = document.value;
  return (
    <footer class="imprint" style={accentStyle(brand)}>
      <LogoImage brand={brand} room={LOGO} />
      {imprintLines(imprintNow(), "nothing").join(" · ")}
    </footer>
  );
}
