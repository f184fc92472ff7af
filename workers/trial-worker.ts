/** The file a Node worker starts with that measures patterns, trial by trial. */
import { expose } from "comlink";
import { parentPort } from "node:worker_threads";
import { measurePatterns } from "../scenarios/patterns/index.ts";
import { endpointOf } from "./endpoint.ts";

if (parentPort === null) throw new Error("trial-worker runs in a worker only");
expose({ measurePatterns }, endpointOf(parentPort));
