/** The sheet that is open; its script is loaded when it is first asked for. */
import type { ComponentType, JSX } from "preact";
import { onDemand } from "../shell/on-demand.tsx";
import { openSheet, type SheetName } from "../store/sheets.ts";

const SHEETS: Readonly<Record<SheetName, ComponentType>> = {
  documents: onDemand(async () => (await import("./documents.tsx")).DocumentsSheet),
  company: onDemand(async () => (await import("./company.tsx")).CompanySheet),
  assumptions: onDemand(async () => (await import("./assumptions.tsx")).AssumptionsSheet),
  export: onDemand(async () => (await import("../exports/export-sheet.tsx")).ExportSheet),
};

export function OpenSheet(): JSX.Element | null {
  const name = openSheet.value;
  if (name === null) return null;
  const Content = SHEETS[name];
  return <Content key={name} />;
}
