/** What a presentation is made from: a document, its results, and somebody who lets single runs be seen. */
import type { ReadonlySignal } from "@preact/signals";
import type { Chronicle, Film, MeasureName } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import type { Bands } from "../charts/bands.ts";
import type { StoryResults } from "../store/story-results.ts";
import type { Command } from "../store/step-commands.ts";

/** A film, and how far it has come until it is there. */
export type Filmed =
  | { readonly kind: "waiting"; readonly share: number }
  | { readonly kind: "seen"; readonly film: Film; readonly chronicle?: Chronicle | undefined }
  | { readonly kind: "failed"; readonly why: string };

export interface StorySource {
  readonly document: ReadonlySignal<Document>;
  readonly results: ReadonlySignal<StoryResults>;
  /** Employees at the start. */
  readonly headcount: ReadonlySignal<number>;
  readonly unitNames: ReadonlySignal<readonly string[]>;
  /** How far the results have come, in words. */
  readonly runsText: ReadonlySignal<string>;
  /** Quantiles of a measure by week; undefined until there are results. Reads signals. */
  readonly bandsOf: (plan: number, measure: MeasureName) => Bands | undefined;
  /** One run's own series, where it is kept. Reads signals. */
  readonly runOf: (plan: number, measure: MeasureName, replicate: number) => ArrayLike<number> | undefined;
  /** Everybody under a plan in one possible future; asking begins to simulate it. Reads signals. */
  readonly filmOf: (plan: number, replicate: number) => Filmed;
  /** The same with all that happens to them, which takes longer. Reads signals. */
  readonly diariesOf: (plan: number, replicate: number) => Filmed;
  /** A person's name within a sentence. Reads signals. */
  readonly nameOf: (person: number) => string;
  /** Who sits on a seat at the start, in words. Reads signals. */
  readonly personOf: (seat: number, film: Film) => string;
  /** Changes the document; missing where it can't be changed. */
  readonly edit?: (...commands: readonly Command[]) => boolean;
}
