/** The file a Node worker starts with. */
import { parentPort } from "node:worker_threads";
import { exposeRunner } from "./expose.ts";
import { wireOf } from "./node-wire.ts";

if (parentPort === null) throw new Error("node-worker runs in a worker only");
exposeRunner(wireOf(parentPort));
