/** Blocks of everybody: the same under every plan. */
import { computed } from "@preact/signals";
import { organisation } from "../store/people.ts";
import { groupsOf } from "./groups.ts";
import type { Group } from "./layout.ts";
import { blocksBy, films } from "./watch.ts";

export const groups = computed<readonly Group[]>(() => {
  const [first] = films.value;
  if (first === undefined) return [];
  const names =
    blocksBy.value === "unit" && "unitNames" in organisation.value ? organisation.value.unitNames : [];
  return groupsOf(first.film.seats, blocksBy.value, names);
});
