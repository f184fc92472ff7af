"""What every contestant in Python does alike: reads a company, warms up, times its ticks, writes the result."""
import json
import resource
import sys
import time
from array import array

TWO32 = 4294967296
WORD = 0xFFFFFFFF


def draw(a, k0, k1):
    h = a ^ k0
    h ^= h >> 16
    h = h * 0x21F0AAAD & WORD
    h ^= h >> 15
    h = h * 0x735A2D97 & WORD
    h ^= h >> 15
    h = h + k1 & WORD
    h ^= h >> 16
    h = h * 0x21F0AAAD & WORD
    h ^= h >> 15
    h = h * 0x735A2D97 & WORD
    return h ^ h >> 15


class Company:
    def __init__(self, path):
        words = array("I")
        with open(path, "rb") as file:
            words.frombytes(file.read())
        _, self.n, self.ticks, _ = words[:4]
        offsets = 4 + 2 * (self.ticks + 1)
        self.keys = words[4:offsets].tolist()
        neighbours = offsets + self.n + 1
        self.offsets = words[offsets:neighbours]
        self.neighbours = words[neighbours:]

    def knowledge(self, a):
        return (draw(a, self.keys[0], self.keys[1]) + 0.5) / TWO32

    def colleagues(self, a):
        return self.neighbours[self.offsets[a] : self.offsets[a + 1]].tolist()


def run(company, model):
    before = time.process_time()
    for t in range(company.ticks):
        model.tick(company.keys[2 * t + 2], company.keys[2 * t + 3])
    return 1000 * (time.process_time() - before)


def contest(set_up):
    """`set_up(company)` gives `tick(k0, k1)` and `column(name)` for status, e, k, s, g, v."""
    warm_up_path, company_path, repeats, result_path = sys.argv[1:]
    warm_up = Company(warm_up_path)
    run(warm_up, set_up(warm_up))
    start = time.process_time()
    company = Company(company_path)
    read = time.process_time()
    model = set_up(company)
    made = time.process_time()
    run_ms = []
    for repeat in range(int(repeats)):
        if repeat > 0:
            model = set_up(company)
        run_ms.append(run(company, model))
    with open(result_path, "wb") as file:
        array("B", model.column("status")).tofile(file)
        for name in "eksgv":
            array("d", model.column(name)).tofile(file)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    times = {"readMs": 1000 * (read - start), "setUpMs": 1000 * (made - read), "runMs": run_ms}
    print(json.dumps({**times, "peakMB": peak}))
