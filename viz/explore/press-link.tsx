/** A button that looks like the links beside it. */
import type { JSX } from "preact";

export function PressLink(props: { readonly text: string; readonly onPress: () => void }): JSX.Element {
  return (
    <button type="button" class="link" onClick={props.onPress}>
      {props.text}
    </button>
  );
}
