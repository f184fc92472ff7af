/** Who takes part in AdoptBench: how each is started, what it is written in, and up to which size it can be waited for. */
import { join } from "node:path";
import type { RecipeName } from "./recipes.ts";

/** What stands for what: the engine's own form, a language without a framework, a framework two ways. */
export type Form = "engine" | "no framework" | "at its best" | "idiomatic";

export interface Contestant {
  readonly name: string;
  readonly label: string;
  readonly form: Form;
  readonly language: string;
  /** What must be installed; none for what is of this repository. */
  readonly recipe: RecipeName | undefined;
  /** Program and arguments; those of the protocol follow. */
  readonly command: (peers: string) => readonly string[];
  /** Files that state the model, without the protocol its language shares; their lines are counted. */
  readonly sources: readonly string[];
  /** Agents beyond which a process takes minutes. */
  readonly mostAgents: number;
  /** Whether a process can run several times at 10⁴ and 10⁵. */
  readonly isQuick: boolean;
}

const LARGE = 1_000_000;
const MIDDLE = 100_000;
const HERE = "test/bench/peers";

const typescript = (variant: string, label: string, form: Form, sources: readonly string[]): Contestant => ({
  name: `groundwork-${variant}`,
  label,
  form,
  language: "TypeScript",
  recipe: undefined,
  command: () => [process.execPath, "dist/test/bench/peers/adopt/contestant.js", variant],
  sources: sources.map((source) => `${HERE}/adopt/${source}`),
  mostAgents: LARGE,
  isQuick: variant !== "objects",
});

const inC = (name: string, label: string): Contestant => ({
  name: `c-${name}`,
  label,
  form: "no framework",
  language: "C",
  recipe: "c",
  command: (peers) => [join(peers, "c", name)],
  sources: [`${HERE}/c/${name}.c`, `${HERE}/c/world.h`],
  mostAgents: LARGE,
  isQuick: true,
});

const inRust = (name: string, label: string, form: Form, mostAgents: number): Contestant => ({
  name: `krabmaga-${name}`,
  label,
  form,
  language: "Rust",
  recipe: "rust",
  command: (peers) => [join(peers, "rust/target/release", name)],
  sources: [`${HERE}/rust/src/bin/${name}.rs`],
  mostAgents,
  isQuick: name !== "network",
});

const inJava = (className: string, label: string, form: Form, mostAgents: number): Contestant => ({
  name: className === "MasonArrays" ? "mason-arrays" : "mason-network",
  label,
  form,
  language: "Java",
  recipe: "java",
  command: (peers) => [
    "java",
    "-XX:-UseDynamicNumberOfCompilerThreads",
    "-cp",
    `${join(peers, "java/mason-18.jar")}:${join(peers, "java/classes")}`,
    className,
  ],
  sources: [`${HERE}/java/${className}.java`],
  mostAgents,
  isQuick: className === "MasonArrays",
});

const inNode = (
  name: string,
  label: string,
  form: Form,
  isQuick: boolean,
  mostAgents: number,
): Contestant => ({
  name,
  label,
  form,
  language: "JavaScript",
  recipe: "npm",
  command: (peers) => [process.execPath, join(peers, "npm", `${name}.js`)],
  sources: [`${HERE}/${name.startsWith("agentscript") ? "agentscript" : "npm"}/${name}.js`],
  mostAgents,
  isQuick,
});

const inPython = (name: string, label: string, form: Form, mostAgents: number): Contestant => ({
  name: name.replace("_", "-"),
  label,
  form,
  language: "Python",
  recipe: "python",
  command: (peers) => [
    join(peers, "python/environment/bin/python"),
    "-W",
    "ignore",
    join(peers, "python", `${name}.py`),
  ],
  sources: [`${HERE}/python/${name}.py`],
  mostAgents,
  isQuick: name === "numpy_columns",
});

/** The reference of every ratio, and the one whose result all others must have. */
export const ENGINE_NAME = "groundwork-pushed";

const PROCESSES = ["adoption.ts", "spreading.ts", "columns.ts", "world.ts"];

/** In the order in which they run within a round. */
export const CONTESTANTS: readonly Contestant[] = [
  typescript("pushed", "Groundwork: columns, pushed counts", "engine", PROCESSES),
  typescript("pulled", "Groundwork: columns, counts pulled from bytes", "engine", PROCESSES),
  typescript("objects", "TypeScript: an object per agent", "no framework", ["objects.ts"]),
  inC("loop", "C: the same loop"),
  inC("vector", "C: without branches, eight agents at once"),
  inRust("rows", "krABMaga: own rows, pushed counts", "at its best", LARGE),
  inRust("ties", "krABMaga: Network for ties, statuses beside it", "idiomatic", MIDDLE),
  inRust("network", "krABMaga: agents as nodes of its Network", "idiomatic", MIDDLE),
  inJava("MasonArrays", "MASON: a Sequence, own arrays, pushed counts", "at its best", LARGE),
  inJava("MasonNetwork", "MASON: its Network and schedule", "idiomatic", MIDDLE),
  inNode("agentscript-pushed", "AgentScript: cached colleagues, pushed counts", "at its best", true, LARGE),
  inNode("agentscript-cached", "AgentScript: cached colleagues", "at its best", true, MIDDLE),
  inNode("agentscript-links", "AgentScript: its links", "idiomatic", false, MIDDLE),
  inNode("flocc-arrays", "flocc: own fields and arrays, pushed counts", "at its best", false, MIDDLE),
  inNode("flocc-network", "flocc: its data and Network", "idiomatic", false, MIDDLE),
  inPython("mesa_lists", "Mesa: own lists, pushed counts", "at its best", MIDDLE),
  inPython("mesa_network", "Mesa: its Network", "idiomatic", MIDDLE),
  inPython("ndlib_model", "NDlib: a diffusion model of its own", "idiomatic", MIDDLE),
  inPython("numpy_columns", "NumPy: columns, pushed counts", "no framework", LARGE),
];
