/** What a worker keeps of the question at hand: a history for each of the first replicates, within a share of the memory. */
import { canonicalText } from "../engine/index.ts";
import { KEPT_REPLICATES, keptReplicates } from "./kept.ts";
import { createHistory, type History } from "./history.ts";
import type { Task } from "./task.ts";

export interface Memory {
  /** The history of a task's replicate; undefined if it is not to be kept. */
  readonly historyOf: (task: Task) => History | undefined;
  readonly clear: () => void;
}

interface Kept {
  readonly history: History;
  /** The last task, by number, about its replicate. */
  used: number;
}

/** One question at a time; its replicates share the bytes evenly. */
export function createMemory(): Memory {
  const replicates = new Map<number, Kept>();
  let question = "";
  let tasks = 0;

  function historyOf(task: Task): History | undefined {
    const { keptBytes = 0 } = task;
    const { replicate, ...rest } = task.spec;
    if (keptBytes === 0 || replicate >= KEPT_REPLICATES) return undefined;
    const asked = canonicalText([rest, task.groupBy ?? [], keptBytes]);
    if (asked !== question) replicates.clear();
    question = asked;
    tasks++;
    const most = keptReplicates(keptBytes);
    if (!replicates.has(replicate) && replicates.size === most) forgetOne();
    if (!replicates.has(replicate) && replicates.size === most) return undefined;
    const kept = replicates.get(replicate) ?? { history: createHistory(keptBytes / most), used: tasks };
    kept.used = tasks;
    replicates.set(replicate, kept);
    return kept.history;
  }

  /**
   * Forgets a replicate that has gone to another worker. Replicates come round and round: if the one longest unused
   * went first, a single one too many would cost them all.
   */
  function forgetOne(): void {
    for (const [replicate, { used }] of replicates) {
      if (tasks - used <= 2 * replicates.size) continue;
      replicates.delete(replicate);
      return;
    }
  }

  return { historyOf, clear: () => replicates.clear() };
}
