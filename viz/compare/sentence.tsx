/** A sentence with its plans in their colours. */
import type { JSX } from "preact";
import { PAGE, planColour } from "../charts/palette.ts";
import type { Rich } from "../words/rich.ts";

export function Sentence(props: { readonly of: Rich }): JSX.Element {
  return (
    <>
      {props.of.map(({ text, plan, isStrong }, i) =>
        isStrong === true ? (
          <strong key={i}>{text}</strong>
        ) : plan === undefined ? (
          text
        ) : (
          <bdi key={i} class="plan" style={{ color: planColour(PAGE, plan) }}>
            {text}
          </bdi>
        ),
      )}
    </>
  );
}
