/** What is on the desk, as a talk: the headline, what it rests on, every figure that is ready. */
import { parametersOf } from "../../scenarios/resolve.ts";
import { readyFigures } from "../figures/figures.ts";
import type { Figure } from "../figures/figure.ts";
import { imprintLines, imprintNow, imprintOf } from "../figures/imprint.ts";
import type { Talk } from "../slides/slides.ts";
import { headlineFacts } from "../compare/headline-facts.ts";
import { runCount } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { basisText, meetingsText } from "../words/basis.ts";
import { headlines } from "../words/headline.ts";
import { notation } from "../store/notation.ts";

/** `figures` are those of the talk; all that are ready if none are given. */
export function talkNow(figures: readonly Figure[] = readyFigures()): Talk {
  const imprint = imprintNow();
  return {
    title: headlines(headlineFacts())[0],
    basis: `${basisText(runCount.value, document.value)} ${meetingsText(parametersOf({ ...document.value, uncertainty: "chance" }, 0), notation.value)}`,
    imprint,
    brand: document.value.brand,
    imprintLines: (figure) =>
      figure === undefined ? imprintLines(imprint, "nothing") : imprintLines(imprintOf(figure), figure.basis),
    figures,
  };
}
