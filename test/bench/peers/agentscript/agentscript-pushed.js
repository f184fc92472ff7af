/** AdoptBench in AgentScript at its best: colleagues cached in arrays, pushed counts. SPDX-License-Identifier: MIT OR GPL-3.0-only. */
import { Model } from "./model.js";
import { colleaguesOf, contest, draw, knowledgeOf, TWO32 } from "./contest.js";

class Adoption extends Model {
  changing = [];

  constructor(company) {
    super({ minX: 0, maxX: 0, minY: 0, maxY: 0 });
    this.turtles.create(company.agentCount, (t) => {
      Object.assign(t, { status: 0, e: 0, k: knowledgeOf(company, t.id), s: 0, g: 0, v: 0, engagedTies: 0 });
    });
    this.turtles.ask((t) => (t.colleagues = Array.from(colleaguesOf(company, t.id), (b) => this.turtles[b])));
  }

  step() {
    this.turtles.ask((t) => this.decide(t));
    this.changing.forEach(change);
    this.changing.length = 0;
  }

  decide(t) {
    const f = t.engagedTies * (1 / t.colleagues.length);
    t.e += 0.1 * (f - t.e);
    t.k += 0.01 * (t.e * (1 - t.k));
    t.s += 0.08 * (t.e * t.k - t.s);
    t.g = 0.9 * t.g + 0.1 * (f * (1 - t.s));
    let prob = 0.002 + 0.05 * f;
    if (t.status === 0) prob = 0.0004 + 0.25 * f;
    else if (t.status === 1) prob = 0.05 + 0.3 * t.e;
    else if (t.status === 2) {
      t.v += t.e * t.k;
      prob = 0.01 * (1 - t.s) + 0.02 * t.g;
    }
    if (draw(t.id, this.k0, this.k1) < prob * TWO32) this.changing.push(t);
  }
}

function change(t) {
  const { status, colleagues } = t;
  t.status = status === 3 ? 1 : status + 1;
  if (status === 1) for (const colleague of colleagues) colleague.engagedTies++;
  if (status === 2) for (const colleague of colleagues) colleague.engagedTies--;
}

contest((company) => {
  const model = new Adoption(company);
  return {
    tick(k0, k1) {
      Object.assign(model, { k0, k1 });
      model.step();
    },
    agent: (a) => model.turtles[a],
  };
});
