/** The front door in the browser. */
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { render } from "preact";
import { createBrowserPool } from "../workers/browser.ts";
import { Compare } from "./compare/place.tsx";
import { followDocument } from "./store/results.ts";
import "./style.css";

render(<Compare />, document.getElementById("page")!);
followDocument(createBrowserPool());
