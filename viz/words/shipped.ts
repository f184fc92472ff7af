/** What is said of the runs that came with the page: how many were made again here, and whether they came out the same. */

export function shippedText(runs: number, identical: number, isStopped: boolean): string {
  if (isStopped && identical === 0) return `${runs} runs, not checked here`;
  if (identical === 0) return `${runs} runs, checking the first`;
  const which = identical === 1 ? "the first" : `the first ${identical}`;
  return `${runs} runs, ${which} checked here: identical`;
}

/** Replicates count from 0. */
export function refutedSentence(plan: string, replicate: number): string {
  return `Run ${replicate} of “${plan}” came out differently here than where the page was made: only runs made here are shown.`;
}
