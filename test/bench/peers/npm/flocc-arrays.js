/** AdoptBench in flocc at its best: its agents and their ticks, own fields and arrays of colleagues, pushed counts. */
import { Agent, Environment } from "flocc";
import { colleaguesOf, contest, draw, knowledgeOf, TWO32 } from "./contest.js";

class Person extends Agent {
  status = 0;
  e = 0;
  s = 0;
  g = 0;
  v = 0;
  engagedTies = 0;

  constructor(number, k, colleagueCount) {
    super();
    this.number = number;
    this.k = k;
    this.perTie = 1 / colleagueCount;
    this.set("tick", decide);
  }
}

function decide(person) {
  const { k0, k1, changing } = person.environment;
  const f = person.engagedTies * person.perTie;
  const e = (person.e += 0.1 * (f - person.e));
  const k = (person.k += 0.01 * (e * (1 - person.k)));
  const s = (person.s += 0.08 * (e * k - person.s));
  const g = (person.g = 0.9 * person.g + 0.1 * (f * (1 - s)));
  let prob = 0.002 + 0.05 * f;
  if (person.status === 0) prob = 0.0004 + 0.25 * f;
  else if (person.status === 1) prob = 0.05 + 0.3 * e;
  else if (person.status === 2) {
    person.v += e * k;
    prob = 0.01 * (1 - s) + 0.02 * g;
  }
  if (draw(person.number, k0, k1) < prob * TWO32) changing.push(person);
}

function change(person) {
  const { status, colleagues } = person;
  person.status = status === 3 ? 1 : status + 1;
  if (status === 1) for (const colleague of colleagues) colleague.engagedTies++;
  if (status === 2) for (const colleague of colleagues) colleague.engagedTies--;
}

contest((company) => {
  const environment = new Environment();
  const people = Array.from(
    { length: company.agentCount },
    (_, a) => new Person(a, knowledgeOf(company, a), colleaguesOf(company, a).length),
  );
  people.forEach((person, a) => {
    person.colleagues = Array.from(colleaguesOf(company, a), (b) => people[b]);
    environment.addAgent(person);
  });
  return {
    tick(k0, k1) {
      Object.assign(environment, { k0, k1, changing: [] });
      environment.tick({ randomizeOrder: false });
      environment.changing.forEach(change);
    },
    agent: (a) => people[a],
  };
});
