/** No worker at all: the runner on the calling thread, for restricted places and for tests. */
import type { Spawn } from "./lane.ts";
import { createRunner } from "./runner.ts";

export const spawnHere: Spawn = ({ onProgress }) => {
  const runner = createRunner(onProgress);
  return {
    runner: {
      setCompany: async (company) => runner.setCompany(company),
      runTask: runner.runTask,
      cancelTask: async () => runner.cancelTask(),
    },
    // A thread can't end itself: the task in hand stops at its next pause and its answer finds nobody.
    terminate: runner.cancelTask,
  };
};
