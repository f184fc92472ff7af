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

/** What is counted of people who take part; the first of the five states is everybody else. */
export const PART = {
  users: 0,
  /** Users where the platform is open. */
  openUsers: 1,
  weeklyActive: 2,
  monthlyActive: 3,
  posters: 4,
  frequentPosters: 5,
  readOnly: 6,
  shallow: 7,
  members: 8,
  coreMembers: 9,
  activeMembers: 10,
  registeredOnly: 11,
  readers: 12,
  contributors: 13,
  deep: 14,
} as const;

/** Sums over all seats, the vacant among them. Traits are Float32 of at least 2⁻⁶, so sums are exact in any order. */
export const SUM = { skill: 0, engagement: 1, engaged: 2, disengaged: 3 } as const;
