/** What an answer stands on while the page shows more runs than were made here, in words. */

/** A sentence, with the space before it; undefined = it stands on all that is shown, and nothing is said. */
export function fewText(runs: number | undefined): string {
  if (runs === undefined) return "";
  return ` This stands on ${runs === 1 ? "one run" : `the ${runs} runs`} made here.`;
}
