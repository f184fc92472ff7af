/** How the peers are installed: commands, in an ignored folder, each with the versions that were measured. */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the peers lie: ignored by git, no part of what is published. */
export const PEERS = ".peers/adopt";
const HERE = "test/bench/peers";

interface Recipe {
  /** What is measured, as `name version`. */
  readonly versions: readonly string[];
  /** Folders whose files adapt the peer; copied beside it. */
  readonly sources: readonly string[];
  readonly commands: readonly (readonly string[])[];
}

const C_FLAGS = ["-O3", "-march=native", "-ffp-contract=off"];
const MASON = "fr.irit.smac.thirdparty.edu.gmu.cs:mason:18";

/** Rust and C may use all the machine has; neither may fuse a product and a sum, which would change the bits. */
const RECIPES = {
  c: {
    versions: [],
    sources: ["c"],
    commands: ["loop", "vector"].map((name) => ["gcc", ...C_FLAGS, `${name}.c`, "-o", name]),
  },
  rust: {
    versions: ["krabmaga 0.6.2"],
    sources: ["rust"],
    commands: [["env", "RUSTFLAGS=-C target-cpu=native", "cargo", "build", "--release", "--quiet"]],
  },
  java: {
    versions: ["mason 18"],
    sources: ["java"],
    commands: [
      [
        "mvn",
        "-q",
        "-Dmaven.repo.local=maven",
        "dependency:copy",
        `-Dartifact=${MASON}`,
        "-DoutputDirectory=.",
      ],
      [
        "javac",
        "-cp",
        "mason-18.jar",
        "-d",
        "classes",
        "Contest.java",
        "MasonArrays.java",
        "MasonNetwork.java",
      ],
    ],
  },
  npm: {
    versions: ["flocc 0.7.0", "agentscript 0.10.27"],
    sources: ["npm", "agentscript"],
    commands: [
      ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "flocc@0.7.0", "agentscript@0.10.27"],
    ],
  },
  python: {
    versions: ["mesa 3.3.1", "ndlib 6.0.1", "networkx 3.6.1", "numpy 2.4.6"],
    sources: ["python"],
    commands: [
      ["python3", "-m", "venv", "environment"],
      // NDlib needs six and doesn't say so.
      [
        "environment/bin/pip",
        "install",
        "-q",
        "mesa==3.3.1",
        "ndlib==6.0.1",
        "networkx==3.6.1",
        "numpy==2.4.6",
        "six",
      ],
    ],
  },
} as const satisfies Record<string, Recipe>;
export type RecipeName = keyof typeof RECIPES;

export const RECIPE_NAMES = Object.keys(RECIPES) as RecipeName[];

/** The versions of all peers. */
export const VERSIONS = RECIPE_NAMES.flatMap((name): readonly string[] => RECIPES[name].versions);

/** Installs and builds a recipe's peers; resolves to what went wrong, nothing if all went well. */
export function install(name: RecipeName): string | undefined {
  const { sources, commands } = RECIPES[name];
  const folder = join(PEERS, name);
  mkdirSync(folder, { recursive: true });
  if (name === "npm") writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  copyAdapters(name, sources);
  for (const [program, ...values] of commands) {
    const { status, stderr, error } = spawnSync(program, values, { cwd: folder, encoding: "utf8" });
    if (error) return `${program}: ${error.message}`;
    if (status !== 0) return `${program} ended with ${status}: ${stderr.trim().split("\n").at(-1)}`;
  }
  return undefined;
}

function copyAdapters(name: RecipeName, sources: readonly string[]): void {
  for (const source of sources) {
    const from = join(HERE, source);
    for (const entry of readdirSync(from, { withFileTypes: true })) {
      const to = join(PEERS, name, entry.name);
      if (entry.isDirectory()) cpSync(join(from, entry.name), to, { recursive: true });
      else copyFileSync(join(from, entry.name), to);
    }
  }
}
