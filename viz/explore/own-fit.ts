/** A fit to one's own weeks on this page: the file that was dropped, what is asked of it, how far it is, what was found. */
import { signal } from "@preact/signals";
import { InputError, resolveOrganisation, type Document } from "../../scenarios/index.ts";
import { calibratedDocument } from "../../scenarios/calibration/calibrated.ts";
import { mostRuns, OWN_USUAL, type OwnWish } from "../../scenarios/calibration/own-wish.ts";
import type { ObservedColumn } from "../../scenarios/import/index.ts";
import type { Study } from "../../scenarios/studies/index.ts";
import { isCancelled } from "../../workers/index.ts";
import { columnsIn, fitInWorkers, type Fitting } from "../../workers/studies/browser-calibrator.ts";
import type { OwnFit, Told } from "../../workers/studies/calibrator.ts";
import { announce } from "../compare/spoken.tsx";
import { openAnother } from "../store/desk.ts";
import { document } from "../store/document.ts";
import { people } from "../store/people.ts";
import { fitStudy, suggestedFit, type OwnAsked } from "./own-wish.ts";
import { explorePool } from "./pool.ts";
import { messageOf } from "./store.ts";

/** The file of weeks, and its columns. */
interface OwnFile {
  readonly file: File;
  readonly columns: readonly ObservedColumn[];
}

/** A fit that is under way. */
export interface Progress {
  readonly study: Study;
  readonly told: Told;
  readonly runs: number;
  readonly most: number;
  /** Milliseconds left if all runs are needed; null before any. */
  readonly leftMillis: number | null;
}

/** What was found, and of which question. */
export interface Found {
  readonly fit: OwnFit;
  readonly study: Study;
  readonly wish: OwnWish;
  /** The document that was open then. */
  readonly document: Document;
}

export const ownFile = signal<OwnFile | null>(null);
export const asked = signal<OwnAsked | null>(null);
export const progress = signal<Progress | null>(null);
export const found = signal<Found | null>(null);
/** Why a file was refused or a fit failed; empty if neither. */
export const fitTrouble = signal("");

/** Longest file that is read: a thousand weeks come to far less. */
const BYTES_MOST = 1024 * 1024;

/** Takes a file of weeks; one that can't be read leaves what was there. */
export async function takeWeeks(file: File): Promise<void> {
  try {
    if (file.size > BYTES_MOST) throw new InputError(`file too long; more than 1 MiB: ${file.size}`);
    const columns = await columnsIn(file);
    cancelFit();
    found.value = null;
    ownFile.value = { file, columns };
    asked.value = suggestedFit(document.peek(), columns);
    fitTrouble.value = "";
  } catch (error) {
    fitTrouble.value = messageOf(error);
  }
}

export function ask(part: (now: OwnAsked) => Partial<OwnAsked>): void {
  const now = asked.peek();
  if (now !== null) asked.value = { ...now, ...part(now) };
}

let fitting: Fitting | undefined;

/** Fits what is asked; a refusal says why. */
export async function startFit(): Promise<void> {
  const [own, now] = [ownFile.peek(), asked.peek()];
  if (own === null || now === null) return;
  cancelFit();
  fitTrouble.value = "";
  try {
    if (people.peek() !== null)
      throw new InputError("fits run on synthetic companies; this document has people of its own");
    const opened = document.peek();
    const study = fitStudy(opened, own.file.name, now);
    const wish = { ...OWN_USUAL, runs: now.runs };
    fitting = begin(study, own.file, wish);
    const mine = fitting;
    const fit = await mine.fit;
    if (fitting !== mine) return;
    found.value = { fit, study, wish, document: opened };
    announce("The fit is finished.");
  } catch (error) {
    if (!isCancelled(error)) fitTrouble.value = messageOf(error);
  }
  fitting = undefined;
  progress.value = null;
}

function begin(study: Study, file: File, wish: OwnWish): Fitting {
  const most = mostRuns(study, wish);
  const began = performance.now();
  progress.value = { study, told: {}, runs: 0, most, leftMillis: null };
  const change = (part: Partial<Progress>): void => {
    const now = progress.peek();
    if (now?.study === study) progress.value = { ...now, ...part };
  };
  return fitInWorkers({
    study: JSON.stringify(study),
    file,
    wish,
    company: resolveOrganisation(study.document).company,
    pool: explorePool(),
    onTold: (told) => change({ told: { ...progress.peek()?.told, ...told } }),
    onRun: (runs) =>
      change({ runs, leftMillis: ((performance.now() - began) / runs) * Math.max(0, most - runs) }),
  });
}

/** Ends a fit that is under way; what was asked stays. */
export function cancelFit(): void {
  fitting?.cancel();
  fitting = undefined;
  if (progress.peek() === null) return;
  progress.value = null;
  announce("The fit is cancelled.");
}

/** Back to what was asked. */
export function askAgain(): void {
  found.value = null;
}

/** Puts the open document under what the weeks leave on the desk, and goes there. */
export function openCalibrated(): void {
  const now = found.peek();
  if (now === null) return;
  const calibrated = calibratedDocument(now.document, now.fit);
  openAnother({ ...calibrated, name: `${calibrated.name.slice(0, 100)}, calibrated` });
  location.hash = "#compare";
}
