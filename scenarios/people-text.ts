/** A nameless organisation as a text for a file that stands alone, and back: numbers, deflated, in plain letters. */
import * as z from "zod/mini";
import { inputError, InputError } from "./errors.ts";
import { whole } from "./fields.ts";
import type { ImportedOrganisation } from "./import/index.ts";
import { parseJson } from "./json.ts";
import { EMPLOYEES_MAX } from "./limits.ts";
import { fromBase64Url, toBase64Url } from "./links/base64url.ts";
import { deflate, inflate } from "./links/deflate.ts";

/** A million people with ten ties each come to less. */
const UNPACKED_MOST = 200 * 1024 * 1024;
const PLACE = "the lists of people";

const numbers = z.string({ error: "not text" });
const schema = z.strictObject({
  people: whole(1, EMPLOYEES_MAX),
  units: whole(1, 65_536),
  roles: whole(1, 256),
  sites: whole(1, 256),
  unit: numbers,
  department: numbers,
  team: numbers,
  role: numbers,
  level: numbers,
  site: numbers,
  /** Steps from each source to the next, and from each source to its target. */
  ties: z.exactOptional(z.strictObject({ steps: numbers, spans: numbers })),
});

/** Names are left out: they must be pseudonyms, which follow from the counts. */
export async function writePeople({ roster, ties }: ImportedOrganisation): Promise<string> {
  const { unit, department, team, role, level, site } = roster.roster;
  const columns = { unit, department, team, role, level, site };
  const text = JSON.stringify({
    people: roster.ids.length,
    units: roster.unitNames.length,
    roles: roster.roleNames.length,
    sites: roster.siteNames.length,
    ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, packed(values)])),
    ...(ties === undefined
      ? {}
      : {
          ties: {
            steps: packed(ties.source.map((source, i) => source - (i === 0 ? 0 : ties.source[i - 1]))),
            spans: packed(ties.target.map((target, i) => target - ties.source[i])),
          },
        }),
  });
  return toBase64Url(await deflate(text));
}

/** @throws InputError with one sentence */
export async function readPeople(text: string): Promise<ImportedOrganisation> {
  const { value } = parseJson(await inflate(fromBase64Url(text), UNPACKED_MOST), PLACE);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InputError(`damaged lists of people; ${parsed.error.issues[0].message}`);
  const { people, units, roles, sites, ties, ...columns } = parsed.data;
  const column = (name: keyof typeof columns, limit: number): Uint32Array =>
    unpacked(columns[name], people, limit, name);
  const called = (word: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `${word} ${i + 1}`);
  return {
    roster: {
      ids: called("Employee", people),
      roster: {
        unit: Uint16Array.from(column("unit", units)),
        department: Uint16Array.from(column("department", 65_536)),
        team: column("team", 2 ** 32),
        role: Uint8Array.from(column("role", roles)),
        level: Uint8Array.from(column("level", 256)),
        site: Uint8Array.from(column("site", sites)),
      },
      unitNames: called("Unit", units),
      roleNames: called("Role", roles),
      siteNames: called("Site", sites),
      report: [],
    },
    ...(ties === undefined ? {} : { ties: tiesOf(ties.steps, ties.spans, people) }),
  };
}

function tiesOf(steps: string, spans: string, people: number): NonNullable<ImportedOrganisation["ties"]> {
  const source = unpacked(steps, undefined, people, "ties");
  const target = unpacked(spans, source.length, people, "ties");
  for (let i = 0, last = 0; i < source.length; i++) {
    last += source[i];
    if (target[i] === 0 || last + target[i] >= people) throw damaged("ties", i);
    source[i] = last;
    target[i] += last;
  }
  return { source, target, weight: new Float64Array(source.length).fill(1), report: [] };
}

function damaged(what: string, at: number): InputError {
  return inputError("damaged lists of people", what, at, PLACE);
}

/** Whole numbers below 2³², seven bits a byte, the lowest first; the last byte of each is below 128. */
function packed(values: ArrayLike<number>): string {
  const bytes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    let rest = values[i];
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128));
    bytes.push(rest);
  }
  return toBase64Url(Uint8Array.from(bytes));
}

/** As many as are wanted, each below a limit. @throws InputError */
function unpacked(text: string, wanted: number | undefined, limit: number, what: string): Uint32Array {
  const bytes = fromBase64Url(text);
  const count = bytes.reduce((sum, byte) => sum + Number(byte < 128), 0);
  if (count !== (wanted ?? count)) throw damaged(what, count);
  const values = new Uint32Array(count);
  let [at, value, unit] = [0, 0, 1];
  for (const byte of bytes) {
    value += (byte % 128) * unit;
    unit *= 128;
    if (unit > 2 ** 40 || value >= limit) throw damaged(what, at);
    if (byte >= 128) continue;
    values[at++] = value;
    [value, unit] = [0, 1];
  }
  return values;
}
