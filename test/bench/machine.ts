/** The machine as a file's name and a heading: its processor and number of cores, never its own name. */
import { cpus } from "node:os";

/** For example "AMD EPYC, 2 cores, Node v20.20.0". */
export function describeMachine(): string {
  const all = cpus();
  return `${all[0].model.trim()}, ${all.length} cores, Node ${process.version}`;
}

/** For example "amd-epyc-2-cores". */
export function machineSlug(): string {
  const all = cpus();
  const words = `${all[0].model} ${all.length} cores`.toLowerCase();
  return words
    .replace(/\((r|tm)\)/g, " ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
