/** The foot of every printed page: document, seed, engine and digest; made when one prints, on the screen there is none. */
import { render, type JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { document } from "../store/document.ts";
import { LogoImage } from "../shell/logo.tsx";
import { accentStyle } from "../figures/brand.ts";
import { imprintLines, imprintNow } from "../figures/imprint.ts";
import "./imprint-foot.css";

const LOGO = { width: 160, height: 32 };

export function ImprintFoot(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => whilePrinting((isPrinting) => render(isPrinting ? <Foot /> : null, holder.current!)), []);
  return <div ref={holder} />;
}

/** Draws at once: a script that prints stands still in its call, and what is drawn after it comes too late. */
function whilePrinting(draw: (isPrinting: boolean) => void): () => void {
  const stop = new AbortController();
  const medium = matchMedia("print");
  medium.addEventListener("change", () => draw(medium.matches), stop);
  addEventListener("beforeprint", () => draw(true), stop);
  addEventListener("afterprint", () => draw(false), stop);
  return () => stop.abort();
}

function Foot(): JSX.Element {
  const { brand } = document.value;
  return (
    <footer class="imprint" style={accentStyle(brand)}>
      <LogoImage brand={brand} room={LOGO} />
      {imprintLines(imprintNow(), "nothing").join(" · ")}
    </footer>
  );
}
