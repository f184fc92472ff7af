/** Which place is open, kept in the address so that a browser's way back leads through places. */
import { signal } from "@preact/signals";

export const PLACES = [
  { name: "compare", label: "Compare" },
  { name: "explore", label: "Explore" },
  { name: "present", label: "Present" },
] as const;
export type PlaceName = (typeof PLACES)[number]["name"];

export const placeName = signal<PlaceName>("compare");

/** An address that holds a question of its own; who reads it says what is wrong with it. */
const QUESTION = /^#g\d+\./;

/** Hands on every address that holds a question, from now on. */
export function followLinks(
  page: Pick<Window, "addEventListener" | "location">,
  take: (address: string) => void,
): void {
  const obey = (): void => {
    if (QUESTION.test(page.location.hash)) take(page.location.hash);
  };
  page.addEventListener("hashchange", obey);
  obey();
}

/** Follows the address from now on. An address that names no place leaves the place as it is. */
export function followAddress(page: Pick<Window, "addEventListener" | "location">): void {
  const obey = (): void => {
    const named = PLACES.find(({ name }) => page.location.hash === `#${name}`);
    if (named !== undefined) placeName.value = named.name;
  };
  page.addEventListener("hashchange", obey);
  obey();
}
