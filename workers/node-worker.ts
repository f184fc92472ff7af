/** The file a Node worker starts with. */
import { parentPort } from "node:worker_threads";
import { endpointOf } from "./endpoint.ts";
import { exposeRunner } from "./expose.ts";

if (parentPort === null) throw new Error("node-worker runs in a worker only");
exposeRunner(endpointOf(parentPort));
