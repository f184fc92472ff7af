/** The texts for clusters do what they say: the script against a stand-in of sbatch that runs every job, the manifest by its rules. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { makePlace, TERMINAL } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork, folder } = place;
afterAll(() => place.remove());
place.write("it's a study.json", JSON.stringify(smallStudy()));

/** Runs each job at once, an array task by task from its last, and keeps what it was given. */
const SBATCH = String.raw`#!/bin/sh
echo "$@" >> "$SEEN"
for word in "$@"; do
  case "$word" in
    --array=0-*) last="\${word#--array=0-}" ;;
    --wrap=*) job="\${word#--wrap=}" ;;
  esac
done
if [ -n "\${last:-}" ]; then
  while [ "$last" -ge 0 ]; do
    SLURM_ARRAY_TASK_ID="$last" sh -c "$job" > /dev/null || exit 1
    last=$((last - 1))
  done
  echo "4711;cluster"
else
  sh -c "$job"
fi
`.replaceAll("\\$", "$");

test("slurm prints a script that submits the shards and then the merge, whatever names hold", async () => {
  const script = await groundwork(["slurm", "it's a study.json", "--out", "out of $HOME's", "--of", "2"]);
  expect(script.code).toBe(0);
  place.write("submit.sh", script.stdout);
  mkdirSync(join(folder, "bin"));
  place.write("bin/sbatch", SBATCH);
  chmodSync(join(folder, "bin", "sbatch"), 0o755);
  const env = {
    ...process.env,
    PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`,
    SEEN: join(folder, "seen"),
    GROUNDWORK: `${process.execPath} ${TERMINAL}`,
  };
  const submitted = spawnSync("sh", ["submit.sh"], { cwd: folder, env, encoding: "utf8" });
  expect([submitted.status, submitted.stderr]).toEqual([0, ""]);
  expect(submitted.stdout).toMatch(/^Small study\n32 points × 3 replicates × 2 plans = 192 rows, 0 failed\n/);
  const [array, merge] = readFileSync(env.SEEN, "utf8").trimEnd().split("\n");
  expect(array).toMatch(/--array=0-1 .*--requeue/);
  expect(merge).toContain("--dependency=afterany:4711 ");
  expect((await groundwork(["status", "out of $HOME's", "--of", "2"])).code).toBe(0);
});

test("kubernetes prints an Indexed Job by the rules of its fields", async () => {
  const words = ["kubernetes", "it's a study.json", "--image", "registry/groundwork:1", "--claim", "results"];
  const { code, stdout } = await groundwork(words);
  expect(code).toBe(0);
  const { kind, items } = JSON.parse(stdout) as { kind: string; items: Record<string, never>[] };
  expect(kind).toBe("List");
  const [map, shards, merge] = items as unknown as [Item, Item, Item];
  for (const { metadata } of [map, shards, merge])
    expect(metadata.name).toMatch(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
  expect(JSON.parse(map.data!["study.json"])).toMatchObject({ name: "Small study" });
  const { spec } = shards;
  // Retries by index need an Indexed completion mode and pods that aren't restarted in place.
  expect(spec).toMatchObject({
    completionMode: "Indexed",
    completions: 3,
    parallelism: 3,
    backoffLimitPerIndex: 3,
  });
  expect(spec!.template.spec.restartPolicy).toBe("Never");
  expect(spec!.template.spec.containers[0].args.join(" ")).toContain("--of 3 --out /study/study-");
  expect(["Never", "OnFailure"]).toContain(merge.spec!.template.spec.restartPolicy);
  for (const { spec: own } of [shards, merge]) {
    const { containers, volumes } = own!.template.spec;
    const mounted = containers[0].volumeMounts.map(({ name }) => name);
    expect(volumes.map(({ name }) => name)).toEqual(mounted);
  }
  expect(await groundwork([...words.slice(0, 3), "a b", "--claim", "results"])).toMatchObject({ code: 2 });
});

interface Item {
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly containers: readonly {
          readonly args: readonly string[];
          readonly volumeMounts: readonly { readonly name: string }[];
        }[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}
