/** AdoptBench in idiomatic objects: one per agent, who knows its colleagues as objects. */
import { draw, TWO32 } from "../../../../engine/random.ts";
import { layOut, STATUS, type AdoptState } from "./columns.ts";
import type { Company } from "./company.ts";
import { tickKey } from "./world.ts";

class Agent {
  readonly id: number;
  readonly colleagues: Agent[] = [];
  status: number = STATUS.none;
  /** The status at the tick's end, so that all change at once. */
  next: number = STATUS.none;
  e = 0;
  k: number;
  s = 0;
  g = 0;
  v = 0;

  constructor(id: number, knowledge: number) {
    this.id = id;
    this.k = knowledge;
  }

  decide(k0: number, k1: number): void {
    let engaged = 0;
    for (const colleague of this.colleagues) if (colleague.status === STATUS.engaged) engaged++;
    const f = engaged * (1 / this.colleagues.length);
    this.e += 0.1 * (f - this.e);
    this.k += 0.01 * (this.e * (1 - this.k));
    this.s += 0.08 * (this.e * this.k - this.s);
    this.g = 0.9 * this.g + 0.1 * (f * (1 - this.s));
    if (this.status === STATUS.engaged) this.v += this.e * this.k;
    const isMoving = draw(this.id, k0, k1) < this.chance(f) * TWO32;
    if (isMoving) this.next = this.status === STATUS.lapsed ? STATUS.trial : this.status + 1;
  }

  change(): void {
    this.status = this.next;
  }

  private chance(f: number): number {
    if (this.status === STATUS.none) return 0.0004 + 0.25 * f;
    if (this.status === STATUS.trial) return 0.05 + 0.3 * this.e;
    if (this.status === STATUS.engaged) return 0.01 * (1 - this.s) + 0.02 * this.g;
    return 0.002 + 0.05 * f;
  }
}

/** A company of objects. */
export class ObjectCompany {
  readonly agents: Agent[];
  private readonly company: Company;

  constructor(company: Company) {
    const { agentCount, keys, offsets, neighbours } = company;
    this.company = company;
    this.agents = Array.from(
      { length: agentCount },
      (_, a) => new Agent(a, (draw(a, keys[0], keys[1]) + 0.5) / TWO32),
    );
    for (const agent of this.agents)
      for (let tie = offsets[agent.id]; tie < offsets[agent.id + 1]; tie++)
        agent.colleagues.push(this.agents[neighbours[tie]]);
  }

  tick(tick: number): void {
    const { k0, k1 } = tickKey(this.company, tick);
    for (const agent of this.agents) agent.decide(k0, k1);
    for (const agent of this.agents) agent.change();
  }

  /** The result as columns. */
  state(): AdoptState {
    const state = layOut(this.agents.length);
    for (const { id, status, e, k, s, g, v } of this.agents) {
      state.status[id] = status;
      state.e[id] = e;
      state.k[id] = k;
      state.s[id] = s;
      state.g[id] = g;
      state.v[id] = v;
    }
    return state;
  }
}
