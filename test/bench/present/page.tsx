/** A page with a presentation of its own: what the bench and the tests of the stage drive. */
import { parseDocument, resolveOrganisation, type Result } from "../../../scenarios/index.ts";
import { createPool, spawnHere } from "../../../workers/index.ts";
import { createSights } from "../../../viz/people/sights.ts";
import { fileSource } from "../../../viz/present/file-source.ts";
import { spanOf } from "../../../viz/present/frames.ts";
import { mountPresent } from "../../../viz/present/mount.tsx";
import type { Show } from "../../../viz/present/show.ts";

declare global {
  var present: (document: string, result: Result) => void;
  /** Times of frames while a step plays, in milliseconds. */
  var playStep: (step: number) => Promise<number[]>;
  /** Milliseconds from the wish for a step until the screen has shown it. */
  var changeTo: (step: number) => Promise<number>;
  /** Puts the stage at a tick of a step, and tells the pixels of its canvases. */
  var pixelsAt: (step: number, tick: number) => Promise<string[]>;
}

const pool = createPool({ size: 1, spawn: spawnHere });
const sights = createSights(() => pool);
let show: Show | undefined;

globalThis.present = (text, result) => {
  const document = parseDocument(text);
  const source = fileSource(document, result, resolveOrganisation(document), sights);
  ({ show } = mountPresent(globalThis.document.getElementById("page")!, source));
};

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

globalThis.changeTo = async (step) => {
  const wished = performance.now();
  show!.goTo(step);
  await nextFrame();
  // The second frame begins when the first has been handed over.
  await nextFrame();
  return performance.now() - wished;
};

globalThis.playStep = async (step) => {
  show!.goTo(step);
  const { from, to } = spanOf(show!.story.value, step);
  const times: number[] = [];
  while (times.length < to - from + 1) times.push(await nextFrame());
  return times.slice(1).map((time, i) => time - times[i]);
};

globalThis.pixelsAt = async (step, tick) => {
  show!.goTo(step, true);
  show!.tick.value = tick;
  await nextFrame();
  await nextFrame();
  const canvases = Array.from(globalThis.document.querySelectorAll("canvas"));
  return Promise.all(
    canvases.map(async (canvas) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", data));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }),
  );
};
