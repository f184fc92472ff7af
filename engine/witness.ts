/** A witness sees a run week by week and changes nothing in it: it reads columns between processes, and draws apart. */
import type { Chronicle } from "./chronicle.ts";
import type { Chronicler } from "./chronicler.ts";
import { createFilm, takePicture, type Film } from "./film.ts";
import { mergerSeats } from "./interventions.ts";
import { buildOrganisation } from "./organisation.ts";
import { SCHEDULE, type ProcessObserver } from "./step.ts";
import type { World } from "./world.ts";

/** What is seen of a run: how everybody stood week by week; or besides, what happened to everybody and why. */
export type Seeing = "states" | "events";

/** What a witness has seen. */
export interface Sight {
  readonly film: Film;
  readonly chronicle?: Chronicle;
}

export interface Witness {
  /** To be handed to every step of the world from its start on. */
  readonly observe: ProcessObserver;
  /** What has been seen so far; of the whole run once the world is at its horizon. */
  readonly sight: () => Sight;
}

const LAST = SCHEDULE[SCHEDULE.length - 1];

/** A witness of a world at its start, who takes a chronicler along if there is one. Takes one byte a seat and week, 2 MB for 10,000 employees and 208 weeks. */
export function createWitness(world: World, chronicler?: Chronicler): Witness {
  const film = createFilm(world, departmentsOf(world));
  takePicture(film, world, 0);
  return {
    sight: () => (chronicler === undefined ? { film } : { film, chronicle: chronicler.chronicle() }),
    observe: (process, seen, week) => {
      chronicler?.observe(process, seen, week);
      if (process === LAST) takePicture(film, seen, week + 1);
    },
  };
}

/** Departments matter to the ties alone, so that a world doesn't keep them. */
function departmentsOf({ spec, run, shocks }: World): Uint16Array {
  const { company, parameters } = spec;
  let extraSeats = 0;
  for (const shock of shocks)
    if (shock.kind === "merger") extraSeats += mergerSeats(company.employeeCount, shock.share);
  return buildOrganisation(company, extraSeats, parameters.teamMainRoleShare, run).department;
}
