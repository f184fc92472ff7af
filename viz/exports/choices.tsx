/** Files one may take away, as a line of buttons; what goes wrong is said below. */
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";

export interface Choice {
  readonly name: string;
  /** A text says what became of it, where it is not saved. */
  readonly make: () => Promise<void> | string | void;
}

export function Choices({ choices }: { readonly choices: readonly Choice[] }): JSX.Element {
  const state = useSignal("");
  const busy = useSignal(false);
  async function make(choice: Choice): Promise<void> {
    busy.value = true;
    state.value = "";
    try {
      const told = await choice.make();
      state.value = told ?? `${choice.name} saved.`;
    } catch (error) {
      state.value = `${choice.name} could not be made: ${error instanceof Error ? error.message : String(error)}.`;
    } finally {
      busy.value = false;
    }
  }
  return (
    <p class="verbs">
      {choices.map((choice) => (
        <button
          key={choice.name}
          type="button"
          class="link"
          disabled={busy.value}
          onClick={() => void make(choice)}
        >
          {choice.name}
        </button>
      ))}
      <span class="quiet" role="status">
        {state.value}
      </span>
    </p>
  );
}
