/** Six companies in which platform first should be able to win, fixed before any run; results are shown as found. */
import type { LibraryCompany } from "./known.ts";
import { USUAL_ROLES } from "./roles.ts";

export const CONTRARY_COMPANIES: readonly LibraryCompany[] = [
  {
    id: "dispersed-firm",
    name: "Dispersed firm, good tool",
    note:
      "5,000 people at forty small sites who seldom meet, and a platform that is cheap, quickly approved and relevant " +
      "from the first day, and shows half of what it is worth without a study. If distance is the problem, " +
      "a platform may be the simple method.",
    company: {
      employees: 5000,
      roles: USUAL_ROLES,
      sites: Array.from({ length: 40 }, (_, i) => `Site ${i + 1}`),
    },
    assumptions: {
      attendanceFrequency: 0.1,
      platformRelevanceLow: 0.4,
      platformRelevanceHigh: 0.95,
      platformReviewWeeks: 8,
      seatUsdPerMonth: 1,
      integrationUsd: 10,
      unmeasuredShare: 0.5,
    },
  },
  {
    id: "grassroots-firm",
    name: "Strong grassroots culture",
    note:
      "10,000 employees who found communities ten times as readily as elsewhere. Give them a platform " +
      "and the communities may follow by themselves.",
    company: { employees: 10_000, roles: USUAL_ROLES },
    assumptions: { grassroots: 10 },
  },
  {
    id: "rare-expertise",
    name: "Rare expertise, very large firm",
    note:
      "200,000 employees whose hard problems are known to perhaps one in fifty thousand. No community of a few hundred " +
      "holds such a person; only reach across the whole firm finds them.",
    company: { employees: 200_000, roles: USUAL_ROLES },
    assumptions: { rarityLow: 0.00002, rarityHigh: 0.2 },
  },
  {
    id: "small-firm",
    name: "Under 300 people",
    note: "150 people. Five stages may be too much apparatus for a firm of this size, and a simple tool enough.",
    company: { employees: 150, roles: USUAL_ROLES },
    assumptions: {},
  },
  {
    id: "short-horizon",
    name: "Short horizon",
    note:
      "10,000 employees and two years to show something: what begins in the third year doesn't count. " +
      "Whoever starts the platform late never sees it.",
    company: { employees: 10_000, roles: USUAL_ROLES },
    assumptions: {},
    weeks: 104,
  },
  {
    id: "informal-communities",
    name: "Informal communities already there",
    note:
      "10,000 employees, and in six of ten groups that could form a community people already meet without being asked. " +
      "The first stage is done; a platform may be the next.",
    company: { employees: 10_000, roles: USUAL_ROLES },
    assumptions: { startCommunityShare: 0.6 },
  },
];
