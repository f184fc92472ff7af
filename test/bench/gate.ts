/** What a week costs in reference rounds, by plan, as JSON; "doubled" is the quiet plan with everything done twice. */
import { ratioOf } from "./lockstep.ts";
import { benchSpecs } from "./specs.ts";

const EMPLOYEES = 2000;
const WEEKS = 104;
const ROUNDS = 12;

const specs = benchSpecs(EMPLOYEES, WEEKS);
const ratios = Object.fromEntries(specs.map(({ name, spec }) => [name, ratioOf(spec, ROUNDS)]));
console.log(JSON.stringify({ ...ratios, doubled: ratioOf(specs[0].spec, ROUNDS, 2) }));
