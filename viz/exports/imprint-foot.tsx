/** The foot of every printed page: document, seed, engine and digest; on the screen it is not there. */
import type { JSX } from "preact";
import { imprintLines, imprintNow } from "../figures/imprint.ts";
import "./imprint-foot.css";

export function ImprintFoot(): JSX.Element {
  return <footer class="imprint">{imprintLines(imprintNow(), "nothing").join(" · ")}</footer>;
}
