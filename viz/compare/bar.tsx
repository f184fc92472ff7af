/** The top bar: the name, the places there are, what is compared, and how far the runs have come. */
import type { JSX } from "preact";
import { format } from "d3";
import { LIBRARY } from "../../scenarios/index.ts";
import { PAGE, planColour, planDash } from "../charts/palette.ts";
import { planNames, runCount } from "../store/comparison.ts";
import { chooseCompany, choosePlan, companyId, document } from "../store/document.ts";
import { firstRunShare, status } from "../store/results.ts";
import { RUNS_MOST } from "../store/stopping.ts";
import { theme, toggleTheme } from "../store/theme.ts";
import { metricName } from "../store/view.ts";
import { METRICS } from "../words/metrics.ts";
import { runsText } from "../words/runs.ts";
import { Choice } from "./choice.tsx";

const people = format(",");

export function Bar(): JSX.Element {
  return (
    <header class="bar">
      <p class="brand">Groundwork</p>
      <nav aria-label="Places">
        <a href="#compare" aria-current="page">
          Compare
        </a>
      </nav>
      <Choice
        label="Company"
        value={companyId()}
        options={LIBRARY.companies.map((one) => ({
          value: one.id,
          text: `${one.name}, ${people(one.company.employees)} employees`,
        }))}
        onChoose={chooseCompany}
      />
      <div class="legend" role="group" aria-label="Plans">
        {planNames.value.map(({ plan }) => (
          <PlanChoice key={plan} plan={plan} />
        ))}
      </div>
      <Choice
        label="Measure"
        value={metricName.value}
        options={METRICS.map((one) => ({ value: one.name, text: one.label }))}
        onChoose={(name) => {
          metricName.value = METRICS.find((one) => one.name === name)!.name;
        }}
      />
      <Runs />
      <button type="button" class="theme" onClick={toggleTheme}>
        {theme.value === "dark" ? "Light" : "Dark"}
      </button>
    </header>
  );
}

function PlanChoice({ plan }: { readonly plan: number }): JSX.Element {
  return (
    <span class="swatched">
      <svg width="22" height="8" aria-hidden="true">
        <path
          d="M0,4H22"
          stroke={planColour(PAGE, plan)}
          stroke-width="2.5"
          stroke-dasharray={planDash(plan) ?? "none"}
        />
      </svg>
      <Choice
        label={`Plan ${plan + 1}`}
        plan={plan}
        value={document.value.plans[plan].id}
        options={LIBRARY.plans.map((one) => ({ value: one.id, text: one.name }))}
        onChoose={(id) => choosePlan(plan, id)}
      />
    </span>
  );
}

/** "refining, 64 of 400 runs", and the same as a line under the bar. */
function Runs(): JSX.Element {
  const share = status.value.kind === "running" ? runCount.value / RUNS_MOST : 0;
  return (
    <>
      <p class="runs">{runsText(status.value, runCount.value, RUNS_MOST, firstRunShare.value)}</p>
      <div class="refining" style={{ transform: `scaleX(${share})` }} />
    </>
  );
}
