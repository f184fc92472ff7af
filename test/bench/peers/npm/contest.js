/** What every contestant of an npm package does alike: reads a company, warms up, times its ticks, writes the result. */
import { readFileSync, writeFileSync } from "node:fs";

export const TWO32 = 4294967296;

export function draw(id, k0, k1) {
  let h = id ^ k0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  h ^= h >>> 15;
  h = (h + (k1 | 0)) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  h ^= h >>> 15;
  return h >>> 0;
}

/** The first knowledge of an agent. */
export function knowledgeOf(company, a) {
  return (draw(a, company.keys[0], company.keys[1]) + 0.5) / TWO32;
}

/** The colleagues of an agent by their numbers. */
export function colleaguesOf(company, a) {
  return company.neighbours.subarray(company.offsets[a], company.offsets[a + 1]);
}

function readCompany(path) {
  const words = new Uint32Array(Uint8Array.from(readFileSync(path)).buffer);
  const [, agentCount, tickCount] = words;
  const keys = new Int32Array(words.buffer, 16, 2 * tickCount + 2);
  const offsets = words.subarray(6 + 2 * tickCount, 7 + 2 * tickCount + agentCount);
  return { agentCount, tickCount, keys, offsets, neighbours: words.subarray(7 + 2 * tickCount + agentCount) };
}

function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The keys of a tick, then the tick. */
function runToEnd({ tickCount, keys }, model) {
  const before = cpuMs();
  for (let tick = 0; tick < tickCount; tick++) model.tick(keys[2 * tick + 2], keys[2 * tick + 3]);
  return cpuMs() - before;
}

/** `setUp(company)` gives `tick(k0, k1)` and `agent(a)` with status, e, k, s, g, v. */
export function contest(setUp) {
  const [warmUpPath, companyPath, repeats, resultPath] = process.argv.slice(2);
  const warmUp = readCompany(warmUpPath);
  runToEnd(warmUp, setUp(warmUp));
  const start = cpuMs();
  const company = readCompany(companyPath);
  const read = cpuMs();
  let model = setUp(company);
  const setUpMs = cpuMs() - read;
  const runMs = [];
  for (let repeat = 0; repeat < Number(repeats); repeat++) {
    if (repeat > 0) model = setUp(company);
    runMs.push(runToEnd(company, model));
  }
  writeResult(resultPath, company.agentCount, model);
  console.log(
    JSON.stringify({ readMs: read - start, setUpMs, runMs, peakMB: process.resourceUsage().maxRSS / 1024 }),
  );
}

function writeResult(path, agentCount, model) {
  const status = new Uint8Array(agentCount);
  const doubles = new Float64Array(5 * agentCount);
  for (let a = 0; a < agentCount; a++) {
    const agent = model.agent(a);
    status[a] = agent.status;
    ["e", "k", "s", "g", "v"].forEach((name, i) => (doubles[i * agentCount + a] = agent[name]));
  }
  writeFileSync(path, Buffer.concat([status, new Uint8Array(doubles.buffer)]));
}
