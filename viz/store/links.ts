/** What came of a link, until it is put away; links themselves are read and written on demand. */
import { signal } from "@preact/signals";
import type { Rich } from "../words/rich.ts";

export interface LinkNotice {
  readonly text: string;
  readonly lines?: readonly Rich[];
  /** To be copied by hand. */
  readonly address?: string;
  readonly isFileOffered?: boolean;
}

export const linkNotice = signal<LinkNotice | null>(null);
