/** The list of keys: what a presenter can do, and by which key. */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ACTIONS } from "./actions.ts";
import type { Show } from "./show.ts";

export function KeysPanel({ show }: { readonly show: Show }): JSX.Element {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <div class="keys-panel" role="dialog" aria-label="Keys">
      <table>
        <caption>Every key is also a button below the stage.</caption>
        <tbody>
          {ACTIONS.map(({ name, keyText, meaning }) => (
            <tr key={name}>
              <th scope="row">{keyText}</th>
              <td>{meaning}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">1 … 9</th>
            <td>the step of that number</td>
          </tr>
        </tbody>
      </table>
      <button ref={close} type="button" class="link" onClick={() => (show.over.value = null)}>
        Close
      </button>
    </div>
  );
}
