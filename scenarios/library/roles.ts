/** Roles of companies of which nothing else is said, largest first. */
export const USUAL_ROLES = [
  "Operations specialist",
  "Account manager",
  "Customer service agent",
  "Software engineer",
  "Analyst",
  "Product manager",
  "Field engineer",
  "Buyer",
  "Financial controller",
  "Marketing specialist",
  "HR partner",
  "Legal counsel",
];
