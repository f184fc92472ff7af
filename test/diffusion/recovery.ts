/** Prints the tables of docs/fit.md, 200 series a setting and the real ones where they lie: `npm run recovery`. */
import { fitReal, REAL } from "./real.ts";
import { curveLines, findingLines, fitLines, recoveryLines } from "./tables.ts";
import { recover, SETTINGS } from "./trials.ts";

const TRIALS = 200;
const LOW = 0.9;
const HIGH = 0.99;

const all = SETTINGS.map((setting) => {
  const one = recover(setting, TRIALS);
  console.error(`${setting.name}: ${TRIALS} trials`);
  return one;
});
const recoveries = all.flatMap((one) => one.recoveries);
console.log(recoveryLines(recoveries).join("\n"));
console.log("");
console.log(findingLines(all.flatMap((one) => one.findings)).join("\n"));
for (const data of REAL) {
  const fit = await fitReal(data);
  console.log(fit === undefined ? `\nSKIPPED: no ${data.folder}` : `\n${fitLines(fit).join("\n")}`);
  if (fit !== undefined) console.log(`\n${curveLines(fit).join("\n")}`);
}
// Of a coefficient that can't be below its true value, an interval may cover more often than it says, never less.
const outside = recoveries.filter(
  ({ covered, truth }) => covered < LOW * TRIALS || (truth > 0 && covered > HIGH * TRIALS),
);
for (const { setting, name, covered } of outside)
  console.error(`outside 90–99%: ${name} of ${setting}: ${covered} of ${TRIALS}`);
process.exitCode = outside.length > 0 ? 1 : 0;
