/** The front door of the one file: opens its document in Present, simulates it here, and proves its result. */
import { render } from "preact";
import { InputError, readPeople } from "../../scenarios/index.ts";
import { readLink } from "../../scenarios/links/index.ts";
import { createBrowserPool } from "../../workers/browser.ts";
import { prove } from "../links/proof.ts";
import { OpenPlace } from "../shell/open-place.tsx";
import { openDocument } from "../store/document.ts";
import { followHand } from "../store/hand.ts";
import { people } from "../store/people.ts";
import { followAddress, placeName } from "../store/places.ts";
import { followDocument } from "../store/results.ts";
import { followTheme } from "../store/theme.ts";
import "../style.css";
import "../editor/editor.css";
import "./fonts.css";

function textOf(id: string): string {
  return document.getElementById(id)!.textContent.trim();
}

async function start(): Promise<void> {
  const root = document.getElementById("page")!;
  try {
    const link = await readLink(textOf("question"));
    const lists = textOf("people");
    if (lists !== "") people.value = { key: "pseudonyms", organisation: await readPeople(lists), files: [] };
    openDocument(link.document);
    placeName.value = "present";
    followTheme(window);
    followAddress(window);
    render(<OpenPlace />, root);
    followDocument(createBrowserPool());
    followHand(createBrowserPool(1));
    prove(link);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    render(<p role="alert">This file can’t be opened: {error.message}.</p>, root);
  }
}

void start();
