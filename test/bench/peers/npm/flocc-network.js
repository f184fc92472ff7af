/** AdoptBench in flocc as its users write it: data by get, rules that return new data, colleagues from its Network. */
import { Agent, Environment, Network } from "flocc";
import { colleaguesOf, contest, draw, knowledgeOf, TWO32 } from "./contest.js";

function decide(agent) {
  const { network, k0, k1 } = agent.environment;
  const colleagues = network.neighbors(agent);
  const f = colleagues.filter((colleague) => colleague.get("status") === 2).length * (1 / colleagues.length);
  const status = agent.get("status");
  const e = agent.get("e") + 0.1 * (f - agent.get("e"));
  const k = agent.get("k") + 0.01 * (e * (1 - agent.get("k")));
  const s = agent.get("s") + 0.08 * (e * k - agent.get("s"));
  const g = 0.9 * agent.get("g") + 0.1 * (f * (1 - s));
  const v = status === 2 ? agent.get("v") + e * k : agent.get("v");
  let prob = 0.002 + 0.05 * f;
  if (status === 0) prob = 0.0004 + 0.25 * f;
  else if (status === 1) prob = 0.05 + 0.3 * e;
  else if (status === 2) prob = 0.01 * (1 - s) + 0.02 * g;
  const isChanging = draw(agent.get("number"), k0, k1) < prob * TWO32;
  const next = isChanging ? (status === 3 ? 1 : status + 1) : status;
  return { status: next, e, k, s, g, v };
}

contest((company) => {
  const environment = new Environment();
  const network = new Network();
  environment.network = network;
  const agents = Array.from({ length: company.agentCount }, (_, a) => {
    const agent = new Agent({ number: a, status: 0, e: 0, k: knowledgeOf(company, a), s: 0, g: 0, v: 0 });
    agent.set("tick", decide);
    environment.addAgent(agent);
    return agent;
  });
  // Its addAgent and connect fill an N × N matrix anew for every agent: no company of thousands can be made with them.
  network.agents = agents;
  agents.forEach((agent, a) =>
    network.adjacencyList.set(
      agent,
      Array.from(colleaguesOf(company, a), (b) => agents[b]),
    ),
  );
  return {
    tick(k0, k1) {
      Object.assign(environment, { k0, k1 });
      environment.tick({ randomizeOrder: false });
    },
    agent: (a) => agents[a].getData(),
  };
});
