/** What the table says of the choice: the sentences the verb decide prints, over all points. */
import type { JSX } from "preact";
import { DECISION_HEADINGS } from "../../scenarios/decisions/index.ts";
import { Section } from "../compare/section.tsx";
import { rich } from "../words/rich.ts";
import { decided } from "./store.ts";

export function DecisionSection(): JSX.Element | null {
  const sentences = decided.value;
  if (sentences === null) return null;
  return (
    <Section
      heading="Which plan to choose"
      sentence={rich`Over all points, each counted alike, whatever is chosen on the left.`}
      class="decision"
    >
      {(Object.keys(DECISION_HEADINGS) as (keyof typeof DECISION_HEADINGS)[]).map((key) =>
        sentences[key].length === 0 ? null : (
          <div key={key}>
            <h3>{DECISION_HEADINGS[key]}</h3>
            {sentences[key].map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        ),
      )}
    </Section>
  );
}
