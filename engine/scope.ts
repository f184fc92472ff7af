/** Whom an intervention or a shock concerns. */
import type { Scope } from "./interventions.ts";
import type { Organisation } from "./organisation.ts";

/** Whether a cell (unit, role, site) lies in a scope; a missing scope holds everybody. */
export function cellInScope(organisation: Organisation, scope: Scope | undefined, cell: number): boolean {
  if (!scope) return true;
  const { cellUnit, cellRole, cellSite } = organisation;
  if (scope.units && !scope.units.includes(cellUnit[cell])) return false;
  if (scope.roles && !scope.roles.includes(cellRole[cell])) return false;
  return !scope.sites || scope.sites.includes(cellSite[cell]);
}

/** Whether an employee lies in a scope. */
export function scopeHolds(organisation: Organisation, scope: Scope | undefined, a: number): boolean {
  return !scope || cellInScope(organisation, scope, organisation.cell[a]);
}

/** Whether a unit lies in a scope. */
export function unitInScope(scope: Scope | undefined, unit: number): boolean {
  return !scope?.units || scope.units.includes(unit);
}
