/** A real Slurm of three nodes on this machine's loopback, without systemd: started, broken and ended by the test. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { installPackages, isOnPath } from "../browsers/programs.ts";

export const NODES = ["n1", "n2", "n3"] as const;
export type NodeName = (typeof NODES)[number];

const PROGRAMS = { slurmctld: "slurmctld", slurmd: "slurmd", "slurm-client": "sbatch", munge: "munged" };
const PATIENCE_MS = 240_000;
const POLL_MS = 200;

export interface Slurm {
  readonly folder: string;
  /** What its commands need of the environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs one of Slurm's commands; its stdout. @throws Error if it fails */
  readonly command: (program: string, ...words: readonly string[]) => string;
  readonly startNode: (node: NodeName) => void;
  /** kill -9 of a node: its daemon, and all that runs there. */
  readonly killNode: (node: NodeName) => Promise<void>;
  readonly startController: () => void;
  readonly killController: () => Promise<void>;
  /** When the controller last wrote down what jobs do, in milliseconds. */
  readonly notedAt: () => number;
  /** Jobs and array tasks that haven't ended, with their state and node. */
  readonly queue: () => readonly (readonly string[])[];
  readonly end: () => Promise<void>;
}

/** Why there is no Slurm here, after an attempt to install it; empty if there is. */
export async function whyNoSlurm(): Promise<string> {
  if (process.getuid?.() !== 0) return "Slurm's daemons need root";
  const missing = Object.entries(PROGRAMS).filter(([, program]) => !isOnPath(program));
  if (missing.length === 0) return "";
  const why = await installPackages(missing.map(([name]) => name));
  const still = missing.filter(([, program]) => !isOnPath(program)).map(([, program]) => program);
  return still.length === 0 ? "" : `no ${still.join(", ")} on PATH; ${why}`;
}

/** Waits until something holds. @throws Error with what it was, when it takes too long */
export async function until(what: string, holds: () => boolean, patienceMillis = PATIENCE_MS): Promise<void> {
  const end = Date.now() + patienceMillis;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited ${patienceMillis / 1000} s in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export async function startSlurm(): Promise<Slurm> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-slurm-"));
  // The socket is everybody's.
  chmodSync(folder, 0o755);
  const munged = startMunge(folder);
  writeFileSync(join(folder, "slurm.conf"), configuration(folder, await freePorts(1 + NODES.length)));
  const env = { ...process.env, SLURM_CONF: join(folder, "slurm.conf") };
  const running = new Map<string, ChildProcess>();

  function start(name: string, program: string, ...words: readonly string[]): void {
    mkdirSync(join(folder, `spool-${name}`), { recursive: true });
    running.set(name, spawn(program, ["-D", ...words], { env, stdio: "ignore", cwd: folder }));
  }
  async function kill(name: string): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    if (child === undefined || child.exitCode !== null) return;
    const isGone = new Promise((resolve) => child.on("exit", resolve));
    child.kill("SIGKILL");
    await isGone;
  }
  const command: Slurm["command"] = (program, ...words) => {
    const { status, stdout, stderr } = spawnSync(program, words, { env, cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} ${words.join(" ")} failed: ${stderr}`);
    return stdout;
  };
  const slurm: Slurm = {
    folder,
    env,
    command,
    startNode: (node) => start(node, "slurmd", "-N", node),
    killNode: async (node) => {
      await kill(node);
      killProcesses(folder, node);
    },
    startController: () => start("controller", "slurmctld"),
    killController: () => kill("controller"),
    notedAt: () => statSync(join(folder, "spool-controller", "job_state")).mtimeMs,
    queue: () => {
      const { stdout } = spawnSync("squeue", ["-h", "-r", "-o", "%A %T %N"], { env, encoding: "utf8" });
      return stdout.split("\n").flatMap((line) => (line === "" ? [] : [line.trim().split(" ")]));
    },
    end: async () => {
      for (const node of NODES) await slurm.killNode(node);
      await kill("controller");
      munged.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  slurm.startController();
  for (const node of NODES) slurm.startNode(node);
  await until("all nodes are idle", () => idleNodes(slurm) === NODES.length);
  return slurm;
}

function idleNodes({ env }: Slurm): number {
  const { stdout } = spawnSync("sinfo", ["-h", "-N", "-t", "idle", "-o", "%N"], { env, encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "").length;
}

/**
 * Kills what a node runs, known by its environment: each job's keeper before the job, or it would tell the controller
 * of its end, as no dead node does.
 */
function killProcesses(folder: string, node: NodeName): void {
  const own = readdirSync("/proc").filter((pid) => {
    const environment = textIn(`/proc/${pid}/environ`);
    return environment.includes(`SLURM_CONF=${folder}/`) && environment.includes(`SLURMD_NODENAME=${node}\0`);
  });
  const keepers = own
    .map((pid) => textIn(`/proc/${pid}/stat`).split(") ")[1]?.split(" ")[1] ?? "")
    .filter((parent) => textIn(`/proc/${parent}/comm`).startsWith("slurmstepd"));
  for (const pid of [...new Set(keepers), ...own]) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // it has just ended
    }
  }
}

function textIn(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function startMunge(folder: string): ChildProcess {
  const key = join(folder, "munge.key");
  writeFileSync(key, randomBytes(128), { mode: 0o600 });
  const file = (option: string, name: string): string => `--${option}=${join(folder, name)}`;
  return spawn(
    "munged",
    [
      "--foreground",
      `--key-file=${key}`,
      file("socket", "munge.socket"),
      file("pid-file", "munged.pid"),
      file("log-file", "munged.log"),
      file("seed-file", "munged.seed"),
    ],
    { stdio: "ignore" },
  );
}

/** Loopback only, no accounting, no cgroups; a node that is silent for ten seconds is down. */
function configuration(folder: string, [controllerPort, ...nodePorts]: readonly number[]): string {
  const host = hostname().split(".", 1)[0];
  const nodes = NODES.map(
    (node, i) =>
      `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${nodePorts[i]} CPUs=1 State=UNKNOWN`,
  );
  return `ClusterName=groundwork
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${join(folder, "munge.socket")}
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmdTimeout=10
KillWait=2
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=${join(folder, "spool-controller")}
SlurmdSpoolDir=${join(folder, "spool-%n")}
SlurmdPidFile=${join(folder, "slurmd-%n.pid")}
SlurmctldPidFile=${join(folder, "slurmctld.pid")}
${nodes.join("\n")}
PartitionName=all Nodes=${NODES.join(",")} Default=YES MaxTime=INFINITE State=UP
`;
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.on("error", reject);
          server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
