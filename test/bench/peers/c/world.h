/* AdoptBench's state as columns, made and set to the beginning. */

typedef struct {
  uint8_t *status, *is_changing;
  double *e, *k, *s, *g, *v, *per_tie;
  uint16_t *engaged_ties;
  uint32_t *changing;
} World;

static World make_world(uint32_t n) {
  return (World){malloc(n), malloc(n), malloc(8 * (size_t)n), malloc(8 * (size_t)n), malloc(8 * (size_t)n),
                 malloc(8 * (size_t)n), malloc(8 * (size_t)n), malloc(8 * (size_t)n), malloc(2 * (size_t)n),
                 malloc(4 * (size_t)n)};
}

/* Not to be merged with malloc into calloc, whose pages would first be touched within the first tick. */
__attribute__((noinline)) static void start_over(const Company *company, World *world) {
  size_t n = company->n;
  memset(world->status, 0, n), memset(world->is_changing, 0, n), memset(world->engaged_ties, 0, 2 * n);
  memset(world->e, 0, 8 * n), memset(world->s, 0, 8 * n), memset(world->g, 0, 8 * n);
  memset(world->v, 0, 8 * n), memset(world->changing, 0, 4 * n);
  for (uint32_t a = 0; a < n; a++) {
    world->k[a] = (draw(a, company->keys[0], company->keys[1]) + 0.5) / TWO32;
    world->per_tie[a] = 1.0 / (company->offsets[a + 1] - company->offsets[a]);
  }
}
