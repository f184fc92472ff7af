/** The speaker's window: notes, the step that comes next, and a timer. */
import { signal } from "@preact/signals";
import { render, type JSX } from "preact";
import { ACTIONS } from "./actions.ts";
import { CHANNEL, type SpeakerWish, type StageState } from "./speaker.ts";
import "./speaker.css";

const stage = signal<StageState | null>(null);
const seconds = signal(0);

/** Draws into a window, be it this page's own or one it has opened, and follows the stage from now on. */
export function startSpeaker(element: HTMLElement): void {
  const page = element.ownerDocument;
  const channel = new BroadcastChannel(CHANNEL);
  const wish = (what: SpeakerWish): void => channel.postMessage(what);
  channel.addEventListener("message", ({ data }: MessageEvent<StageState | SpeakerWish>) => {
    if (data.kind === "state") stage.value = data;
  });
  const clock = { begun: performance.now() };
  setInterval(() => {
    seconds.value = Math.floor((performance.now() - clock.begun) / 1000);
  }, 250);
  const act = (action: string): void => wish({ kind: "do", action });
  page.addEventListener("keydown", (event) => {
    const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const action = ACTIONS.find(({ keys }) => keys.includes(letter));
    const isOnButton = (event.target as Element | null)?.localName === "button";
    if (action === undefined || (isOnButton && (letter === " " || letter === "Enter"))) return;
    event.preventDefault();
    act(action.name);
  });
  page.title = "Groundwork: speaker";
  wish({ kind: "ask" });
  // What was drawn there before is of another place.
  element.replaceChildren();
  render(
    <Speaker
      act={act}
      restart={() => {
        clock.begun = performance.now();
        seconds.value = 0;
      }}
    />,
    element,
  );
}

function Speaker(props: {
  readonly act: (action: string) => void;
  readonly restart: () => void;
}): JSX.Element {
  const now = stage.value;
  return (
    <main class="speaker">
      <p class="timer" role="timer">
        {timeText(seconds.value)}
      </p>
      {now === null ? (
        <h1>No stage has answered yet: open Present in another window of this browser.</h1>
      ) : (
        <>
          <p>
            Step {now.at + 1} of {now.count}, {now.month}
          </p>
          <h1>{now.now.headline}</h1>
          <p class="notes">{now.notes === "" ? "No notes." : now.notes}</p>
          <p class="next">
            {now.next === undefined
              ? "This is the last step."
              : `Next, ${now.next.name}: ${now.next.headline}`}
          </p>
        </>
      )}
      <p class="verbs">
        <button type="button" class="link" onClick={() => props.act("back")}>
          Back
        </button>
        <button type="button" class="link" onClick={() => props.act("next")}>
          Next
        </button>
        <button type="button" class="link" onClick={() => props.act("play")}>
          Play or pause
        </button>
        <button type="button" class="link" onClick={() => props.act("blank")}>
          Blank
        </button>
        <button type="button" class="link" onClick={props.restart}>
          Timer to zero
        </button>
      </p>
    </main>
  );
}

/** "12:05", from an hour on "1:02:05". */
export function timeText(all: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}
