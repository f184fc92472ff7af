/** Ids of elements that name each other: apart from those in the drawing that came with the page, whatever tree asks. */
import { useState } from "preact/hooks";

const PREFIX = typeof window === "undefined" ? "drawn-" : "own-";
let made = 0;

export function useId(): string {
  return useState(() => `${PREFIX}${made++}`)[0];
}
