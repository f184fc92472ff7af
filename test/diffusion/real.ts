/** Two classics of diffusion in networks, read where they lie. */
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { fitKernel, importSeries, importTies, spreadCounts, type KernelFit } from "../../scenarios/index.ts";
import { seedWords } from "../../scenarios/seeds.ts";
import { DATA_FOLDER } from "../oracles/source.ts";

export interface RealSeries {
  readonly folder: string;
  readonly group: string;
  /** Last period observed: the files give all others the one after it. */
  readonly until: number;
}

export const REAL: readonly RealSeries[] = [
  { folder: "brfarmers", group: "village", until: 1964 },
  { folder: "medInnovations", group: "city", until: 17 },
];

export function isThere({ folder }: RealSeries): boolean {
  return existsSync(join(DATA_FOLDER, folder, "nodes.csv"));
}

/** The fit as the verb makes it by default; undefined where the data aren't. */
export async function fitReal(data: RealSeries): Promise<KernelFit | undefined> {
  if (!isThere(data)) return undefined;
  const open = (file: string) => createReadStream(join(DATA_FOLDER, data.folder, file), { encoding: "utf8" });
  const series = await importSeries(open("nodes.csv"), {
    name: "nodes.csv",
    columns: { time: "toa", group: data.group },
    until: data.until,
  });
  if (series.form !== "individuals") throw new Error("nodes.csv names nobody");
  return fitKernel(series, await importTies(open("edges.csv"), series), {
    evaluate: (runs) => runs.map(spreadCounts),
    draws: 200,
    seed: seedWords("groundwork"),
  });
}
