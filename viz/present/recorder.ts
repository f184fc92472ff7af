/** The button that makes a video of the story: begins, tells how far it is, ends early, hands the file over. */
import { signal, type ReadonlySignal } from "@preact/signals";
import { saveFile } from "../exports/save.ts";
import { imprintLines, imprintNow } from "../figures/imprint.ts";
import { document } from "../store/document.ts";
import type { Show } from "./show.ts";

export interface Recorder {
  /** How much is recorded, or what has gone wrong; empty if nothing is going on. */
  readonly state: ReadonlySignal<string>;
  readonly isRecording: ReadonlySignal<boolean>;
  /** Begins, or gives up. */
  readonly toggle: () => void;
}

export const VIDEO_TYPE = "video/webm";

/** Undefined where the browser makes no such files. */
export function createRecorder(show: Show): Recorder | undefined {
  const canRecord =
    typeof MediaRecorder === "function" &&
    MediaRecorder.isTypeSupported(VIDEO_TYPE) &&
    "captureStream" in HTMLCanvasElement.prototype;
  if (!canRecord) return undefined;
  const state = signal("");
  const isRecording = signal(false);
  let stop = new AbortController();

  async function record(): Promise<void> {
    stop = new AbortController();
    isRecording.value = true;
    state.value = "0%";
    try {
      const { recordStory } = await import("./video.ts");
      const foot = imprintLines(imprintNow("here"), "nothing").join(" · ");
      const tell = (share: number): void => void (state.value = `${Math.floor(100 * share)}%`);
      saveFile(document.peek().name, "webm", VIDEO_TYPE, await recordStory(show, foot, stop.signal, tell));
      state.value = "";
    } catch (error) {
      state.value = stop.signal.aborted
        ? ""
        : `failed: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
      isRecording.value = false;
    }
  }

  return {
    state,
    isRecording,
    toggle: () => {
      if (isRecording.peek()) stop.abort();
      else void record();
    },
  };
}
