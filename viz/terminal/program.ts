/** The command line's grammar: verbs, options, help, and what each verb's end means. */
import { Argument, Command, CommanderError, Option } from "commander";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { OWN_USUAL } from "../../scenarios/calibration/own-wish.ts";
import { InputError, WEEKS_MAX } from "../../scenarios/index.ts";
import { calibrateVerb, type CalibrateOptions } from "./calibrate.ts";
import { ownVerb, type OwnVerbOptions } from "./calibrate-own.ts";
import { addAnalyses } from "./analyses.ts";
import { checkVerb } from "./check.ts";
import { diffVerb } from "./diff.ts";
import { EXIT } from "./errors.ts";
import { DRAWS_DEFAULT, DRAWS_MAX, DRAWS_MIN, fitVerb, type FitOptions } from "./fit.ts";
import { LIST_TABLES, listVerb, type ListTable } from "./list.ts";
import { names, wholeNumber } from "./options.ts";
import { writeOut } from "./output.ts";
import { patternsVerb, type PatternsOptions } from "./patterns.ts";
import type { QuestionOptions } from "./question.ts";
import { RUNS_DEFAULT, RUNS_MAX, runVerb, WORKERS_MAX, type RunVerbOptions } from "./run.ts";
import { addStudies } from "./study-program.ts";
import { addTakeAway } from "./take-away-program.ts";
import { VERIFY_RUNS_DEFAULT, verifyVerb, type VerifyOptions } from "./verify.ts";

const HELP = `
DOCUMENT is a JSON file, or - for stdin. Results go to stdout, all else to stderr.
Exit codes: 0 ok, 1 differs or failed, 2 bad input, 3 infrastructure, 130 interrupted.`;

/** Runs one command line and returns its exit code. @throws InputError and whatever the verb throws */
export async function runProgram(words: readonly string[]): Promise<number> {
  let help = "";
  let exitCode: number = EXIT.ok;
  const program = new Command("groundwork")
    .description("Simulates how a company takes up social ways of working, plan against plan.")
    .version(ENGINE_VERSION, "-V, --version")
    .addHelpText("after", HELP)
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => {}, outputError: () => {} })
    .exitOverride();
  addRunOptions(
    addQuestionOptions(program.command("run [DOCUMENT]").description("compare a document's plans")),
  )
    .option(
      "--runs <N>",
      `runs of every plan, 1 to ${RUNS_MAX}`,
      wholeNumber("runs", 1, RUNS_MAX),
      RUNS_DEFAULT,
    )
    .option("--out <DIR>", "write result.json, document.json and runs.csv into a folder")
    .action((document: string | undefined, options: RunVerbOptions) => runVerb(document, options));
  addQuestionOptions(
    program.command("check <DOCUMENT>").description("say whether a document can be run"),
  ).action((document: string, options: QuestionOptions) => checkVerb(document, options));
  program
    .command("diff <A> <B>")
    .description("tell how two documents, or two plans, differ; exit code 1 if they do")
    .action(async (a: string, b: string) => {
      exitCode = await diffVerb(a, b);
    });
  addVerify(program, (code) => (exitCode = code));
  addPatterns(program);
  addCalibrate(program);
  addFit(program);
  addAnalyses(program, addCompanyOptions, addRunOptions);
  addStudies(program, addRunOptions, (code) => (exitCode = code));
  addTakeAway(program, addQuestionOptions);
  program
    .command("list")
    .description("show the library's companies and plans, the measures, the parameters and the evidence")
    .addArgument(new Argument("[what]", "only one table").choices(LIST_TABLES))
    .action((what: ListTable | undefined) => listVerb(what));
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new InputError(complaint(error, words, program));
    await writeOut(help);
  }
  return exitCode;
}

function addVerify(program: Command, end: (exitCode: number) => void): void {
  const command = program
    .command("verify [FILE|LINK]")
    .description(
      "run a result, a folder of --out, a study, a document or a link again and compare every bit; exit code 1 if any differs",
    )
    .option("--document <FILE>", "the result's document (default: document.json beside it)")
    .option(
      "--runs <N>",
      "runs of a document's plans",
      wholeNumber("runs", 1, RUNS_MAX),
      VERIFY_RUNS_DEFAULT,
    );
  addRunOptions(addOrganisationOptions(command)).action(
    async (file: string | undefined, options: VerifyOptions) => end(await verifyVerb(file, options)),
  );
}

function addPatterns(program: Command): void {
  const command = program
    .command("patterns")
    .description("measure the patterns the model must reproduce together, and the claims it tests")
    .option("--seeds <N>", "seeds, 2 to 10000", wholeNumber("seeds", 2, 10_000), 32)
    .option("--employees <N>", "employees of the company", wholeNumber("employees", 1000, 1_000_000), 10_000)
    .option("--seed <TEXT>", "seed of all randomness", "patterns")
    .option("--measures <LIST>", "further measures: PLAN/MEASURE@WEEK or @FROM-TO, with commas", names);
  addRunOptions(command).action((options: PatternsOptions) => patternsVerb(options));
}

function addCalibrate(program: Command): void {
  program
    .command("calibrate [STUDY]")
    .description(
      "fit a study's factors to the weeks observed of a company; without STUDY, rule out assumptions that miss any " +
        "of the model's patterns (about an hour)",
    )
    .option("--first <N>", "patterns: points of the first wave", wholeNumber("first", 60, 100_000), 240)
    .option("--points <N>", "patterns: points of each later wave", wholeNumber("points", 1, 100_000), 120)
    .option("--waves <N>", "patterns: waves", wholeNumber("waves", 1, 100), 3)
    .option("--seeds <N>", "patterns: seeds of every point that is left", wholeNumber("seeds", 1, 1000), 4)
    .option(
      "--employees <N>",
      "patterns: employees of the company",
      wholeNumber("employees", 1000, 1_000_000),
      10_000,
    )
    .option("--seed <TEXT>", "patterns: seed of all randomness", "calibration")
    .option("--data <FILE>", "STUDY: observed weeks as CSV (default: the file that the study names)")
    .option(
      "--runs <N>",
      "STUDY: runs at most, for each model",
      wholeNumber("runs", 400, 10_000_000),
      OWN_USUAL.runs,
    )
    .option(
      "--particles <N>",
      "STUDY: points of the posterior",
      wholeNumber("particles", 20, 20_000),
      OWN_USUAL.particles,
    )
    .option("--draws <N>", "STUDY: runs of the bands", wholeNumber("draws", 20, 10_000), OWN_USUAL.draws)
    .option("--out <FILE>", "STUDY: write the posterior as a document's assumptions")
    .option("--json", "STUDY: the result as one JSON object")
    .addOption(
      new Option("--progress <STYLE>", "STUDY: progress on stderr")
        .choices(["auto", "json", "none"])
        .default("auto"),
    )
    .option("--workers <N>", "threads (default: all cores)", wholeNumber("workers", 0, WORKERS_MAX))
    .option("--cache <FILE>", "keep every trial there, and take up again what it holds")
    .action((study: string | undefined, options: CalibrateOptions & OwnVerbOptions) =>
      study === undefined ? calibrateVerb(options) : ownVerb(study, options),
    );
}

function addFit(program: Command): void {
  const period = (name: string): ((text: string) => number) => wholeNumber(name, 0, PERIOD_MAX);
  program
    .command("fit <SERIES>")
    .description("estimate the registration kernel from adoptions: is there contagion, and how much")
    .option("--ties <FILE>", "ties between the people as CSV: from, to")
    .option("--time <COLUMN>", "the people's column of periods (default: time)")
    .option("--group <COLUMN>", "the people's column of groups (default: group, if there is one)")
    .option("--adoptions <COLUMN>", "the column of counts (default: adoptions)")
    .option("--market <N>", "how many could adopt, for counts", wholeNumber("market", 1, PERIOD_MAX))
    .option("--from <PERIOD>", "first period observed, for people", period("from"))
    .option("--until <PERIOD>", "last period observed; later is not by then", period("until"))
    .option(
      "--draws <N>",
      `draws of the predictive bands, ${DRAWS_MIN} to ${DRAWS_MAX}`,
      wholeNumber("draws", DRAWS_MIN, DRAWS_MAX),
      DRAWS_DEFAULT,
    )
    .option("--seed <TEXT>", "seed of those draws", "groundwork")
    .option("--json", "the result as one JSON object")
    .action((series: string, options: FitOptions) => fitVerb(series, options));
}

/** Largest period and market that can be named. */
const PERIOD_MAX = 999_999_999;

/** How something is run and told. */
function addRunOptions(command: Command): Command {
  return command
    .option(
      "--workers <N>",
      "threads, 0 for none (default: all cores)",
      wholeNumber("workers", 0, WORKERS_MAX),
    )
    .option("--json", "the result as one JSON object")
    .addOption(
      new Option("--progress <STYLE>", "progress on stderr")
        .choices(["auto", "json", "none"])
        .default("auto"),
    );
}

function addOrganisationOptions(command: Command): Command {
  return command
    .option("--roster <FILE>", "people as CSV: id; unit, department, team, role, manager, site")
    .option("--ties <FILE>", "ties between them as CSV: source, target; weight")
    .option("--weight <COLUMN>", "the column of weights in the ties")
    .option("--directed", "the ties are directed");
}

function addQuestionOptions(command: Command): Command {
  return addCompanyOptions(command).option(
    "--plans <IDS>",
    "plans of the document or the library, with commas between them",
    names,
  );
}

/** A question without its plans. */
function addCompanyOptions(command: Command): Command {
  return addOrganisationOptions(command)
    .option("--weeks <N>", `horizon, 1 to ${WEEKS_MAX}`, wholeNumber("weeks", 1, WEEKS_MAX))
    .option("--seed <TEXT>", "seed of all randomness");
}

/** Commander's own words without their label; without a verb it only wants to show help. */
function complaint(error: CommanderError, words: readonly string[], { commands }: Command): string {
  const verbs = commands.map((command) => command.name()).join(", ");
  if (error.code === "commander.help" || words.length === 0) return `missing verb; one of ${verbs}`;
  return error.message.replace(/^error: /, "");
}
