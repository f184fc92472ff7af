/** What the headline is made of: the runs as they are now. */
import { ghosts, money, paybacks, planA, planB, valueSpread, valueVerdict } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { weeks } from "../store/view.ts";
import type { HeadlineFacts } from "../words/headline.ts";

export function headlineFacts(): HeadlineFacts {
  return {
    verdict: valueVerdict.value,
    a: planA.value,
    b: planB.value,
    gap: valueSpread.value,
    paybacks: paybacks.value,
    weeks: weeks.value,
    money: money.value,
    changed: ghosts.value,
    empty: document.value.plans.flatMap(({ interventions }, i) => (interventions.length === 0 ? [i] : [])),
  };
}
