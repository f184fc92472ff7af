/** Which inputs matter: the design's own analysis, with intervals. */
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import { sensitivityHeight, SensitivityMarks } from "../charts/sensitivity.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { plain, rich } from "../words/rich.ts";
import { analysed, isAnalysing, question, table } from "./store.ts";
import { mattersWords, sensitivityOf } from "./words.ts";

export function MattersSection(): JSX.Element {
  const [found, of] = [analysed.value, table.value];
  if (found === null || of === null) {
    return (
      <Section heading="Which inputs matter?" sentence={rich``}>
        <p class="waiting" style={{ minHeight: "140px" }}>
          {isAnalysing.value ? "Being worked out in the background …" : "There is nothing to draw."}
        </p>
      </Section>
    );
  }
  const { heading, sentence } = mattersWords(of, question.value, found);
  const data = sensitivityOf(of, question.value.output, found);
  const spoken = data.bars.map(({ label, text }) => `${label} ${text}`).join("; ");
  return (
    <Section
      heading={<Sentence of={heading} />}
      sentence={sentence}
      table={{
        name: "the bars",
        data: () => ({
          caption: plain(sentence),
          heads: ["Input", "Figure", "From", "To"],
          rows: data.bars.map(({ label, text, low, high }) => [
            label,
            text,
            low === null ? "" : data.axisText(low, true),
            high === null ? "" : data.axisText(high, true),
          ]),
        }),
      }}
    >
      <Frame height={sensitivityHeight(data)} label={`Bars by input: ${spoken}`}>
        {(size) => <SensitivityMarks data={data} size={size} palette={PAGE} />}
      </Frame>
    </Section>
  );
}
