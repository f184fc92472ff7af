/** Estimates as people read them: a mean and half the width of its interval. */
import type { Estimate } from "../../scenarios/index.ts";
import type { Format } from "./format.ts";

/** "$1,545 ± $32"; without an interval the mean alone, without a mean a dash. */
export function moneyText({ value, low, high }: Estimate, format: Format): string {
  if (value === null) return "–";
  const mean = format.value(value, "USD");
  return low === null || high === null ? mean : `${mean} ± ${format.value((high - low) / 2, "USD")}`;
}

/** A share's change in percentage points: "−3.1 ± 0.3". */
export function pointsText({ value, low, high }: Estimate): string {
  if (value === null) return "–";
  const points = (share: number): string =>
    (share * 100)
      .toFixed(1)
      .replace(/^-(?=.*[1-9])/, "−")
      .replace("-", "");
  return low === null || high === null ? points(value) : `${points(value)} ± ${points((high - low) / 2)}`;
}
