/** Where a step applies: units, roles and sites by name; none chosen means everywhere. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import type { DocumentScope, Plan } from "../../scenarios/index.ts";
import { edit } from "../store/editing.ts";
import { organisation } from "../store/people.ts";
import { setField } from "../store/step-commands.ts";
import { type Step } from "../store/steps.ts";

const LISTS = [
  { key: "units", label: "Units" },
  { key: "roles", label: "Roles" },
  { key: "sites", label: "Sites" },
] as const;
type Key = (typeof LISTS)[number]["key"];

/** Names the document's firm has; none if it can't be made. */
const names = computed<Readonly<Record<Key, readonly string[]>>>(() => {
  const firm = organisation.value;
  if ("why" in firm) return { units: [], roles: [], sites: [] };
  return { units: firm.unitNames, roles: firm.roleNames, sites: firm.siteNames };
});

export function ScopeFields(props: {
  readonly plan: Plan;
  readonly at: number;
  readonly step: Step;
}): JSX.Element {
  const { plan, at, step } = props;
  const { scope } = step;
  const count = LISTS.reduce((sum, { key }) => sum + (scope?.[key]?.length ?? 0), 0);
  const set = (key: Key, chosen: readonly string[]): void => {
    edit(setField(plan.id, at, "scope", scopeWith(scope, key, chosen)));
  };
  return (
    <details class="scope">
      <summary>{count === 0 ? "Everywhere" : `In ${count} named units, roles or sites`}</summary>
      {LISTS.map(({ key, label }) => (
        <label key={key} class="field">
          {label}
          <select
            multiple
            size={Math.min(4, Math.max(2, names.value[key].length))}
            onChange={(event) =>
              set(
                key,
                Array.from(event.currentTarget.selectedOptions, (option) => option.value),
              )
            }
          >
            {optionsOf(names.value[key], scope?.[key]).map((name) => (
              <option key={name} value={name} selected={scope?.[key]?.includes(name) === true}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="button" class="link" onClick={() => edit(setField(plan.id, at, "scope", undefined))}>
        Everywhere
      </button>
    </details>
  );
}

/** What another firm's plan names stays to be seen. */
function optionsOf(known: readonly string[], chosen: readonly string[] = []): readonly string[] {
  return [...known, ...chosen.filter((name) => !known.includes(name))];
}

function scopeWith(
  scope: DocumentScope | undefined,
  key: Key,
  chosen: readonly string[],
): DocumentScope | undefined {
  const { [key]: _old, ...rest } = scope ?? {};
  const next = chosen.length === 0 ? rest : { ...rest, [key]: [...chosen] };
  return Object.keys(next).length === 0 ? undefined : next;
}
