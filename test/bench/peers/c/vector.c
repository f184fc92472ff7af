/* AdoptBench in C at its best: the same sums without branches, so that gcc does eight agents at once. */
#include "contest.h"

static void adopt(const Company *company, World *world, uint32_t tick) {
  uint32_t n = company->n, k0 = company->keys[2 * tick + 2], k1 = company->keys[2 * tick + 3];
  const uint8_t *restrict status = world->status;
  const uint16_t *restrict engaged_ties = world->engaged_ties;
  const double *restrict per_tie = world->per_tie;
  double *restrict E = world->e, *restrict K = world->k, *restrict S = world->s;
  double *restrict G = world->g, *restrict V = world->v;
  uint8_t *restrict is_changing = world->is_changing;
#pragma GCC ivdep // no two columns overlap
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
    V[a] = now == 2 ? V[a] + e * k : V[a];
    double none = 0.0004 + 0.25 * f, trial = 0.05 + 0.3 * e;
    double engaged = 0.01 * (1 - s) + 0.02 * g, lapsed = 0.002 + 0.05 * f;
    double prob = now == 0 ? none : now == 1 ? trial : now == 2 ? engaged : lapsed;
    is_changing[a] = draw(a, k0, k1) < prob * TWO32;
  }
}

static uint32_t list(const Company *company, World *world) {
  uint32_t count = 0;
  for (uint32_t a = 0; a < company->n; a++) {
    world->changing[count] = a;
    count += world->is_changing[a];
  }
  return count;
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
  adopt(company, world, tick);
  push(company, world, list(company, world));
}
