"""AdoptBench in Mesa as its users write it: fixed agents on the cells of a Network, who look at their neighbourhood."""
import networkx
from contest import TWO32, contest, draw
from mesa import Model
from mesa.discrete_space import FixedAgent, Network


class Person(FixedAgent):
    def __init__(self, model, a, cell, knowledge):
        super().__init__(model)
        self.a = a
        self.cell = cell
        self.status = self.next = 0
        self.e = self.s = self.g = self.v = 0.0
        self.k = knowledge

    def decide(self, k0, k1):
        colleagues = list(self.cell.neighborhood.agents)
        f = sum(colleague.status == 2 for colleague in colleagues) * (1 / len(colleagues))
        self.e += 0.1 * (f - self.e)
        self.k += 0.01 * (self.e * (1 - self.k))
        self.s += 0.08 * (self.e * self.k - self.s)
        self.g = 0.9 * self.g + 0.1 * (f * (1 - self.s))
        if self.status == 0:
            prob = 0.0004 + 0.25 * f
        elif self.status == 1:
            prob = 0.05 + 0.3 * self.e
        elif self.status == 2:
            self.v += self.e * self.k
            prob = 0.01 * (1 - self.s) + 0.02 * self.g
        else:
            prob = 0.002 + 0.05 * f
        if draw(self.a, k0, k1) < prob * TWO32:
            self.next = 1 if self.status == 3 else self.status + 1

    def change(self):
        self.status = self.next


class Adoption(Model):
    def __init__(self, company):
        super().__init__(seed=1)
        graph = networkx.Graph()
        graph.add_nodes_from(range(company.n))
        for a in range(company.n):
            graph.add_edges_from((a, b) for b in company.colleagues(a) if b > a)
        network = Network(graph, random=self.random)
        self.people = [Person(self, a, network._cells[a], company.knowledge(a)) for a in range(company.n)]

    def tick(self, k0, k1):
        self.agents.do("decide", k0, k1)
        self.agents.do("change")

    def column(self, name):
        return [getattr(person, name) for person in self.people]


contest(Adoption)
