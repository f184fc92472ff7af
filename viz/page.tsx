/** The front door in the browser. */
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { render } from "preact";
import { defaultDocument } from "../scenarios/index.ts";
import { createBrowserPool } from "../workers/browser.ts";
import { pause } from "../workers/pause.ts";
import { comeAlive } from "./shell/alive.ts";
import { OpenPlace } from "./shell/open-place.tsx";
import { drawOver } from "./shell/part.tsx";
import { inTurns } from "./shell/turns.ts";
import summaryUrl from "./shipped/default.bin?url";
import { storageOf } from "./store/browser-storage.ts";
import { openId } from "./store/open-id.ts";
import { followAddress, followLinks, placeName } from "./store/places.ts";
import { followDocument } from "./store/results.ts";
import { ship } from "./store/shipped.ts";
import { unpackSummary } from "./store/summary-file.ts";
import { followTheme } from "./store/theme.ts";
import "./style.css";
import "./compare/loading.css";
import "./editor/editor.css";
// After the page's own sheets, whose rules the attributes would have outranked.
import "./first.css";

/** The desk comes with the documents' parser: first where there is something to restore, else once the page stands. */
async function openDesk(): Promise<void> {
  const desk = await import("./store/desk.ts");
  desk.openDesk(storageOf(window));
  desk.followOtherPages(window);
}

async function followHand(): Promise<void> {
  const hand = await import("./store/hand.ts");
  // A worker of its own: the sketch must not wait behind a run of the whole firm.
  hand.followHand(createBrowserPool(1));
}

/** Without the summary everything is run here: it takes longer, and nothing is lost. */
async function takeSummary(): Promise<boolean> {
  try {
    const answer = await fetch(summaryUrl);
    if (answer.ok) ship(unpackSummary(new Uint8Array(await answer.arrayBuffer())), defaultDocument());
    await pause();
    return answer.ok;
  } catch (error) {
    console.info(`the shipped runs could not be read; ${String(error)}`);
    return false;
  }
}

async function start(): Promise<void> {
  // A speaker's window simulates nothing: it follows the stage in another.
  if (new URLSearchParams(location.search).has("speaker")) {
    (await import("./present/speaker-page.tsx")).startSpeaker(document.getElementById("page")!);
    comeAlive(window);
    return;
  }
  const isKept = openId(storageOf(window)) !== undefined;
  followTheme(window);
  followAddress(window);
  const page = document.getElementById("page")!;
  if (isKept) await openDesk();
  const isDrawn = !isKept && placeName.peek() === "compare" && (await takeSummary());
  let drawRest = async (): Promise<void> => {};
  if (isDrawn) drawRest = await drawOver(<OpenPlace />, page);
  else {
    // What came with the page is of another place, or of another document.
    page.replaceChildren();
    render(<OpenPlace />, page);
  }
  comeAlive(window);
  followDocument(createBrowserPool(), inTurns);
  await drawRest();
  await followHand();
  if (isKept) await takeSummary();
  else await openDesk();
  followLinks(window, (address) => void openLink(address));
}

async function openLink(address: string): Promise<void> {
  const links = await import("./links/open-link.ts");
  await links.openLink(address);
}

/** Inside another page nothing that this browser keeps is read. */
async function startEmbedded(wanted: string): Promise<void> {
  const embedded = await import("./embed/page.tsx");
  await embedded.startEmbedded(wanted);
}

const wanted = new URLSearchParams(location.search).get("embed");
void (wanted === null ? start() : startEmbedded(wanted));
