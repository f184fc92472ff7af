/** What a chronicler keeps between processes: the columns as they were, and each person's last events. */
import { createLog, type Log } from "../chronicle.ts";
import type { World } from "../world.ts";

export interface Notes {
  readonly log: Log;
  /** By seat, as they were after the process before. */
  readonly person: Uint32Array;
  readonly isPresent: Uint8Array;
  readonly isMember: Uint8Array;
  readonly champion: Uint8Array;
  /** By person: the event of registering, and of joining last. */
  readonly registrationOf: Map<number, number>;
  readonly joinOf: Map<number, number>;
}

export function createNotes({ state: { employee } }: World): Notes {
  return {
    log: createLog(),
    person: employee.personId.slice(),
    isPresent: employee.isPresent.slice(),
    isMember: employee.isMember.slice(),
    champion: employee.champion.slice(),
    registrationOf: new Map(),
    joinOf: new Map(),
  };
}
