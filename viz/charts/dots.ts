/** How many dots stand for all runs, each for as many of them. */
export const DOTS = 50;
