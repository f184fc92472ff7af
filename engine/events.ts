/** What can happen to an employee in a week, as bits and codes, and what a week counts. */

/** Bits of scratch.asked. */
export const ASKED = {
  community: 1,
  platform: 2,
  communityFailed: 4,
  platformFailed: 8,
  documented: 16,
} as const;
/** What solved a problem. */
export const CHANNEL = {
  none: 0,
  local: 1,
  ambient: 2,
  communityBase: 3,
  platformBase: 4,
  communityPeople: 5,
  platformPeople: 6,
} as const;
/** This week's counts. */
export const COUNT = {
  leavers: 0,
  registrations: 1,
  posts: 2,
  attendees: 3,
  asks: 4,
  answers: 5,
  failedAsks: 6,
  solves: 7,
  ambientSolves: 8,
  localSolves: 9,
  documented: 10,
} as const;
