/** How numbers are written where a document says nothing. */
import { notationOf } from "../../viz/words/notation.ts";

export const ENGLISH = notationOf({});
