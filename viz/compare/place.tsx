/** Compare: the strategist's place. */
import type { JSX } from "preact";
import { Bar } from "./bar.tsx";
import { DifferenceSection } from "./difference-section.tsx";
import { FanSection } from "./fan-section.tsx";
import { PaybackSection } from "./payback-section.tsx";
import { PlansSection } from "./plans-section.tsx";
import { Spoken } from "./spoken.tsx";
import { StatesSection } from "./states-section.tsx";
import { CostSection, ValueSection } from "./streams-section.tsx";
import { Title } from "./title.tsx";
import { WinsSection } from "./wins-section.tsx";

export function Compare(): JSX.Element {
  return (
    <>
      <Bar />
      <main id="compare">
        <Title />
        <div class="columns">
          <div>
            <FanSection />
            <DifferenceSection />
            <PlansSection />
            <div class="halves">
              <ValueSection />
              <CostSection />
            </div>
          </div>
          <div class="beside">
            <WinsSection />
            <PaybackSection />
            <StatesSection />
          </div>
        </div>
      </main>
      <Spoken />
    </>
  );
}
