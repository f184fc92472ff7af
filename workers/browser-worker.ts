/** The file a web worker starts with. */
import type { Endpoint } from "comlink";
import { exposeRunner } from "./expose.ts";

exposeRunner(globalThis as unknown as Endpoint);
