/** The file the calibrator's web worker starts with. */
import { expose, type Endpoint } from "comlink";
import { createCalibrator } from "./calibrator.ts";

expose(createCalibrator(), globalThis as unknown as Endpoint);
