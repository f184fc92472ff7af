"""AdoptBench in NumPy without any framework: columns, one vector operation after another, pushed counts."""
import numpy
from contest import TWO32, contest

U32 = numpy.uint32


def draws(numbers, k0, k1):
    h = numbers ^ U32(k0)
    for _ in range(2):
        h ^= h >> U32(16)
        h *= U32(0x21F0AAAD)
        h ^= h >> U32(15)
        h *= U32(0x735A2D97)
        h ^= h >> U32(15)
        if _ == 0:
            h += U32(k1)
    return h


class Adoption:
    def __init__(self, company):
        self.n = company.n
        self.numbers = numpy.arange(company.n, dtype=U32)
        self.offsets = numpy.array(company.offsets, dtype=numpy.int64)
        self.neighbours = numpy.array(company.neighbours, dtype=numpy.int64)
        self.per_tie = 1 / numpy.diff(self.offsets)
        self.status = numpy.zeros(company.n, dtype=numpy.uint8)
        self.e, self.s, self.g, self.v = numpy.zeros((4, company.n))
        self.k = (draws(self.numbers, company.keys[0], company.keys[1]) + 0.5) / TWO32
        self.engaged_ties = numpy.zeros(company.n, dtype=numpy.int64)

    def tick(self, k0, k1):
        f = self.engaged_ties * self.per_tie
        self.e += 0.1 * (f - self.e)
        self.k += 0.01 * (self.e * (1 - self.k))
        self.s += 0.08 * (self.e * self.k - self.s)
        self.g = 0.9 * self.g + 0.1 * (f * (1 - self.s))
        engaged = self.status == 2
        self.v += numpy.where(engaged, self.e * self.k, 0)
        prob = numpy.where(self.status == 0, 0.0004 + 0.25 * f, 0.002 + 0.05 * f)
        prob = numpy.where(self.status == 1, 0.05 + 0.3 * self.e, prob)
        prob = numpy.where(engaged, 0.01 * (1 - self.s) + 0.02 * self.g, prob)
        self.change(numpy.flatnonzero(draws(self.numbers, k0, k1) < prob * TWO32))

    def change(self, changing):
        before = self.status[changing]
        self.status[changing] = numpy.where(before == 3, 1, before + 1)
        self.push(changing[before == 1], 1)
        self.push(changing[before == 2], -1)

    def push(self, people, by):
        starts = self.offsets[people]
        lengths = self.offsets[people + 1] - starts
        rows = numpy.repeat(starts - numpy.cumsum(lengths) + lengths, lengths) + numpy.arange(lengths.sum())
        numpy.add.at(self.engaged_ties, self.neighbours[rows], by)

    def column(self, name):
        return getattr(self, name)


contest(Adoption)
