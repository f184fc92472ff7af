/** The first paint as text: Compare with the default document as the runs that came with the page show it. */
import { render } from "preact-render-to-string";
import { defaultDocument } from "../scenarios/index.ts";
import { Compare, loadDrawn } from "./compare/place.tsx";
import { ship } from "./store/shipped.ts";
import { unpackSummary } from "./store/summary-file.ts";

// Who imports this may not be able to import any more afterwards.
await loadDrawn();

export function prerendered(file: Uint8Array): string {
  ship(unpackSummary(file), defaultDocument());
  return render(<Compare />);
}
