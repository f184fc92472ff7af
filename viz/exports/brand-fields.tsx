/** The firm's logo and colour, which travel with the document onto everything that is shown or taken away. */
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Brand } from "../../scenarios/index.ts";
import { accentOn } from "../charts/accent.ts";
import { DARK, LIGHT } from "../charts/palette.ts";
import { LogoImage } from "../shell/logo.tsx";
import { setDocumentField } from "../store/company-commands.ts";
import { document, refusal } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { asLogo } from "./logo-file.ts";

const ROOM = { width: 160, height: 40 };

export function BrandFields(): JSX.Element {
  const { brand = {} } = document.value;
  const trouble = useSignal("");
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    trouble.value = "";
    try {
      if (!set({ ...brand, logo: await asLogo(file) })) trouble.value = `Refused: ${refusal.peek()}.`;
    } catch {
      trouble.value = "Refused: not a picture that this browser can read.";
    }
  };
  return (
    <>
      <h3>Logo and colour</h3>
      <label class="field">
        Logo{" "}
        <input
          type="file"
          accept="image/png,image/jpeg"
          aria-describedby="logo-words"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      <p id="logo-words" class="hint" aria-live="polite">
        {trouble.value === ""
          ? "A PNG or JPEG; it is made small enough to travel in the document."
          : trouble.value}
      </p>
      <LogoImage brand={brand} room={ROOM} />
      <label class="field">
        Colour{" "}
        <input
          type="color"
          value={brand.accent ?? LIGHT.ink}
          aria-describedby="accent-words"
          onChange={(event) => set({ ...brand, accent: event.currentTarget.value })}
        />
      </label>
      <p id="accent-words" class="hint" aria-live="polite">
        {accentText(brand.accent)}
      </p>
      <p class="verbs">
        {brand.logo === undefined ? null : (
          <Remove text="Remove the logo" rest={{ ...brand, logo: undefined }} />
        )}
        {brand.accent === undefined ? null : (
          <Remove text="Remove the colour" rest={{ ...brand, accent: undefined }} />
        )}
      </p>
    </>
  );
}

type Parts = { readonly [Part in keyof Brand]: Brand[Part] | undefined };

function Remove(props: { readonly text: string; readonly rest: Parts }): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => set(props.rest)}>
      {props.text}
    </button>
  );
}

/** Undefined = not there. */
function set({ accent, logo }: Parts): boolean {
  const brand = { ...(accent === undefined ? {} : { accent }), ...(logo === undefined ? {} : { logo }) };
  return edit(setDocumentField("brand", Object.keys(brand).length === 0 ? undefined : brand));
}

/** How the colour is drawn, and why not as it is. */
function accentText(accent: string | undefined): string {
  if (accent === undefined) return "Of rules and of the step that is shown; ink until you choose another.";
  const [light, dark] = [accentOn(LIGHT, accent), accentOn(DARK, accent)];
  const changed = [
    ...(light === accent ? [] : [`${light} on light`]),
    ...(dark === accent ? [] : [`${dark} on dark`]),
  ];
  if (changed.length === 0) return "It can be read on light and on dark, and is drawn as it is.";
  return `So that it can be read, it is drawn as ${changed.join(" and ")}.`;
}
