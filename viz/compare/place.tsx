/** Compare: the strategist's place. */
import type { JSX } from "preact";
import { OpenSheet } from "../sheets/open-sheet.tsx";
import { isDrafting } from "../store/document.ts";
import { stretch } from "../store/stretch.ts";
import { Bar } from "../shell/bar.tsx";
import { onDemand } from "../shell/on-demand.tsx";
import { OnSight } from "../shell/on-sight.tsx";
import { useUndoKeys } from "../shell/undo-keys.ts";
import { DifferenceSection } from "./difference-section.tsx";
import { COLUMN_WIDTHS, FirstWidth } from "./first-width.ts";
import { FanSection } from "./fan-section.tsx";
import { PaybackSection } from "./payback-section.tsx";
import { PlansSection } from "./plans-section.tsx";
import { Spoken } from "./spoken.tsx";
import { StatesSection } from "./states-section.tsx";
import { CostSection, ValueSection } from "./streams-section.tsx";
import { Title } from "./title.tsx";
import { MeasureChoice, Runs } from "./tools.tsx";
import { WinsSection } from "./wins-section.tsx";

const PEOPLE_HEIGHT = 640;
const PeopleSection = onDemand(async () => (await import("../people/section.tsx")).PeopleSection);
/** Before it is asked. */
const DRIVERS_HEIGHT = 210;
const SPEND_HEIGHT = 270;
const SpendSection = onDemand(async () => (await import("../answers/spend-section.tsx")).SpendSection);
const LEAGUE_HEIGHT = 170;
const LeagueSection = onDemand(async () => (await import("../answers/league-section.tsx")).LeagueSection);
const DriversSection = onDemand(async () => (await import("../answers/drivers-section.tsx")).DriversSection);

const ImprintFoot = onDemand(async () => (await import("../exports/imprint-foot.tsx")).ImprintFoot);

export function Compare(): JSX.Element {
  useUndoKeys();
  return (
    <>
      <Bar choices={<MeasureChoice />} progress={<Runs />} />
      <main id="compare" class={isDrafting.value ? "drafting" : ""}>
        <Title />
        <div class="columns">
          <div>
            <FanSection />
            <DifferenceSection />
            <PlansSection />
            <FirstWidth.Provider value={COLUMN_WIDTHS.half}>
              <div class="halves">
                <ValueSection />
                <CostSection />
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
              <WinsSection />
              <PaybackSection />
              <OnSight height={DRIVERS_HEIGHT}>
                <DriversSection />
              </OnSight>
              <StatesSection />
            </div>
          </FirstWidth.Provider>
        </div>
        <OnSight id="people" height={PEOPLE_HEIGHT} isWanted={stretch.value !== null}>
          <PeopleSection />
        </OnSight>
      </main>
      <ImprintFoot />
      <OpenSheet />
      <Spoken />
    </>
  );
}
