/* What every contestant in C does alike: reads a company, warms up, times its ticks, writes the result. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define TWO32 4294967296.0

typedef struct {
  uint32_t n, ticks, entries;
  const int32_t *keys;
  const uint32_t *offsets, *neighbours;
} Company;

static inline uint32_t draw(uint32_t id, uint32_t k0, uint32_t k1) {
  uint32_t h = id ^ k0;
  h ^= h >> 16;
  h *= 0x21f0aaad;
  h ^= h >> 15;
  h *= 0x735a2d97;
  h ^= h >> 15;
  h += k1;
  h ^= h >> 16;
  h *= 0x21f0aaad;
  h ^= h >> 15;
  h *= 0x735a2d97;
  h ^= h >> 15;
  return h;
}

#include "world.h"

/* The contestant's own: one tick. */
static void tick(const Company *company, World *world, uint32_t tick);

static Company read_company(const char *path) {
  FILE *file = fopen(path, "rb");
  uint32_t head[4];
  if (!file || fread(head, 4, 4, file) != 4) exit(2);
  size_t words = 2 * ((size_t)head[2] + 1) + head[1] + 1 + head[3];
  uint32_t *body = malloc(4 * words);
  if (fread(body, 4, words, file) != words) exit(2);
  fclose(file);
  uint32_t *offsets = body + 2 * (head[2] + 1);
  return (Company){head[1], head[2], head[3], (int32_t *)body, offsets, offsets + head[1] + 1};
}

static double cpu_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec * 1e-6;
}

static double run(const Company *company, World *world) {
  double before = cpu_ms();
  for (uint32_t t = 0; t < company->ticks; t++) tick(company, world, t);
  return cpu_ms() - before;
}

static void write_result(const char *path, const Company *company, const World *world) {
  FILE *file = fopen(path, "wb");
  const double *columns[] = {world->e, world->k, world->s, world->g, world->v};
  if (!file || fwrite(world->status, 1, company->n, file) != company->n) exit(2);
  for (int i = 0; i < 5; i++)
    if (fwrite(columns[i], 8, company->n, file) != company->n) exit(2);
  fclose(file);
}

/* PROGRAM WARM-UP COMPANY REPEATS RESULT */
int main(int argc, char **argv) {
  if (argc != 5) return 2;
  Company warm_up = read_company(argv[1]);
  World warm = make_world(warm_up.n);
  start_over(&warm_up, &warm);
  run(&warm_up, &warm);
  double start = cpu_ms();
  Company company = read_company(argv[2]);
  double read = cpu_ms();
  World world = make_world(company.n);
  start_over(&company, &world);
  printf("{\"readMs\":%.3f,\"setUpMs\":%.3f,\"runMs\":[", read - start, cpu_ms() - read);
  for (int repeat = 0; repeat < atoi(argv[3]); repeat++) {
    if (repeat > 0) start_over(&company, &world);
    printf("%s%.3f", repeat > 0 ? "," : "", run(&company, &world));
  }
  write_result(argv[4], &company, &world);
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("],\"peakMB\":%.1f}\n", usage.ru_maxrss / 1024.0);
}
