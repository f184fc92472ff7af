/** What one run is made from: plain numbers and indices; names live in scenarios/. */
import type { Intervention, Shock } from "./interventions.ts";
import type { Parameters } from "./parameters.ts";

/** An organisation given person by person; employee = index. All arrays have employeeCount entries. */
export interface Roster {
  /** Business unit, 0 … unitCount − 1. */
  readonly unit: Uint16Array;
  readonly department: Uint16Array;
  readonly team: Uint32Array;
  readonly role: Uint8Array;
  /** 0 = no reports, 1 = leads a team, 2 = a department, … */
  readonly level: Uint8Array;
  readonly site: Uint8Array;
}

/** Who is tied to whom. */
export type TieSpec =
  /** Team cliques, a project group of 6 in the department, one long tie a head. */
  | { readonly kind: "synthetic" }
  /** Undirected pairs of employees; duplicates and self-ties have been removed. */
  | { readonly kind: "imported"; readonly source: Uint32Array; readonly target: Uint32Array }
  /** Erdős–Rényi G(n, p) with p = meanDegree / (n − 1). */
  | { readonly kind: "random"; readonly meanDegree: number }
  /** Ring lattice, `degree` even. */
  | { readonly kind: "ring"; readonly degree: number }
  /** Everybody sees everybody; no ties are stored. */
  | { readonly kind: "complete" };

export interface Company {
  /** 1 … 1,000,000. */
  readonly employeeCount: number;
  /** Missing = a synthetic organisation. */
  readonly roster?: Roster;
  readonly ties: TieSpec;
  /** Share of ties rewired at random, degrees kept; in [0, 10], 1 = as many swaps as ties. */
  readonly rewiring?: number;
  /** Roles of a synthetic organisation; default clamp(⌊N/25⌋, 1, 12). */
  readonly roleCount?: number;
  /** Sites of a synthetic organisation, by department; default 1. */
  readonly siteCount?: number;
  /** The role whose output and learning are sales-like; −1 = none. */
  readonly salesLikeRole: number;
  /** Employees already registered at the start (an already live platform is a plan's business). */
  readonly registeredAtStart?: readonly number[];
}

export interface RunSpec {
  readonly company: Company;
  readonly parameters: Parameters;
  readonly plan: readonly Intervention[];
  readonly shocks: readonly Shock[];
  /** 1 … 1040. */
  readonly weeks: number;
  /** The document's seed as two unsigned 32-bit words. */
  readonly seed: readonly [number, number];
  /** 0, 1, 2 …; the only part of a run's randomness that is not the document's. */
  readonly replicate: number;
}
