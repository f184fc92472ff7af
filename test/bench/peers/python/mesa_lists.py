"""AdoptBench in Mesa at its best: its agents and AgentSet, own lists of colleagues, pushed counts."""
from contest import TWO32, contest, draw
from mesa import Agent, Model


class Person(Agent):
    def __init__(self, model, a, knowledge):
        super().__init__(model)
        self.a = a
        self.status = self.engaged_ties = 0
        self.e = self.s = self.g = self.v = 0.0
        self.k = knowledge

    def decide(self, k0, k1, changing):
        f = self.engaged_ties * self.per_tie
        self.e = e = self.e + 0.1 * (f - self.e)
        self.k = k = self.k + 0.01 * (e * (1 - self.k))
        self.s = s = self.s + 0.08 * (e * k - self.s)
        self.g = g = 0.9 * self.g + 0.1 * (f * (1 - s))
        status = self.status
        if status == 0:
            prob = 0.0004 + 0.25 * f
        elif status == 1:
            prob = 0.05 + 0.3 * e
        elif status == 2:
            self.v += e * k
            prob = 0.01 * (1 - s) + 0.02 * g
        else:
            prob = 0.002 + 0.05 * f
        if draw(self.a, k0, k1) < prob * TWO32:
            changing.append(self)

    def change(self):
        status = self.status
        self.status = 1 if status == 3 else status + 1
        by = 1 if status == 1 else -1 if status == 2 else 0
        if by != 0:
            for colleague in self.colleagues:
                colleague.engaged_ties += by


class Adoption(Model):
    def __init__(self, company):
        super().__init__(seed=1)
        self.people = [Person(self, a, company.knowledge(a)) for a in range(company.n)]
        for a, person in enumerate(self.people):
            person.colleagues = [self.people[b] for b in company.colleagues(a)]
            person.per_tie = 1 / len(person.colleagues)

    def tick(self, k0, k1):
        changing = []
        self.agents.do(Person.decide, k0, k1, changing)
        for person in changing:
            person.change()

    def column(self, name):
        return [getattr(person, name) for person in self.people]


contest(Adoption)
