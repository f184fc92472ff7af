/** A chronicler writes down what happens to everybody, and why: it compares columns between processes and changes none. */
import { chronicleOf, CAUSE, type Chronicle } from "./chronicle.ts";
import { noteChampions } from "./chronicling/champions.ts";
import { noteHealth, noteInterventions, noteMembers, noteMembersAtStart } from "./chronicling/memberships.ts";
import { createNotes, type Notes } from "./chronicling/notes.ts";
import { noteQuestions } from "./chronicling/questions.ts";
import { noteRegisteredAtStart, noteRegistrations } from "./chronicling/registrations.ts";
import { noteShocks, noteTurnover } from "./chronicling/seats.ts";
import { NEVER } from "./columns.ts";
import type { ProcessObserver } from "./step.ts";
import type { World } from "./world.ts";

export interface Chronicler {
  /** To be handed to every step of the world from its start on. */
  readonly observe: ProcessObserver;
  /** What has happened so far. */
  readonly chronicle: () => Chronicle;
}

type Note = (notes: Notes, world: World, week: number) => void;

/** What is written down after which process. */
const NOTED: Readonly<Record<string, readonly Note[]>> = {
  turnover: [noteTurnover],
  shocks: [noteShocks],
  interventions: [
    noteInterventions,
    (notes, world, week) => noteChampions(notes, world, week, CAUSE.stopped),
  ],
  registration: [noteRegistrations],
  membership: [noteMembers],
  problems: [noteQuestions],
  health: [noteHealth, (notes, world, week) => noteChampions(notes, world, week, CAUSE.gaveUp)],
  sponsors: [(notes, world, week) => noteChampions(notes, world, week, CAUSE.stopped)],
};

/**
 * A chronicler of a world at its start; some 30 bytes an event. Causes that are not told by a column are worked out
 * again from the columns a process has read. Where several causes acted in one week, one is picked in proportion to
 * their hazards, and where several colleagues did, one of them with equal chances, by draws of the chronicler's own
 * stream: a run is the same with and without it.
 */
export function createChronicler(world: World): Chronicler {
  const notes = createNotes(world);
  const { weekRegistered } = world.state.employee;
  noteRegisteredAtStart(notes, world, (a) => weekRegistered[a] !== NEVER);
  noteMembersAtStart(notes, world);
  return {
    observe: (process, seen, week) => {
      for (const note of NOTED[process.name] ?? []) note(notes, seen, week);
    },
    chronicle: () => chronicleOf(notes.log),
  };
}
