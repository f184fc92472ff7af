/** Changing the document, apart from the document itself, so that reading it needs no schema. */
import { batch } from "@preact/signals";
import { checkChange, InputError } from "../../scenarios/index.ts";
import { document, draft, refusal, settle, withdraw } from "./document.ts";
import type { Command } from "./step-commands.ts";
import { followPlans } from "./story-commands.ts";

/** Changes the document in one undoable step; what the schema refuses changes nothing and is told. */
export function edit(...commands: readonly Command[]): boolean {
  // In one batch: nobody sees the draft in between, and what rests under a hand goes on.
  return batch(() => {
    withdraw();
    return propose(...commands) && settle();
  });
}

/** Drafts a change of the settled document, in place of an earlier draft; true if the schema allows it. */
export function propose(...commands: readonly Command[]): boolean {
  try {
    const changed = commands.reduce((one, command) => followPlans(one, command(one)), document.peek());
    const next = checkChange(document.peek(), changed);
    batch(() => {
      draft.value = next;
      refusal.value = "";
    });
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refusal.value = error.message;
    return false;
  }
}
