/** The grammar of the verbs that work on studies. */
import type { Command } from "commander";
import { InputError } from "../../scenarios/index.ts";
import { analyseVerb, type AnalyseOptions } from "./analyse.ts";
import { decideVerb, type DecideOptions } from "./decide.ts";
import type { ReportOptions } from "./html-report.ts";
import { kubernetesVerb, slurmVerb, type KubernetesOptions, type SlurmOptions } from "./cluster.ts";
import { compareVerb, type CompareOptions } from "./compare.ts";
import { anyNumber, names, quoted, wholeNumber } from "./options.ts";
import { WORKERS_MAX } from "./run.ts";
import { statusVerb, type StatusOptions } from "./status.ts";
import { mergeVerb, shardVerb, studyVerb, type ShardOptions, type StudyOptions } from "./study.ts";

const SHARDS_MAX = 100_000;
const MARGIN_MOST = 10;
type AddRunOptions = (command: Command) => Command;

/** Adds the verbs of studies; `end` hears a verb's exit code. */
export function addStudies(
  program: Command,
  addRunOptions: AddRunOptions,
  end: (code: number) => void,
): void {
  addRunOptions(
    program
      .command("study <STUDY>")
      .description("simulate every run of a study into a folder; what is there already is kept"),
  )
    .requiredOption("--out <DIR>", "the study's folder")
    .option("--csv", "also write the table as CSV")
    .action((study: string, options: StudyOptions) => studyVerb(study, options));
  addRunOptions(
    program
      .command("shard <STUDY>")
      .description("simulate one shard of a study; array jobs of Slurm and Kubernetes tell which themselves"),
  )
    .requiredOption("--of <N>", "shards in all", wholeNumber("of", 1, SHARDS_MAX))
    .option("--shard <I>", "which, from 0", wholeNumber("shard", 0, SHARDS_MAX - 1))
    .requiredOption("--out <DIR>", "the study's folder, shared by all shards")
    .action((study: string, options: ShardOptions) => shardVerb(study, options));
  program
    .command("merge <DIR>")
    .description("merge a folder's blocks into one table, with a manifest")
    .option("--csv", "also write the table as CSV")
    .option("--json", "the manifest as one JSON object")
    .action((folder: string, options: Pick<StudyOptions, "csv" | "json">) => mergeVerb(folder, options));
  program
    .command("status <DIR>")
    .description("say how far a study has come; exit code 1 while it isn't complete")
    .option("--of <N>", "also say which of N shards are open", wholeNumber("of", 1, SHARDS_MAX))
    .option("--json", "the status as one JSON object")
    .action(async (folder: string, options: StatusOptions) => end(await statusVerb(folder, options)));
  program
    .command("analyse <DIR>")
    .description("tell what a finished study says: luck first, then what drives plans and their differences")
    .option("--outputs <LIST>", "only these outputs, with commas", names)
    .option("--json", "the findings as one JSON object")
    .action((folder: string, options: AnalyseOptions) => analyseVerb(folder, options));
  program
    .command("compare <BEFORE> <AFTER>")
    .description(
      "tell whether two versions' folders of a study agree; exit code 1 if anything isn't the same",
    )
    .option("--margin <SHARE>", "difference that doesn't matter, in standard deviations of runs", margin, 0.1)
    .option("--outputs <LIST>", "only these outputs, with commas", names)
    .option("--json", "the comparison as one JSON object")
    .action(async (before: string, after: string, options: CompareOptions) =>
      end(await compareVerb(before, after, options)),
    );
  addDecisions(program);
  addClusters(program);
}

/** What a finished study says of the choice, in the terminal and as a file to hand on. */
function addDecisions(program: Command): void {
  program
    .command("decide <DIR>")
    .description(
      "tell which plan a finished study says to choose, how robustly, when not, and what to find out",
    )
    .option("--output <NAME>", "what to decide on, more being better (default: money)")
    .option("--threshold <X>", "what a plan has to bring to do", anyNumber("threshold"), 0)
    .option("--json", "the decision as one JSON object")
    .action((folder: string, options: DecideOptions) => decideVerb(folder, options));
  program
    .command("report <DIR>")
    .description(
      "write a finished study's report as one HTML file: decision, figures, tables, method, digests",
    )
    .requiredOption("--html <FILE>", "the file")
    .option("--output <NAME>", "what to decide on, more being better (default: money)")
    .option("--threshold <X>", "what a plan has to bring to do", anyNumber("threshold"), 0)
    .action(async (folder: string, options: ReportOptions) => {
      // Charts are loaded by this verb alone.
      const { reportVerb } = await import("./html-report.ts");
      await reportVerb(folder, options);
    });
}

function margin(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || !(value > 0 && value <= MARGIN_MOST))
    throw new InputError(`invalid margin; not a number in (0, ${MARGIN_MOST}]: ${quoted(text)}`);
  return value;
}

/** Text for clusters: nothing is submitted from here. */
function addClusters(program: Command): void {
  const of = wholeNumber("of", 1, SHARDS_MAX);
  const cpus = wholeNumber("cpus", 1, WORKERS_MAX);
  program
    .command("slurm <STUDY>")
    .description("print a script that submits a study as a Slurm job array and a merge")
    .requiredOption("--out <DIR>", "the study's folder, seen by all nodes")
    .option("--of <N>", "shards (default: 64, or as many as there are blocks)", of)
    .option("--cpus <N>", "threads of a shard", cpus, 1)
    .option("--minutes <N>", "longest time of a job", wholeNumber("minutes", 1, 100_000), 60)
    .action((study: string, options: SlurmOptions) => slurmVerb(study, options));
  program
    .command("kubernetes <STUDY>")
    .description("print an Indexed Job of Kubernetes and a merge, for `kubectl apply -f -`")
    .requiredOption("--image <NAME>", "a container image that starts groundwork")
    .requiredOption("--claim <NAME>", "a volume's claim that all pods can write to")
    .option("--of <N>", "shards (default: 64, or as many as there are blocks)", of)
    .option("--cpus <N>", "threads of a shard", cpus, 1)
    .action((study: string, options: KubernetesOptions) => kubernetesVerb(study, options));
}
