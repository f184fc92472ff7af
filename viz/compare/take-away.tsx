/** A chart's way out of the page: what it can be taken away as, loaded when it is asked for. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Figure } from "../figures/figure.ts";
import { onDemand } from "../shell/on-demand.tsx";

const Choices = onDemand(async () => (await import("../exports/figure-choices.tsx")).FigureChoices);

export function TakeAway({ figure }: { readonly figure: Figure }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="export" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Export<span class="unseen"> {figure.title()}</span>
      </summary>
      {isOpen ? <Choices figure={figure} /> : null}
    </details>
  );
}
