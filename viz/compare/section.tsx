/** A part of the page: a rule, a heading, one computed sentence, a chart, its table. */
import type { ComponentChildren, JSX } from "preact";
import type { Rich } from "../words/rich.ts";
import { isAlone } from "../shell/alone.ts";
import { Sentence } from "./sentence.tsx";
import type { TableData } from "../words/tables.ts";
import type { Figure } from "../figures/figure.ts";
import { Table } from "./table.tsx";
import { TakeAway } from "./take-away.tsx";
import { useId } from "../shell/own-id.ts";

export function Section(props: {
  readonly heading: ComponentChildren;
  /** What the heading's word means, beside it. */
  readonly meaning?: string;
  readonly sentence: Rich;
  /** What the table is of; a part without numbers has none. */
  readonly table?: { readonly name: string; readonly data: () => TableData };
  /** What can be taken away. */
  readonly figure?: Figure;
  readonly class?: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id} class={props.class ?? ""}>
      <div class="head">
        <h2 id={id}>{props.heading}</h2>
        {props.meaning === undefined ? null : <p>{props.meaning}</p>}
      </div>
      <p class="sentence">
        <Sentence of={props.sentence} />
      </p>
      {props.children}
      {props.figure === undefined || isAlone ? null : <TakeAway figure={props.figure} />}
      {props.table === undefined ? null : <Table name={props.table.name} data={props.table.data} />}
    </section>
  );
}
