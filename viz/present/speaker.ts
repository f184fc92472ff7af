/** What the stage and the speaker's window tell each other, over a channel of this browser. */
import { effect } from "@preact/signals";
import { plain } from "../words/rich.ts";
import { tellStep } from "../words/story.ts";
import { weekText } from "../words/time.ts";
import { ACTIONS, canAct, type Hall } from "./actions.ts";
import { weekOf } from "./frames.ts";
import type { Show } from "./show.ts";

export const CHANNEL = "groundwork-show";

/** What the speaker sees of a step. */
export interface SpokenStep {
  readonly name: string;
  readonly headline: string;
}

/** From the stage. */
export interface StageState {
  readonly kind: "state";
  readonly at: number;
  readonly count: number;
  readonly now: SpokenStep;
  /** Missing after the last. */
  readonly next?: SpokenStep;
  readonly notes: string;
  readonly month: string;
}

/** From the speaker: what an action of the table does, or where the stage is. */
export type SpeakerWish = { readonly kind: "ask" } | { readonly kind: "do"; readonly action: string };

/** Tells every speaker's window where the stage is, and does what they wish; returns how to end it. */
export function tellSpeakers(show: Show, hall: Hall): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", ({ data }: MessageEvent<SpeakerWish | StageState>) => {
    if (data.kind === "ask") channel.postMessage(stateOf(show));
    if (data.kind !== "do") return;
    const action = ACTIONS.find(({ name }) => name === data.action);
    if (action !== undefined && canAct(action, show)) action.act(show, hall);
  });
  const stop = effect(() => channel.postMessage(stateOf(show)));
  return () => {
    stop();
    channel.close();
  };
}

function stateOf(show: Show): StageState {
  const { source } = show;
  const { steps } = show.story.value;
  const at = show.at.value;
  const teller = {
    document: source.document.value,
    results: source.results.value,
    headcount: source.headcount.value,
  };
  const spoken = (i: number): SpokenStep => ({
    name: steps[i].name,
    headline: plain(tellStep(steps[i], teller).headline.words),
  });
  return {
    kind: "state",
    at,
    count: steps.length,
    now: spoken(at),
    ...(at + 1 < steps.length ? { next: spoken(at + 1) } : {}),
    notes: steps[at].notes ?? "",
    month: weekText(weekOf(show.tick.value)).strong,
  };
}
