/** Where a stand-in serves, the company itself may be asked for. */
import type { JSX } from "preact";
import { Choice } from "../compare/choice.tsx";
import { headcount } from "../store/people.ts";
import { STAND_IN_EMPLOYEES } from "../store/sketch.ts";
import { countText } from "../words/decimals.ts";
import { canStandIn, isWhole } from "./basis.ts";
import { notation } from "../store/notation.ts";

export function SizeChoice(): JSX.Element | null {
  if (!canStandIn.value) return null;
  return (
    <p class="asking">
      <Choice
        label="What it is worked out on"
        value={isWhole.value ? "whole" : "stand-in"}
        options={[
          {
            value: "stand-in",
            text: `on a stand-in of ${countText(STAND_IN_EMPLOYEES, notation.value)} employees`,
          },
          { value: "whole", text: `on all ${countText(headcount.value, notation.value)} employees` },
        ]}
        onChoose={(value) => (isWhole.value = value === "whole")}
      />
    </p>
  );
}
