/** The front door in the browser. */
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { render } from "preact";
import { createBrowserPool } from "../workers/browser.ts";
import { OpenPlace } from "./shell/open-place.tsx";
import { openId } from "./store/open-id.ts";
import { followAddress, followLinks } from "./store/places.ts";
import { followDocument } from "./store/results.ts";
import "./style.css";
import "./editor/editor.css";

/** The desk comes with the documents' parser: first where there is something to restore, else once the page stands. */
async function openDesk(): Promise<void> {
  const desk = await import("./store/desk.ts");
  desk.openDesk(localStorage);
  desk.followOtherPages(window);
}

async function followHand(): Promise<void> {
  const hand = await import("./store/hand.ts");
  // A worker of its own: the sketch must not wait behind a run of the whole firm.
  hand.followHand(createBrowserPool(1));
}

async function start(): Promise<void> {
  // A speaker's window simulates nothing: it follows the stage in another.
  if (new URLSearchParams(location.search).has("speaker")) {
    (await import("./present/speaker-page.tsx")).startSpeaker(document.getElementById("page")!);
    return;
  }
  const isKept = openId(localStorage) !== undefined;
  followAddress(window);
  if (isKept) await openDesk();
  render(<OpenPlace />, document.getElementById("page")!);
  followDocument(createBrowserPool());
  await followHand();
  if (!isKept) await openDesk();
  followLinks(window, (address) => void openLink(address));
}

async function openLink(address: string): Promise<void> {
  const links = await import("./links/open-link.ts");
  await links.openLink(address);
}

void start();
