/** A story as a video file: every step played and held on a canvas, recorded by the browser as it goes. */
import { effect } from "@preact/signals";
import type { Story } from "../../scenarios/index.ts";
import { spanOf, type Frame } from "./frames.ts";
import { VIDEO_TYPE } from "./recorder.ts";
import { createShow, type Show } from "./show.ts";
import { createVideoFrame, VIDEO_SIZE } from "./video-frame.ts";

const FRAMES_PER_SECOND = 30;
/** As fast as the stage plays. */
const TICKS_PER_FRAME = 2;
/** The end of a step stays long enough to be read. */
const HELD_SECONDS = 5;
const BITS_PER_SECOND = 5_000_000;

/** Every frame of a video of a story: what it shows is a function of its number. */
export function videoFrames(story: Story): Frame[] {
  return story.steps.flatMap((_, step) => {
    const { from, to } = spanOf(story, step);
    const played = Array.from({ length: Math.ceil((to - from) / TICKS_PER_FRAME) }, (__, i) => ({
      step,
      tick: from + i * TICKS_PER_FRAME,
    }));
    const held = Array.from({ length: HELD_SECONDS * FRAMES_PER_SECOND }, () => ({ step, tick: to }));
    return [...played, ...held];
  });
}

/**
 * Records a show's story, in the language, light and future it is in, which takes as long as it lasts. `onProgress`
 * hears shares in [0, 1]. @throws Error, as the signal's reason once it has aborted
 */
export async function recordStory(
  show: Show,
  foot: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Blob> {
  const told = likeShow(show);
  const frames = videoFrames(told.story.peek());
  await allSeen(told, signal);
  const canvas = globalThis.document.createElement("canvas");
  [canvas.width, canvas.height] = [VIDEO_SIZE.width, VIDEO_SIZE.height];
  const context = canvas.getContext("2d", { alpha: false })!;
  const paint = createVideoFrame(context, told, foot, await logoOf(show));
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_PER_SECOND), {
    mimeType: VIDEO_TYPE,
    videoBitsPerSecond: BITS_PER_SECOND,
  });
  const chunks: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  const showFrame = (frame: Frame): void => {
    if (told.at.peek() !== frame.step) told.goTo(frame.step, true);
    told.tick.value = frame.tick;
    paint();
  };
  showFrame(frames[0]);
  recorder.start(1000);
  try {
    const begun = performance.now();
    for (const [n, frame] of frames.entries()) {
      await due(begun + (n * 1000) / FRAMES_PER_SECOND);
      signal.throwIfAborted();
      showFrame(frame);
      onProgress(n / frames.length);
    }
  } finally {
    recorder.stop();
  }
  await stopped;
  return new Blob(chunks, { type: VIDEO_TYPE });
}

function likeShow(show: Show): Show {
  const told = createShow(show.source, () => true);
  for (const name of ["isLight", "language", "replicate", "swap"] as const)
    (told[name] as { value: unknown }).value = show[name].peek();
  return told;
}

/** Asks for everybody of every step, and waits until they have been followed. */
async function allSeen(show: Show, signal: AbortSignal): Promise<void> {
  for (const step of show.story.peek().steps.keys()) {
    show.goTo(step, true);
    await new Promise<void>((resolve, reject) => {
      const end = (): void => {
        signal.removeEventListener("abort", abort);
        queueMicrotask(() => dispose());
      };
      const abort = (): void => {
        end();
        reject(signal.reason as Error);
      };
      signal.addEventListener("abort", abort);
      const dispose = effect(() => {
        const films = show.companies.value.map(({ plan }) => show.source.filmOf(plan, show.replicate.value));
        const failed = films.find(({ kind }) => kind === "failed");
        if (failed?.kind === "failed") reject(new Error(failed.why));
        else if (films.every(({ kind }) => kind === "seen")) resolve();
        else return;
        end();
      });
    });
  }
  signal.throwIfAborted();
  show.goTo(0, true);
}

async function logoOf(show: Show): Promise<HTMLImageElement | undefined> {
  const address = show.source.document.peek().brand?.logo;
  if (address === undefined) return undefined;
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function due(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}
