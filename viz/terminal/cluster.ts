/** The verbs slurm and kubernetes: a study as an array of jobs, each a shard, and one that merges what they leave. */
import { layoutOf, replicatesMost, type Layout } from "../../scenarios/studies/index.ts";
import { InputError } from "../../scenarios/index.ts";
import { pathOf, readStudyFile } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";

export interface SlurmOptions {
  readonly out: string;
  readonly of?: number;
  readonly cpus: number;
  readonly minutes: number;
}

export interface KubernetesOptions {
  readonly image: string;
  readonly claim: string;
  readonly of?: number;
  readonly cpus: number;
}

/** Shards unless told otherwise: a controller starts a few a second, so fewer and longer ones are better. */
const SHARDS_DEFAULT = 64;

/** Prints a shell script that submits an array and, whatever becomes of its tasks, the merge. */
export async function slurmVerb(name: string, options: SlurmOptions): Promise<void> {
  if (name === "-") throw new InputError("a study from stdin can't be read again by other jobs");
  const layout = await readLayout(name);
  await writeOut(slurmScript(layout, pathOf(name), options));
}

/** Prints an Indexed Job, the merge after it, and the study itself as a map, for `kubectl apply -f -`. */
export async function kubernetesVerb(name: string, options: KubernetesOptions): Promise<void> {
  const layout = await readLayout(name);
  await writeOut(kubernetesManifest(layout, options));
}

async function readLayout(name: string): Promise<Layout> {
  const study = await readStudyFile(name);
  return layoutOf(study, replicatesMost(study));
}

function shardsOf({ blockCount }: Layout, of = SHARDS_DEFAULT): number {
  return Math.min(of, blockCount);
}

/** Text as one word of a shell. */
function word(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * `afterany`: after one failed task `afterok` waits for ever, and the merge itself says what is missing. Tasks may run
 * twice, be killed or be requeued: whole blocks are kept, and equal runs leave equal files.
 */
function slurmScript(layout: Layout, study: string, { out, of, cpus, minutes }: SlurmOptions): string {
  const shards = shardsOf(layout, of);
  const folder = pathOf(out);
  const groundwork = "${GROUNDWORK:-groundwork}";
  const command = (words: string): string => word(`${groundwork} ${words}`);
  const title = word(`study ${layout.sha.slice(0, 12)}`);
  const shard = `shard ${word(study)} --of ${shards} --out ${word(folder)} --workers ${cpus} --progress none`;
  return `#!/bin/sh
# ${layout.runCount} runs in ${shards} shards. GROUNDWORK is the command that starts groundwork on a node.
# A second submission does only what is missing.
set -eu
mkdir -p ${word(`${folder}/logs`)}
array=$(sbatch --parsable --job-name=${title} --array=0-${shards - 1} --cpus-per-task=${cpus} --time=${minutes} \\
  --requeue --export=ALL --output=${word(`${folder}/logs/shard-%a.log`)} \\
  --wrap=${command(shard)})
sbatch --job-name=${title} --dependency="afterany:\${array%%;*}" --cpus-per-task=1 --time=${minutes} \\
  --requeue --export=ALL --output=${word(`${folder}/logs/merge.log`)} \\
  --wrap=${command(`merge ${word(folder)}`)}
`;
}

const MOUNT = "/study";
const CONFIG_MOUNT = "/question";
/** Largest study a map holds. */
const MAP_BYTES = 1_000_000;
/** A task's own retries, and those of a merge that waits for the tasks: the waits between them grow to six minutes. */
const RETRIES = { shard: 3, merge: 500 };

/** JSON is YAML: no text of a study can break out of its quotes. */
function kubernetesManifest(layout: Layout, options: KubernetesOptions): string {
  const { of, image, claim, cpus } = options;
  const text = JSON.stringify(layout.study);
  if (text.length > MAP_BYTES)
    throw new InputError(`study too long for a map; more than ${MAP_BYTES} characters: ${text.length}`);
  if (!/^[\w./:@-]+$/.test(image))
    throw new InputError(`invalid image; not the name of one: ${quoted(image)}`);
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(claim))
    throw new InputError(`invalid claim; not the name of a volume's claim: ${quoted(claim)}`);
  const name = `study-${layout.sha.slice(0, 12)}`;
  const shards = shardsOf(layout, of);
  const work = { name, image, claim };
  const shardWords = [
    "shard",
    `${CONFIG_MOUNT}/study.json`,
    "--of",
    String(shards),
    "--out",
    `${MOUNT}/${name}`,
  ];
  const items = [
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data: { "study.json": text } },
    job(name, {
      completions: shards,
      parallelism: shards,
      completionMode: "Indexed",
      backoffLimitPerIndex: RETRIES.shard,
      template: podOf(work, "Never", cpus, [...shardWords, "--workers", String(cpus), "--progress", "none"]),
    }),
    job(`${name}-merge`, {
      backoffLimit: RETRIES.merge,
      template: podOf(work, "OnFailure", 1, ["merge", `${MOUNT}/${name}`]),
    }),
  ];
  return `${JSON.stringify({ apiVersion: "v1", kind: "List", items }, undefined, 2)}\n`;
}

function job(name: string, spec: object): object {
  return { apiVersion: "batch/v1", kind: "Job", metadata: { name }, spec };
}

interface Work {
  readonly name: string;
  readonly image: string;
  readonly claim: string;
}

/** A pod whose image starts groundwork; a failed index is a new pod, as its retries ask for. */
function podOf(
  { name, image, claim }: Work,
  restartPolicy: "Never" | "OnFailure",
  cpus: number,
  args: readonly string[],
): object {
  const resources = { requests: { cpu: String(cpus), memory: "1Gi" } };
  const volumeMounts = [
    { name: "question", mountPath: CONFIG_MOUNT, readOnly: true },
    { name: "study", mountPath: MOUNT },
  ];
  return {
    spec: {
      restartPolicy,
      containers: [{ name: "groundwork", image, args, resources, volumeMounts }],
      volumes: [
        { name: "question", configMap: { name } },
        { name: "study", persistentVolumeClaim: { claimName: claim } },
      ],
    },
  };
}
