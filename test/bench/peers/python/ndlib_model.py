"""AdoptBench in NDlib's nearest: a diffusion model of one's own over its graph, its status map and node parameters."""
import networkx
from contest import TWO32, contest, draw
from ndlib.models.DiffusionModel import DiffusionModel
from ndlib.models.ModelConfig import Configuration

DOUBLES = ("e", "k", "s", "g", "v")


class AdoptionModel(DiffusionModel):
    def __init__(self, graph):
        super().__init__(graph, seed=1)
        # NDlib wants one status called Infected; here it means engaged.
        self.available_statuses = {"None": 0, "Trial": 1, "Infected": 2, "Lapsed": 3}
        self.parameters = {
            "model": {},
            "nodes": {name: {"descr": name, "range": [0, 1], "optional": False} for name in DOUBLES},
            "edges": {},
        }
        self.name = "AdoptBench"

    def iteration(self, node_status=True):
        actual_status = self.status.copy()
        e, k, s, g, v = (self.params["nodes"][name] for name in DOUBLES)
        for a in self.graph.nodes:
            status = self.status[a]
            colleagues = list(self.graph.neighbors(a))
            f = len([b for b in colleagues if self.status[b] == 2]) * (1 / len(colleagues))
            e[a] += 0.1 * (f - e[a])
            k[a] += 0.01 * (e[a] * (1 - k[a]))
            s[a] += 0.08 * (e[a] * k[a] - s[a])
            g[a] = 0.9 * g[a] + 0.1 * (f * (1 - s[a]))
            if status == 0:
                prob = 0.0004 + 0.25 * f
            elif status == 1:
                prob = 0.05 + 0.3 * e[a]
            elif status == 2:
                v[a] += e[a] * k[a]
                prob = 0.01 * (1 - s[a]) + 0.02 * g[a]
            else:
                prob = 0.002 + 0.05 * f
            if draw(a, *self.key) < prob * TWO32:
                actual_status[a] = 1 if status == 3 else status + 1
        delta, node_count, status_delta = self.status_delta(actual_status)
        self.status = actual_status
        self.actual_iteration += 1
        return {
            "iteration": self.actual_iteration - 1,
            "status": delta if node_status else {},
            "node_count": node_count,
            "status_delta": status_delta,
        }


class Adoption:
    def __init__(self, company):
        graph = networkx.Graph()
        graph.add_nodes_from(range(company.n))
        for a in range(company.n):
            graph.add_edges_from((a, b) for b in company.colleagues(a) if b > a)
        self.model = AdoptionModel(graph)
        configuration = Configuration()
        for a in range(company.n):
            for name in DOUBLES:
                configuration.add_node_configuration(name, a, company.knowledge(a) if name == "k" else 0.0)
        configuration.add_model_initial_configuration("Infected", [])
        self.model.set_initial_status(configuration)

    def tick(self, k0, k1):
        self.model.key = (k0, k1)
        self.model.iteration(node_status=False)

    def column(self, name):
        values = self.model.status if name == "status" else self.model.params["nodes"][name]
        return [values[a] for a in range(len(values))]


contest(Adoption)
