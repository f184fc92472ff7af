/** What drives the difference, as charts that can be taken away: a tornado of inputs, a waterfall of stages. */
import { computed } from "@preact/signals";
import { TornadoMarks, tornadoHeight, type TornadoData } from "../charts/tornado.tsx";
import { WaterfallMarks, waterfallHeight, type WaterfallData } from "../charts/waterfall.tsx";
import type { Figure } from "../figures/figure.ts";
import { planA, planB, unit } from "../store/comparison.ts";
import { isPaired, metric, pair, week } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { inputsSentence, shortChange, splitName, stagesSentence } from "../words/drivers.ts";
import { kindText } from "../words/kinds.ts";
import { plain, type Rich } from "../words/rich.ts";
import { inputsNow, stagesNow } from "./drivers.ts";

export const HEADING = "What drives the difference?";

export const tornadoData = computed<TornadoData | null>(() => {
  const now = inputsNow.value;
  if (now === null) return null;
  const { isLowerBetter } = metric.value;
  const { a, b } = pair.value;
  return {
    rows: now.drivers.map(({ input, low, high, isTold }) => ({
      name: input.label,
      grade: input.grade,
      low: { ...low, value: low.value! },
      high: { ...high, value: high.value! },
      isTold,
    })),
    above: isLowerBetter ? a : b,
    below: isLowerBetter ? b : a,
    valueText: shortChange(unit.value),
  };
});

export const parts = computed(() =>
  (stagesNow.value?.items ?? []).map((item) => ({ ...item, label: kindText(item.kind) })),
);

export const waterfallData = computed<WaterfallData | null>(() => {
  const now = stagesNow.value;
  if (now === null) return null;
  const { a, b } = pair.value;
  const isBetween = now.of === "difference" && isPaired.value;
  const [above, below] = isBetween ? [b, a] : [now.of === "a" ? a : b, undefined];
  return {
    parts: parts.value.map(({ label, value, low, high }) => ({ name: label, value: value!, low, high })),
    total: { ...now.total, value: now.total.value!, name: "In all" },
    above: metric.value.isLowerBetter ? below : above,
    below: metric.value.isLowerBetter ? above : below,
    valueText: shortChange(unit.value),
  };
});

const inputsTold = computed<Rich>(() => {
  const now = inputsNow.value;
  return now === null ? [] : inputsSentence(now.gap, now.drivers, unit.value, week.value);
});

const stagesTold = computed<Rich>(() => {
  const now = stagesNow.value;
  return now === null ? [] : stagesSentence(now.total, parts.value, unit.value, week.value);
});

/** What the stages split, in words. */
export function splitText(): string {
  const now = stagesNow.value;
  return now === null ? "" : plain(splitName(now.of, planA.value, planB.value, isPaired.value));
}

const ENDS = ["low end", "high end"].flatMap((end) => [end, `${end} from`, `${end} to`]);

export const inputsFigure: Figure = {
  name: "inputs",
  title: () => HEADING,
  sentence: () => inputsTold.value,
  label: () => description("Inputs by how far they move the difference", inputsTold.value, []),
  basis: "nothing",
  drawnOf: () => "own",
  isReady: () => tornadoData.value !== null,
  height: () => tornadoHeight(tornadoData.value?.rows.length ?? 0),
  draw: (size, palette) =>
    tornadoData.value === null ? (
      <g />
    ) : (
      <TornadoMarks data={tornadoData.value} size={size} palette={palette} />
    ),
  numbers: () => ({
    heads: ["input", ...ENDS],
    rows: (tornadoData.value?.rows ?? []).map(({ name, low, high }) => [
      name,
      ...[low, high].flatMap((end) => [end.value, end.low ?? "", end.high ?? ""]),
    ]),
  }),
};

export const stagesFigure: Figure = {
  name: "stages",
  title: () => HEADING,
  sentence: () => stagesTold.value,
  label: () => description(`Stages that make the difference, ${splitText()}`, stagesTold.value, []),
  basis: "nothing",
  drawnOf: () => "own",
  isReady: () => waterfallData.value !== null,
  height: () => waterfallHeight(waterfallData.value?.parts.length ?? 0),
  draw: (size, palette) =>
    waterfallData.value === null ? (
      <g />
    ) : (
      <WaterfallMarks data={waterfallData.value} size={size} palette={palette} />
    ),
  numbers: () => {
    const now = waterfallData.value;
    return {
      heads: ["stage", "part", "from", "to"],
      rows:
        now === null
          ? []
          : [...now.parts, now.total].map((one) => [one.name, one.value, one.low ?? "", one.high ?? ""]),
    };
  },
};
