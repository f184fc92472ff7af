/** Whether the page is on its way to paper, where a canvas must be light whatever the theme. */
import { signal } from "@preact/signals";

const printing = matchMedia("print");
export const isPaper = signal(printing.matches);
printing.addEventListener("change", (event) => {
  isPaper.value = event.matches;
});
