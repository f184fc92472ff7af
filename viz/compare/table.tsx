/** The numbers of a chart as a real table, made when it is opened. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TableData } from "../words/tables.ts";

export function Table(props: { readonly data: () => TableData; readonly name: string }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Table<span class="unseen"> of {props.name}</span>
      </summary>
      {isOpen ? <Rows data={props.data()} /> : null}
    </details>
  );
}

function Rows({ data }: { readonly data: TableData }): JSX.Element {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={data.caption}>
      <table>
        <caption>{data.caption}</caption>
        <thead>
          <tr>
            {data.heads.map((head, i) => (
              <th key={i} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([head, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
