/** Films by plan and future, simulated when they are first asked for, as signals that tell how far they have come. */
import { signal, untracked, type Signal } from "@preact/signals";
import type { Seeing } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import type { People } from "../store/people.ts";
import { planKey, worldKey } from "../store/keys.ts";
import type { Sights } from "../people/sights.ts";
import type { Filmed } from "./source.ts";

/** Asks for films of a document as it is; one that was asked for before is not simulated again while it is kept. */
export function createFilms(
  sights: Sights,
  documentOf: () => Document,
  peopleOf: () => People | null,
  seeing: Seeing = "states",
): (plan: number, replicate: number) => Filmed {
  const asked = new Map<string, Signal<Filmed>>();

  function begin(document: Document, people: People | null, plan: number, replicate: number): Signal<Filmed> {
    const filmed = signal<Filmed>({ kind: "waiting", share: 0 });
    const request = { document, people, plan, replicate, seeing } as const;
    const known = sights.known(request);
    if (known !== undefined) {
      filmed.value = { kind: "seen", film: known.film, chronicle: known.chronicle };
      return filmed;
    }
    const tell = (share: number): void => {
      if (filmed.peek().kind === "waiting") filmed.value = { kind: "waiting", share };
    };
    sights.see(request, undefined, tell).then(
      ({ film, chronicle }) => (filmed.value = { kind: "seen", film, chronicle }),
      (error: unknown) => (filmed.value = { kind: "failed", why: messageOf(error) }),
    );
    return filmed;
  }

  return (plan, replicate) => {
    const document = documentOf();
    const people = peopleOf();
    const key = [people?.key ?? "", worldKey(document), planKey(document.plans[plan]), replicate].join("\n");
    const known = asked.get(key);
    if (known !== undefined) return known.value;
    forgetOldest(asked);
    const filmed = untracked(() => begin(document, people, plan, replicate));
    asked.set(key, filmed);
    return filmed.value;
  };
}

/** Four companies and the same in another future; what is on the screen is asked for anew with every frame. */
const FILMS_MOST = 12;

function forgetOldest(asked: Map<string, unknown>): void {
  for (const oldest of asked.keys()) {
    if (asked.size < FILMS_MOST) return;
    asked.delete(oldest);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
