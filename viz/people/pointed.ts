/** The seat under the pointer or the keyboard, in all pictures of people at once. */
import { signal } from "@preact/signals";

/** −1 = nobody's. */
export const pointed = signal(-1);
