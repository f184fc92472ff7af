/** AdoptBench beside its peers: `npm run -s bench:peers [-- --json] [--install] [--size N] [--only NAME] [--save]`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { chartOf } from "./chart.ts";
import { CONTESTANTS, ENGINE_NAME, type Contestant } from "./contestants.ts";
import { waitForQuiet } from "./quiet.ts";
import { install, RECIPE_NAMES, VERSIONS } from "./recipes.ts";
import { linesTable, markdown, plainText, replaceBetween, tableOf } from "./report.ts";
import { measure, repeatsOf, TICKS, type Measured } from "./rounds.ts";
import { csvOf, rowOf, rowsOfCsv, type Row } from "./summary.ts";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    install: { type: "boolean", default: false },
    size: { type: "string", multiple: true },
    only: { type: "string", multiple: true },
    rounds: { type: "string", default: "5" },
    save: { type: "boolean", default: false },
    draw: { type: "boolean", default: false },
    patience: { type: "string", default: "0" },
  },
});

const FOLDER = "docs/bench";
const DOCUMENT = "docs/benchmark.md";

if (values.draw) drawAll();
else runAll();

/** Installs if asked to, measures every size in interleaved rounds, prints, and saves if asked to. */
function runAll(): void {
  const missing = new Map<string, string>();
  if (values.install)
    for (const recipe of RECIPE_NAMES) {
      tell(`installing ${recipe} …`);
      const fault = install(recipe);
      if (fault !== undefined) missing.set(recipe, fault);
    }
  const sizes = (values.size ?? ["10000", "100000", "1000000"]).map(Number);
  const rows = sizes.flatMap((agents) => measureSize(agents, missing));
  print(rows, missing);
  if (!values.save) return;
  mkdirSync(FOLDER, { recursive: true });
  const { cpu, cores } = machine();
  const slug = `${cpu.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${cores}-cores`;
  const about = { cpu: cpu.replaceAll(",", " "), cores, node: process.version };
  writeFileSync(`${FOLDER}/${slug}.csv`, csvOf(rows, about));
  drawAll();
}

/** Everybody who can be waited for at a size, round by round; whoever fails or differs is told and left out. */
function measureSize(agents: number, missing: Map<string, string>): Row[] {
  const rounds = new Map<Contestant, Measured[]>();
  const wanted = ({ name, mostAgents }: Contestant): boolean =>
    agents <= mostAgents && (name === ENGINE_NAME || (values.only?.includes(name) ?? true));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const contestant of CONTESTANTS) {
      if (!wanted(contestant) || missing.has(contestant.name)) continue;
      tell(`${agents} agents, round ${round + 1}: ${contestant.name} …`);
      waitForQuiet(Number(values.patience));
      try {
        const measured = measure(contestant, agents, repeatsOf(contestant, agents));
        const hash = [...rounds.values()][0]?.[0].hash ?? measured.hash;
        if (measured.hash !== hash) throw new Error(`another result: ${measured.hash} instead of ${hash}`);
        rounds.set(contestant, [...(rounds.get(contestant) ?? []), measured]);
      } catch (error) {
        missing.set(contestant.name, (error as Error).message);
        rounds.delete(contestant);
      }
    }
  return [...rounds].map(([contestant, measured]) => rowOf(contestant, agents, measured));
}

function print(rows: readonly Row[], missing: ReadonlyMap<string, string>): void {
  if (values.json) {
    console.log(
      JSON.stringify({ ...machine(), ticks: TICKS, versions: versions(), missing: [...missing], rows }),
    );
  } else {
    console.log(plainText(tableOf(rows)));
    console.log(`\n${plainText(linesTable(rows))}`);
    for (const [name, fault] of missing) console.log(`left out: ${name}: ${fault}`);
  }
  process.exitCode = missing.size > 0 ? 1 : 0;
}

/** Draws the chart of every committed CSV, and puts the tables into the document. */
function drawAll(): void {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".csv"));
  const parts = files.toSorted().map((file) => {
    const { rows, machine: about } = rowsOfCsv(readFileSync(`${FOLDER}/${file}`, "utf8"));
    const title = `${about["cpu"]}, ${about["cores"]} cores, Node ${about["node"].replace("v", "")}`;
    const chart = file.replace(".csv", ".svg");
    writeFileSync(`${FOLDER}/${chart}`, chartOf(rows, title));
    return [
      `### ${title}`,
      `${othersText(rows)} Numbers: [${file}](bench/${file}).`,
      `![Times slower than Groundwork, by framework and size](bench/${chart})`,
      markdown(tableOf(rows)),
      markdown(linesTable(rows)),
    ].join("\n\n");
  });
  writeFileSync(DOCUMENT, replaceBetween(readFileSync(DOCUMENT, "utf8"), "measured", parts.join("\n\n")));
}

/** How busy others kept the machine while it measured. */
function othersText(rows: readonly Row[]): string {
  const cores = rows.map(({ othersCores }) => othersCores).toSorted((a, b) => a - b);
  const at = (share: number): string => cores[Math.floor(share * (cores.length - 1))].toFixed(2);
  return `Other work kept ${at(0.5)} cores busy meanwhile, at most ${at(1)} (median of a row's rounds).`;
}

function machine(): { cpu: string; cores: number } {
  const all = cpus();
  return {
    cpu: all[0].model
      .replaceAll(/\((R|TM)\)|CPU|@.*$/g, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
    cores: all.length,
  };
}

function versions(): readonly string[] {
  const first = (program: string, ...options: string[]): string => {
    try {
      return execFileSync(program, options, { encoding: "utf8" }).split("\n")[0];
    } catch {
      return `${program}: not there`;
    }
  };
  return [
    `node ${process.version}`,
    first("gcc", "--version"),
    first("rustc", "--version"),
    first("java", "--version"),
    first("python3", "--version"),
    ...VERSIONS,
  ];
}

function tell(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${message}`);
}
