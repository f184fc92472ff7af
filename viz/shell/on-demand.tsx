/** A part of the page whose script comes when it is first drawn, so that the first paint needn't wait for it. */
import { signal } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";

type OnDemand<Props> = ((props: Props) => JSX.Element | null) & {
  /** Fetches the script ahead of the first drawing; never rejects. */
  readonly get: () => Promise<void>;
};

/** A component that draws nothing until its script is there, and says so if it can't be had. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const loaded = signal<ComponentType<Props> | null>(null);
  const isMissing = signal(false);

  async function get(): Promise<void> {
    if (loaded.peek() !== null) return;
    try {
      const component = await load();
      loaded.value = component;
      isMissing.value = false;
    } catch {
      isMissing.value = true;
    }
  }

  const Demanded = (props: Props): JSX.Element | null => {
    useEffect(() => void get(), []);
    const Component = loaded.value;
    if (Component !== null) return <Component {...props} />;
    if (!isMissing.value) return null;
    return (
      <p class="missing" role="alert">
        A part of the page could not be loaded.{" "}
        <button type="button" class="link" onClick={() => void get()}>
          Try again
        </button>
      </p>
    );
  };
  return Object.assign(Demanded, { get });
}
