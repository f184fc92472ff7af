/** The front door in the browser. */
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { render } from "preact";
import { createBrowserPool } from "../workers/browser.ts";
import { OpenPlace } from "./shell/open-place.tsx";
import { followOtherPages, openDesk } from "./store/desk.ts";
import { followAddress } from "./store/places.ts";
import { followDocument } from "./store/results.ts";
import { followHand } from "./store/sketch.ts";
import "./style.css";
import "./editor/editor.css";

openDesk(localStorage);
followOtherPages(window);
followAddress(window);
render(<OpenPlace />, document.getElementById("page")!);
followDocument(createBrowserPool());
// A worker of its own: the sketch must not wait behind a run of the whole firm.
followHand(createBrowserPool(1));
