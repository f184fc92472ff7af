/** The identity's colours, once: custom properties on the page, plain colours in exports and goldens. */

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly secondary: string;
  readonly rule: string;
  /** By a plan's place in the document; further plans take `further`. */
  readonly plans: readonly string[];
  readonly further: string;
  /** From "not registered" to "deep". */
  readonly states: readonly string[];
}

// Checked: text contrast of at least 4.69, plans distinguishable under three colour deficiencies.
export const LIGHT: Palette = {
  paper: "#fbfaf7",
  ink: "#1c1b19",
  secondary: "#5d5a54",
  rule: "#d9d5cc",
  plans: ["#b8531b", "#0f6b8f", "#2e2e2e"],
  further: "#5d5a54",
  states: ["#dad6cc", "#b3bfa0", "#7e9e6e", "#3f7a4c", "#0e4a2c"],
};

export const DARK: Palette = {
  paper: "#14171a",
  ink: "#e8e6e1",
  secondary: "#a5a29b",
  rule: "#33373a",
  plans: ["#f2935c", "#5bb8db", "#e8e6e1"],
  further: "#a5a29b",
  states: ["#33373a", "#4e6150", "#6b8f66", "#93c486", "#d2f5bf"],
};

/** The page's own: style.css gives the properties their light and dark values. */
export const PAGE: Palette = {
  paper: "var(--paper)",
  ink: "var(--ink)",
  secondary: "var(--secondary)",
  rule: "var(--rule)",
  plans: ["var(--plan-1)", "var(--plan-2)", "var(--plan-3)"],
  further: "var(--secondary)",
  states: ["var(--state-1)", "var(--state-2)", "var(--state-3)", "var(--state-4)", "var(--state-5)"],
};

export function planColour(palette: Palette, plan: number): string {
  return palette.plans[plan] ?? palette.further;
}

/** The third plan is dashed, so that it is told from ink without colour. */
export function planDash(plan: number): string | undefined {
  return plan === 2 ? "6 3" : undefined;
}
