/** The command line's grammar of the analyses: orders, ablations, drivers and phase. */
import { Option, type Command } from "commander";
import { EMPLOYEES_MAX, ORDERS, WEEKS_MAX } from "../../scenarios/index.ts";
import { ablationsVerb, type AblationsOptions } from "./ablations.ts";
import type { DriversOptions } from "./drivers.ts";
import { names, positiveNumber, wholeNumber } from "./options.ts";
import { optimiseVerb, type OptimiseOptions } from "./optimise.ts";
import { ordersVerb, type OrdersOptions } from "./orders.ts";
import { phaseVerb, type PhaseVerbOptions } from "./phase.ts";

const RUNS_MAX = 10_000;
const POINTS_MAX = 100_000;
/** Fewer have too few roles and units for communities to be many. */
const PHASE_EMPLOYEES_MIN = 500;
/** Orders, a generation and a comparison need so many. */
const BUDGET_MIN = 1000;
const BUDGET_MAX = 10_000_000;

type Add = (command: Command) => Command;

/** Adds the four verbs; how a question is asked and how something is run are the program's own options. */
export function addAnalyses(program: Command, addQuestion: Add, addRun: Add): void {
  addRun(
    addQuestion(
      program
        .command("orders [DOCUMENT]")
        .description("rank the same five interventions in all 120 orders; DOCUMENT or a library company"),
    ),
  )
    .addOption(runs(8))
    .option("--top <N>", "orders shown, best first", wholeNumber("top", 1, ORDERS.length), 10)
    .option("--equal-budget", "end every order when it has spent what the thriftiest spends")
    .option("--write <FILE>", "put the result between the marks of a Markdown page")
    .action((document: string | undefined, options: OrdersOptions) => ordersVerb(document, options));
  addRun(
    addQuestion(
      program
        .command("ablations [DOCUMENT]")
        .description("switch each claim's mechanism off in turn; DOCUMENT or a library company"),
    ),
  )
    .addOption(runs(8))
    .option("--write <FILE>", "put the result between the marks of a Markdown page")
    .action((document: string | undefined, options: AblationsOptions) => ablationsVerb(document, options));
  addDrivers(program, addQuestion, addRun);
  addPhase(program, addRun);
  addOptimise(program, addQuestion, addRun);
}

function addDrivers(program: Command, addQuestion: Add, addRun: Add): void {
  const command = program
    .command("drivers [DOCUMENT]")
    .description("tell which assumptions move the difference of two plans, or which stages make it")
    .option("--pair <IDS>", "the second plan against the first; one plan against doing nothing", names)
    .option("--measure <NAME>", "what is compared (see list measures)", "npv")
    .option("--week <N>", "week it is compared at (default: the last)", wholeNumber("week", 0, WEEKS_MAX))
    .option("--stages", "split it over the stages of the plans instead")
    .option("--runs <N>", "paired runs (default: 12; 8 with --stages)", wholeNumber("runs", 1, RUNS_MAX))
    .option("--screen-runs <N>", "runs of the screening", wholeNumber("screen-runs", 1, RUNS_MAX), 2)
    .option("--top <N>", "assumptions run again and shown", wholeNumber("top", 1, 200), 10)
    .option("--stand-in", "on a stand-in of 1,000 employees, as the page");
  addRun(addQuestion(command)).action(async (document: string | undefined, options: DriversOptions) =>
    (await import("./drivers.ts")).driversVerb(document, options),
  );
}

function addOptimise(program: Command, addQuestion: Add, addRun: Add): void {
  const command = program
    .command("optimise [DOCUMENT]")
    .description(
      "find the best plan, by dates, sizes and order of the five interventions, and compare it with the best of the 120 orders",
    )
    .requiredOption("--budget <N>", "runs of plans at most", wholeNumber("budget", BUDGET_MIN, BUDGET_MAX))
    .option(
      "--spend <USD>",
      "discounted money that no plan may exceed: it ends when it would",
      positiveNumber("spend"),
    )
    .option(
      "--members <FILE>",
      "assumptions to be robust over, as calibrate writes them (default: the document's)",
    )
    .option("--cache <FILE>", "keep every run there, and take up again what it holds")
    .option("--out <FILE>", "write the plans found as a document, to open in Compare");
  addRun(addQuestion(command)).action((document: string | undefined, options: OptimiseOptions) =>
    optimiseVerb(document, options),
  );
}

function addPhase(program: Command, addRun: Add): void {
  const command = program
    .command("phase")
    .description("tell where in the plausible space problems first beats platform first")
    .option("--points <N>", "points of the plausible space", wholeNumber("points", 1, POINTS_MAX), 500)
    .addOption(runs(4))
    .option(
      "--employees <N>",
      "employees of the company",
      wholeNumber("employees", PHASE_EMPLOYEES_MIN, EMPLOYEES_MAX),
      2000,
    )
    .option("--seed <TEXT>", "seed of all randomness", "groundwork")
    .option("--out <FILE>", "write every point as a row of CSV")
    .option("--write <FILE>", "put the result between the marks of a Markdown page");
  addRun(command).action((options: PhaseVerbOptions) => phaseVerb(options));
}

function runs(usual: number): Option {
  return new Option("--runs <N>", `replicates, 1 to ${RUNS_MAX}`)
    .argParser(wholeNumber("runs", 1, RUNS_MAX))
    .default(usual);
}
