/** Beside numbers stands the number of the runs they are of: all that came with the page, or those made here. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { curveFigure } from "../../viz/people/stretch.tsx";
import { redrawnFans } from "../../viz/answers/observed.ts";
import { spendFigure } from "../../viz/answers/spend-section.tsx";
import { fanFigure } from "../../viz/compare/fan-section.tsx";
import { valuesAtWeek } from "../../viz/compare/spoken.tsx";
import { talkNow } from "../../viz/exports/talk.ts";
import { jsonOf } from "../../viz/exports/text-files.ts";
import { imprintNow } from "../../viz/figures/imprint.ts";
import { storeSource } from "../../viz/present/store-source.ts";
import { sample } from "../../viz/store/before.ts";
import { fans } from "../../viz/store/comparison.ts";
import { openDocument, settleObserved } from "../../viz/store/document.ts";
import { redrawn } from "../../viz/store/observed.ts";
import { emptySample, type Sample } from "../../viz/store/sample.ts";
import { ship } from "../../viz/store/shipped.ts";
import { summaryOf } from "../../viz/store/summary.ts";
import { spreadAt } from "../../viz/store/statistics.ts";
import { metricName } from "../../viz/store/view.ts";
import { meetingsText } from "../../viz/words/basis.ts";
import { shippedText } from "../../viz/words/shipped.ts";
import { unitOf } from "../../viz/words/units.ts";
import { parametersOf } from "../../scenarios/index.ts";
import { layOut, smallDocument } from "./laid-out.ts";
import { ENGLISH } from "./notation.kit.ts";

const RUNS = 6;
const HERE = 2;

interface Told {
  readonly runs?: number;
  readonly digest?: string;
}

function jsonImprint(figure: Parameters<typeof jsonOf>[0]): Told {
  return (JSON.parse(jsonOf(figure)) as { imprint: Told }).imprint;
}

describe("while the page shows more runs than were made here", () => {
  const result = layOut(smallDocument(), RUNS);
  const here = layOut(smallDocument(), HERE);
  let whole: Sample;
  beforeEach(() => {
    metricName.value = "deepShare";
    layOut(smallDocument(), RUNS);
    whole = sample.value;
    ship(summaryOf(whole), smallDocument());
    sample.value = { ...whole, replicates: whole.replicates.slice(0, HERE) };
  });
  afterAll(() => {
    sample.value = emptySample;
    openDocument(smallDocument());
  });

  test("a figure's imprint is of the runs it is drawn of", () => {
    expect(jsonImprint(fanFigure)).toMatchObject({ runs: RUNS, digest: result.digest });
    expect(jsonImprint(spendFigure)).toMatchObject({ runs: HERE, digest: here.digest });
    const { imprintLines } = talkNow();
    expect(imprintLines(fanFigure)[0]).toContain(`Medians of ${RUNS} paired runs.`);
    expect(imprintLines(spendFigure)[0]).toContain(`Medians of ${HERE} paired runs.`);
    expect(imprintLines(spendFigure).join()).toContain(`result ${here.digest.slice(0, 16)}`);
  });

  test("a forecast redrawn from what was seen is of the runs made here", () => {
    const source = new File([], "seen.csv");
    metricName.value = "netValue";
    settleObserved([{ measure: "netValue", weeks: [20], values: [1000], source, follows: "communities" }]);
    redrawn.value = redrawnFans.value;
    expect(redrawn.value?.length).toBe(2);
    expect(jsonImprint(fanFigure)).toMatchObject({ runs: HERE, digest: here.digest });
    const { shortSpread } = unitOf("USD", ENGLISH);
    const [, { bands }] = redrawn.value!;
    expect(shortSpread(spreadAt(bands, 40))).not.toBe(shortSpread(spreadAt(fans.value[1].bands, 40)));
    expect(valuesAtWeek.value).toContain(`Communities ${shortSpread(spreadAt(bands, 40))}`);
    redrawn.value = null;
    settleObserved([]);
    expect(jsonImprint(fanFigure)).toMatchObject({ runs: RUNS });
  });

  test("a figure of runs of its own names none of the page's", () => {
    const named = Object.keys(jsonImprint(curveFigure));
    expect(named).toContain("document");
    expect(named).not.toContain("runs");
    expect(named).not.toContain("digest");
    expect(talkNow().imprintLines(curveFigure).join()).not.toMatch(/runs|result/);
  });

  test("a presentation, which stands on runs made here, counts those", () => {
    const source = storeSource({
      known: () => undefined,
      see: () => Promise.reject(new Error("nobody is seen")),
    });
    expect(source.results.value.runs).toBe(HERE);
    expect(imprintNow("here")).toMatchObject({ runs: HERE, digest: here.digest });
    sample.value = emptySample;
    expect(source.runsText.value).toMatch(/^first run, /);
    expect(imprintNow("here")).toMatchObject({ runs: 0, digest: "" });
    expect(imprintNow()).toMatchObject({ runs: RUNS, digest: result.digest });
  });
});

test("runs that were checked before the others could not be made stay checked", () => {
  expect(shippedText(400, 0, true)).toBe("400 runs, not checked here");
  expect(shippedText(400, 12, true)).toBe("400 runs, the first 12 checked here: identical");
});

test("a talk names the assumption that matters most by its own value, not by one run's draw", () => {
  const document = smallDocument({ uncertainty: "plausible" });
  layOut(document, 1);
  const chance = parametersOf({ ...document, uncertainty: "chance" }, 0);
  expect(talkNow().basis).toContain(meetingsText(chance, ENGLISH));
  expect(parametersOf(document, 0).attendanceFrequency).not.toBe(chance.attendanceFrequency);
  openDocument(smallDocument());
});
