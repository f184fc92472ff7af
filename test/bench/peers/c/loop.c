/* AdoptBench in C: the engine's loop, line by line. */
#include "contest.h"

static void adopt(const Company *company, World *world, uint32_t tick, uint32_t *change_count) {
  uint32_t n = company->n, k0 = company->keys[2 * tick + 2], k1 = company->keys[2 * tick + 3], count = 0;
  const uint8_t *restrict status = world->status;
  const uint16_t *restrict engaged_ties = world->engaged_ties;
  const double *restrict per_tie = world->per_tie;
  double *restrict E = world->e, *restrict K = world->k, *restrict S = world->s;
  double *restrict G = world->g, *restrict V = world->v;
  uint32_t *restrict changing = world->changing;
  for (uint32_t a = 0; a < n; a++) {
    double f = engaged_ties[a] * per_tie[a];
    double e = E[a] + 0.1 * (f - E[a]);
    double k = K[a] + 0.01 * (e * (1 - K[a]));
    double s = S[a] + 0.08 * (e * k - S[a]);
    double g = 0.9 * G[a] + 0.1 * (f * (1 - s));
    E[a] = e;
    K[a] = k;
    S[a] = s;
    G[a] = g;
    uint8_t now = status[a];
    double prob;
    if (now == 0) prob = 0.0004 + 0.25 * f;
    else if (now == 1) prob = 0.05 + 0.3 * e;
    else if (now == 2) {
      V[a] += e * k;
      prob = 0.01 * (1 - s) + 0.02 * g;
    } else prob = 0.002 + 0.05 * f;
    if (draw(a, k0, k1) < prob * TWO32) changing[count++] = a;
  }
  *change_count = count;
}

static void push(const Company *company, World *world, uint32_t change_count) {
  for (uint32_t i = 0; i < change_count; i++) {
    uint32_t a = world->changing[i];
    uint8_t now = world->status[a];
    world->status[a] = now == 3 ? 1 : now + 1;
    int change = now == 1 ? 1 : now == 2 ? -1 : 0;
    if (change == 0) continue;
    uint32_t end = company->offsets[a + 1];
    for (uint32_t tie = company->offsets[a]; tie < end; tie++)
      world->engaged_ties[company->neighbours[tie]] += change;
  }
}

static void tick(const Company *company, World *world, uint32_t tick) {
  uint32_t change_count;
  adopt(company, world, tick, &change_count);
  push(company, world, change_count);
}
