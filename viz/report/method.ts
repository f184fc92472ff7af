/** A report's method: what was asked of which plans, what varied, by which design, and how to make it all again. */
import { ENGINE_VERSION, PARAMETERS } from "../../engine/index.ts";
import { documentSha256 } from "../../scenarios/index.ts";
import type { Layout, Study } from "../../scenarios/studies/index.ts";
import { digits } from "../../scenarios/words.ts";

/** A study longer than this stays in its folder, named by its digest. */
const STUDY_TEXT_MOST = 200_000;

interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

interface Method {
  readonly method: readonly { readonly heading: string; readonly sentences: readonly string[] }[];
  readonly factors: Table;
}

export function methodOf({ study, experiment, planIds, replicates }: Layout): Method {
  const { document, design, outputs, seed } = study;
  const points = experiment.points.length;
  const plans = document.plans.map(({ name }) => name).join(", ");
  return {
    method: [
      {
        heading: "What was asked",
        sentences: [
          `${document.name}, over ${document.weeks} weeks: ${planIds.length === 1 ? "one plan" : `${planIds.length} plans`} (${plans}), each simulated person by person and compared with the same company without a programme.`,
          ...(study.notes === undefined ? [] : [study.notes]),
        ],
      },
      {
        heading: "How it was tried",
        sentences: [
          `${points} points of a ${design.kind} design, each run ${replicates === 1 ? "once" : `${replicates} times`} with every plan: ${points * replicates * planIds.length} runs, ${outputs.length} kept figures, seed ${seed}.`,
          "Replicate r has the same luck at every point and in every plan, so that differences are the doing of plans and assumptions.",
          "Means have Student's interval, shares Wilson's, percentiles order statistics; break-evens and values of information draw points again. All are of 95%, count points and say what more of them would change; they don't say that the model or the ranges are right.",
          "Regret and satisficing follow McPhail et al. (2018), failures are found by PRIM (Friedman & Fisher 1999; Bryant & Lempert 2010), values of information are those of Raiffa & Schlaifer (1961), counted on points that didn't decide.",
        ],
      },
    ],
    factors: {
      title: "What varied",
      rows: [
        ["assumption", "name", "distribution", "values"],
        ...(study.factors.length > 0
          ? study.factors.map(factorRow)
          : experiment.factors.map((name) => [labelOf(name), name, "given", "in the study's table"])),
      ],
    },
  };
}

function labelOf(name: string): string {
  return PARAMETERS.find((row) => row.name === name)?.label ?? name;
}

function factorRow(factor: Study["factors"][number]): string[] {
  const { name, distribution, ...numbers } = factor;
  const text = Object.entries(numbers)
    .map(([key, value]) =>
      typeof value === "number"
        ? `${key} ${digits(value)}`
        : (value as readonly number[]).map(digits).join(", "),
    )
    .join(", ");
  return [labelOf(name), name, distribution, text];
}

interface Reproduction {
  readonly digests: Table;
  readonly commands: readonly string[];
  readonly study: string;
}

export function reproduction(
  { study, sha }: Layout,
  results: string,
  table: string,
  asked: { readonly output: string; readonly threshold: number },
): Reproduction {
  const text = JSON.stringify(study, undefined, 2);
  return {
    digests: {
      title: "Digests (SHA-256), the same on every machine and for any number of workers",
      rows: [
        ["of", "digest"],
        ["study", sha],
        ["document", documentSha256(study.document)],
        ["table.parquet", table],
        ["engine", `${ENGINE_VERSION}, results ${results}`],
      ],
    },
    commands: [
      "groundwork study study.json --out DIR",
      "groundwork verify DIR",
      `groundwork decide DIR --output ${asked.output} --threshold ${asked.threshold}`,
      "groundwork analyse DIR",
      `groundwork report DIR --output ${asked.output} --threshold ${asked.threshold} --html FILE`,
    ],
    study: text.length > STUDY_TEXT_MOST ? `too long to be shown; its digest is ${sha}` : text,
  };
}
