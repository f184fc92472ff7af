/** Small settings for the analyses, and the engine itself as their evaluator. */
import { run, runTwin, type RunSpec } from "../../engine/index.ts";
import {
  checkDocument,
  resolveOrganisation,
  type EvaluatePlans,
  type PairedTask,
  type Setting,
} from "../../scenarios/index.ts";

/** A company of its own size and assumptions; its document has a plan that does nothing. */
export function settingOf(changes: object = {}, employees = 120): Setting {
  const document = checkDocument({
    groundwork: 1,
    name: "Small setting",
    company: { employees },
    plans: [{ id: "nothing", name: "Nothing", interventions: [] }],
    seed: "analyses",
    weeks: 60,
    ...changes,
  });
  return { document, organisation: resolveOrganisation(document) };
}

/** What a task's plan is to the engine. */
export function specOf({ organisation }: Setting, { spec }: PairedTask, plan: RunSpec["plan"]): RunSpec {
  return { ...spec, company: organisation.company, plan };
}

/** Every task on this thread; `seen` hears of them. */
export function engineEvaluation(setting: Setting, seen: PairedTask[] = []): EvaluatePlans {
  return (tasks, keep) =>
    Promise.resolve(
      tasks.map((task) => {
        seen.push(task);
        const twin = runTwin(specOf(setting, task, []));
        return task.plans.map((plan) => keep(run(specOf(setting, task, plan), { twin })));
      }),
    );
}
