/** The library's companies: kinds of firm, each no more than its description says. */
import { CONTRARY_COMPANIES } from "./contrary.ts";
import { addKnown, GLOBAL_BANK, type LibraryCompany } from "./known.ts";
import { USUAL_ROLES } from "./roles.ts";
import { workplace } from "./workplace.ts";

const USUAL_COMPANIES: readonly LibraryCompany[] = [
  GLOBAL_BANK,
  {
    id: "insurer",
    name: "Insurer",
    note:
      "An insurer with 8,000 employees whose largest role are claims adjusters. They judge similar cases all day " +
      "and rarely see how a colleague two desks away judged the same one.",
    company: {
      employees: 8000,
      roles: [
        "Claims adjuster",
        "Customer service agent",
        "Underwriter",
        "Insurance agent",
        "Software engineer",
        "Actuary",
        "Loss surveyor",
        "Product manager",
        "Compliance officer",
        "HR partner",
      ],
      sites: ["Head office", "Claims centre north", "Claims centre south", "Branches"],
    },
    assumptions: {},
  },
  {
    id: "ibm-like",
    name: "Large technology company",
    note:
      "100,000 employees and a strong grassroots culture: people build things for each other before anybody asks. " +
      "Champions stay at half a percent of the employees, as reported of a programme of this kind.",
    company: {
      employees: 100_000,
      roles: [
        "Software engineer",
        "Consultant",
        "Sales specialist",
        "Service engineer",
        "Project manager",
        "Support analyst",
        "Architect",
        "Researcher",
        "Product manager",
        "Finance analyst",
        "HR partner",
        "Legal counsel",
      ],
      salesLikeRole: "Sales specialist",
      sites: ["Americas", "Europe", "India", "Asia and Pacific"],
    },
    assumptions: { grassroots: 5, championShareMax: 0.005 },
  },
  {
    id: "field-service",
    name: "Field service",
    note:
      "25,000 technicians who all do the same work, alone, at customers' machines. Every fault has been met by somebody " +
      "before. One role makes for many communities of the same kind.",
    company: { employees: 25_000, roles: ["Service technician"], sites: ["North", "East", "South", "West"] },
    assumptions: {},
  },
  {
    id: "oil-major",
    name: "Oil major",
    note:
      "30,000 employees at wells, refineries and offices around the world. Such a firm has run about 150 networks of " +
      "practice, none without a reason of business; the plan 150 networks goes with it.",
    company: {
      employees: 30_000,
      roles: [
        "Process operator",
        "Maintenance technician",
        "Drilling engineer",
        "Reservoir engineer",
        "Geologist",
        "Safety officer",
        "Project engineer",
        "Trader",
        "Buyer",
        "Software engineer",
        "Financial controller",
        "HR partner",
      ],
      sites: ["North Sea", "Gulf of Mexico", "West Africa", "Middle East", "Alaska", "Head office"],
    },
    assumptions: {},
  },
  {
    id: "remote-consultancy",
    name: "Remote consultancy",
    note:
      "3,000 consultants who work at clients and from home. A community meets only every fifth week, " +
      "because getting people together is hard.",
    company: {
      employees: 3000,
      roles: ["Consultant", "Analyst", "Project manager", "Partner", "Designer", "HR partner"],
      sites: ["Remote"],
    },
    assumptions: { attendanceFrequency: 0.2 },
  },
  {
    id: "start-up",
    name: "Start-up",
    note: "250 people. Most know most; there is one unit and little to review.",
    company: {
      employees: 250,
      roles: [
        "Software engineer",
        "Customer success manager",
        "Sales specialist",
        "Designer",
        "Product manager",
      ],
      sites: ["Office"],
    },
    assumptions: {},
  },
  {
    id: "regulated-firm",
    name: "Regulated firm",
    note:
      "10,000 employees under strict supervision: every review of a platform, a community or a unit's own project " +
      "takes twice as long at first.",
    company: {
      employees: 10_000,
      roles: [
        "Operations specialist",
        "Laboratory analyst",
        "Quality manager",
        "Clinical associate",
        "Software engineer",
        "Regulatory specialist",
        "Product manager",
        "Financial controller",
        "HR partner",
        "Legal counsel",
      ],
    },
    assumptions: { platformReviewWeeks: 52, communityReviewWeeks: 8, projectReviewWeeks: 60 },
  },
  {
    id: "forced-ranking-shop",
    name: "Forced-ranking shop",
    note:
      "5,000 employees who are ranked against each other every year, with a quota for the bottom. " +
      "Whoever helps a colleague helps a rival.",
    company: {
      employees: 5000,
      roles: [
        "Operations specialist",
        "Software engineer",
        "Account manager",
        "Analyst",
        "Product manager",
        "HR partner",
      ],
    },
    assumptions: { isForcedRanking: 1 },
  },
  {
    id: "vanity-sponsor",
    name: "Vanity sponsor",
    note:
      "10,000 employees and executives who look at the number of users. What a programme is measured to be worth " +
      "moves them little.",
    company: { employees: 10_000, roles: USUAL_ROLES },
    assumptions: { vanityWeight: 0.85, benefitWeight: 0.15 },
  },
  {
    id: "optimists-firm",
    name: "Optimist's firm",
    note:
      "10,000 employees as an enthusiast would describe them: problems are worth more, people help readily, needs weigh " +
      "more in engagement, all of the productivity that goes with engagement is caused by it, and benefits show by themselves.",
    company: { employees: 10_000, roles: USUAL_ROLES },
    assumptions: {
      problemValueMedian: 400,
      helpBase: 0.9,
      engagementReach: 0.4,
      causalShare: 1,
      engagementOutput: 1,
      unmeasuredShare: 0.5,
    },
  },
  {
    id: "measured-workplace",
    name: "Measured workplace",
    note:
      "217 people in 12 departments, made up so that who meets whom has the structure of a public-health office in " +
      "which face-to-face contacts were measured by badges for two weeks. The department is the role.",
    company: { employees: 217 },
    assumptions: {},
    people: workplace,
  },
];

/** All companies, the usual ones first, then those in which a platform first should be able to win. */
export const COMPANIES: readonly LibraryCompany[] = [...USUAL_COMPANIES, ...CONTRARY_COMPANIES];

addKnown(COMPANIES);
