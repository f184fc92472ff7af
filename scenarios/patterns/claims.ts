/** Claims under test: measured and printed as found, never part of calibration nor of pass or fail. */
import { series, type Trace } from "../../engine/index.ts";
import { meanOver, YEAR_3, YEAR_4, type Laboratory } from "./laboratory.ts";

const MONTH = 4;

export function measureClaims(laboratory: Laboratory): Record<string, number> {
  const platform = laboratory.runLibrary("platform-first");
  const problems = laboratory.runLibrary("problems-first");
  const end = platform.weeks;
  const isFailed = series(platform, "npv")[end] < 0 || series(platform, "funding").some((share) => share < 1);
  return {
    isPlatformFailed: isFailed ? 1 : 0,
    launchUsers: launchUsers(problems, laboratory.trial.employees),
    launchUsersPlatformFirst: launchUsers(platform, laboratory.trial.employees),
    returnOverPlatformFirst:
      series(problems, "cohortReturn9to12Share")[end] / series(platform, "cohortReturn9to12Share")[end],
    deepShare: meanOver(problems, "deepShare", ...YEAR_4),
    deepSharePlatformFirst: meanOver(platform, "deepShare", ...YEAR_4),
    activeShare: meanOver(problems, "weeklyActiveShare", ...YEAR_3),
    activeSharePlatformFirst: meanOver(platform, "weeklyActiveShare", ...YEAR_3),
    npvPerHead: series(problems, "npv")[end] / laboratory.trial.employees,
    npvPerHeadPlatformFirst: series(platform, "npv")[end] / laboratory.trial.employees,
  };
}

/** Users four weeks after the launch, per 10,000 employees. */
function launchUsers(trace: Trace, employees: number): number {
  const registered = series(trace, "registeredShare");
  const launch = registered.findIndex((share) => share > 0);
  if (launch < 0) return 0;
  const week = Math.min(trace.weeks, launch + MONTH - 1);
  return (registered[week] * series(trace, "employees")[week] * 10_000) / employees;
}
