/** Compare: the strategist's place. */
import type { JSX } from "preact";
import { OpenSheet } from "../sheets/open-sheet.tsx";
import { isDrafting } from "../store/document.ts";
import { stretch } from "../store/stretch.ts";
import { Bar } from "../shell/bar.tsx";
import { onDemand } from "../shell/on-demand.tsx";
import { OnSight } from "../shell/on-sight.tsx";
import { Part } from "../shell/part.tsx";
import { useUndoKeys } from "../shell/undo-keys.ts";
import { DifferenceSection } from "./difference-section.tsx";
import { COLUMN_WIDTHS, FirstWidth } from "./first-width.ts";
import { FanSection } from "./fan-section.tsx";
import { PaybackSection } from "./payback-section.tsx";
import { Spoken } from "./spoken.tsx";
import { Title } from "./title.tsx";
import { MeasureChoice, Runs } from "./tools.tsx";

const PEOPLE_HEIGHT = 640;
const PeopleSection = onDemand(async () => (await import("../people/section.tsx")).PeopleSection);
/** Before it is asked. */
const DRIVERS_HEIGHT = 210;
const SPEND_HEIGHT = 270;
const SpendSection = onDemand(async () => (await import("../answers/spend-section.tsx")).SpendSection);
const LEAGUE_HEIGHT = 170;
const LeagueSection = onDemand(async () => (await import("../answers/league-section.tsx")).LeagueSection);
const DriversSection = onDemand(async () => (await import("../answers/drivers-section.tsx")).DriversSection);

/** Of two plans or more, before its width is known. */
const PLANS_HEIGHT = 250;
const PlansSection = onDemand(async () => {
  // What one takes hold of travels with the picture it lies on.
  const [{ PlansSection: section }] = await Promise.all([
    import("./plans-section.tsx"),
    import("../editor/grips.tsx"),
  ]);
  return section;
});
/** With head, sentence and chart. */
const STREAMS_HEIGHT = 250;
const ValueSection = onDemand(async () => (await import("./streams-section.tsx")).ValueSection);
const CostSection = onDemand(async () => (await import("./streams-section.tsx")).CostSection);
const WINS_HEIGHT = 260;
const WinsSection = onDemand(async () => (await import("./wins-section.tsx")).WinsSection);
const STATES_HEIGHT = 250;
const StatesSection = onDemand(async () => (await import("./states-section.tsx")).StatesSection);

/** The scripts of what is drawn with the page though it is loaded later. */
export async function loadDrawn(): Promise<void> {
  const drawn = [PlansSection, WinsSection, ValueSection, CostSection, StatesSection];
  await Promise.all(drawn.map(({ get }) => get()));
}

const ImprintFoot = onDemand(async () => (await import("../exports/imprint-foot.tsx")).ImprintFoot);

export function Compare(): JSX.Element {
  useUndoKeys();
  return (
    <>
      <Part>
        <Bar choices={<MeasureChoice />} progress={<Runs isDrawnLast />} />
      </Part>
      <main id="compare" class={isDrafting.value ? "drafting" : ""}>
        <Part>
          <Title />
        </Part>
        <div class="columns">
          <div>
            <Part>
              <FanSection />
            </Part>
            <Part>
              <DifferenceSection />
            </Part>
            <Part script={PlansSection.get} height={PLANS_HEIGHT}>
              <PlansSection />
            </Part>
            <FirstWidth.Provider value={COLUMN_WIDTHS.half}>
              <div class="halves">
                <Part script={ValueSection.get} height={STREAMS_HEIGHT}>
                  <ValueSection />
                </Part>
                <Part script={CostSection.get} height={STREAMS_HEIGHT}>
                  <CostSection />
                </Part>
              </div>
            </FirstWidth.Provider>
            <OnSight height={SPEND_HEIGHT}>
              <SpendSection />
            </OnSight>
            <OnSight height={LEAGUE_HEIGHT}>
              <LeagueSection />
            </OnSight>
          </div>
          <FirstWidth.Provider value={COLUMN_WIDTHS.beside}>
            <div class="beside">
              <Part script={WinsSection.get} height={WINS_HEIGHT}>
                <WinsSection />
              </Part>
              <Part>
                <PaybackSection />
              </Part>
              <OnSight height={DRIVERS_HEIGHT}>
                <DriversSection />
              </OnSight>
              <Part script={StatesSection.get} height={STATES_HEIGHT}>
                <StatesSection />
              </Part>
            </div>
          </FirstWidth.Provider>
        </div>
        <OnSight id="people" height={PEOPLE_HEIGHT} isWanted={stretch.value !== null}>
          <PeopleSection />
        </OnSight>
      </main>
      <Part script={ImprintFoot.get}>
        <ImprintFoot />
      </Part>
      <OpenSheet />
      <Spoken />
    </>
  );
}
