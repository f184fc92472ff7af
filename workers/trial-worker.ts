/** The file a Node worker starts with that measures patterns, trial by trial. */
import { parentPort } from "node:worker_threads";
import { measurePatterns } from "../scenarios/patterns/index.ts";
import { wireOf } from "./node-wire.ts";
import { answerCalls } from "./wire.ts";

if (parentPort === null) throw new Error("trial-worker runs in a worker only");
answerCalls(wireOf(parentPort), { measurePatterns });
