/** The address opens places, and nothing else does. */
import { describe, expect, test } from "vitest";
import { followAddress, placeName, PLACES } from "../../viz/store/places.ts";

function pageAt(hash: string): Parameters<typeof followAddress>[0] {
  return { location: { hash }, addEventListener: () => {} } as unknown as Window;
}

describe("the address", () => {
  test("opens the place it names", () => {
    for (const { name } of PLACES) {
      followAddress(pageAt(`#${name}`));
      expect(placeName.value).toBe(name);
    }
  });

  test("leaves the place as it is when it names none", () => {
    const before = placeName.value;
    for (const hash of ["", "#", "#__proto__", "#elsewhere", "#COMPARE"]) followAddress(pageAt(hash));
    expect(placeName.value).toBe(before);
  });
});
