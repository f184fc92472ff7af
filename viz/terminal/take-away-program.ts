/** The grammar of the verbs that make something to take away; charts are loaded when one of them is used. */
import { Option, type Command } from "commander";
import { WEEKS_MAX } from "../../scenarios/index.ts";
import { FIGURE_NAMES } from "../figures/names.ts";
import type { FigureOptions } from "./figure.tsx";
import { linkVerb, type LinkOptions } from "./link.ts";
import { wholeNumber } from "./options.ts";
import type { PresentOptions } from "./present.ts";
import type { SlidesOptions } from "./slides.ts";
import { RUNS_DEFAULT, RUNS_MAX, WORKERS_MAX } from "./run.ts";

type AddOptions = (command: Command) => Command;

export function addTakeAway(program: Command, addQuestionOptions: AddOptions): void {
  addDeskOptions(
    program.command("figure [DOCUMENT]").description("draw one chart as SVG or PNG, or write its numbers"),
    addQuestionOptions,
  )
    .addOption(
      new Option("--chart <NAME>", "which").choices(FIGURE_NAMES).default("fan").makeOptionMandatory(),
    )
    .requiredOption("--out <FILE>", "FILE.svg, FILE.png, FILE.csv or FILE.json")
    .addOption(new Option("--theme <NAME>", "colours").choices(["light", "dark"]).default("light"))
    .option("--width <N>", "pixels", wholeNumber("width", WIDTH_LEAST, WIDTH_MOST), 1000)
    .action(async (document: string | undefined, options: FigureOptions) => {
      const { figureVerb } = await import("./figure.tsx");
      await figureVerb(document, options);
    });
  addDeskOptions(
    program
      .command("slides [DOCUMENT]")
      .description("make a presentation of every chart, to be edited there"),
    addQuestionOptions,
  )
    .requiredOption("--out <FILE>", "FILE.pptx")
    .action(async (document: string | undefined, options: SlidesOptions) => {
      const { slidesVerb } = await import("./slides.ts");
      await slidesVerb(document, options);
    });
  addProof(
    program
      .command("present [DOCUMENT]")
      .description("make one file that presents a document anywhere, offline, and proves its result"),
    addQuestionOptions,
  )
    .requiredOption("--out <FILE>", "FILE.html")
    .option("--pseudonyms", "put the people of --roster into the file, without any of their names")
    .action(async (document: string | undefined, options: PresentOptions) => {
      const { presentVerb } = await import("./present.ts");
      await presentVerb(document, options);
    });
  addLink(program, addQuestionOptions);
}

function addLink(program: Command, addQuestionOptions: AddOptions): void {
  addProof(
    program
      .command("link [DOCUMENT]")
      .description("put a document and the digest of its result into an address that anybody can check"),
    addQuestionOptions,
  )
    .option("--at <ADDRESS>", "where the page is", "http://localhost:4173/")
    .action((document: string | undefined, options: LinkOptions) => linkVerb(document, options));
}

/** Runs whose digest goes along; a reader's page does them again. */
function addProof(command: Command, addQuestionOptions: AddOptions): Command {
  return addPool(
    addQuestionOptions(command).option(
      "--runs <N>",
      "runs of every plan, 1 to 400",
      wholeNumber("runs", 1, 400),
      RUNS_DEFAULT,
    ),
  );
}

function addPool(command: Command): Command {
  return command
    .option(
      "--workers <N>",
      "threads, 0 for none (default: all cores)",
      wholeNumber("workers", 0, WORKERS_MAX),
    )
    .addOption(
      new Option("--progress <STYLE>", "progress on stderr")
        .choices(["auto", "json", "none"])
        .default("auto"),
    );
}

const WIDTH_LEAST = 320;
const WIDTH_MOST = 4000;

/** What is simulated, and how it is looked at. */
function addDeskOptions(command: Command, addQuestionOptions: AddOptions): Command {
  return addPool(
    addQuestionOptions(command)
      .option(
        "--runs <N>",
        `runs of every plan, 1 to ${RUNS_MAX}`,
        wholeNumber("runs", 1, RUNS_MAX),
        RUNS_DEFAULT,
      )
      .option("--week <N>", "the week line's place (default: the last)", wholeNumber("week", 0, WEEKS_MAX))
      .option("--measure <NAME>", "the measure looked at (default: deepShare)"),
  );
}
