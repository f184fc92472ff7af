"""Runs Mesa's own example "virus on a network" on the cases it reads from stdin, and writes final sizes to stdout as JSON."""

import json
import random
import sys

from mesa.examples.basic.virus_on_network.agents import State
from mesa.examples.basic.virus_on_network.model import VirusOnNetwork


def final_size(case, run):
    # The example draws its graph from Python's own generator, all else from the model's.
    random.seed(case["seed"] + run)
    model = VirusOnNetwork(
        num_nodes=case["people"],
        avg_node_degree=case["meanDegree"],
        initial_outbreak_size=case["seedCount"],
        virus_spread_chance=case["rate"],
        # Whoever is infected tries every neighbour once and is resistant from then on.
        virus_check_frequency=1.0,
        recovery_chance=1.0,
        gain_resistance_chance=1.0,
        seed=case["seed"] + run,
    )
    while any(agent.state is State.INFECTED for agent in model.agents):
        model.step()
    return sum(agent.state is State.RESISTANT for agent in model.agents)


cases = json.load(sys.stdin)
json.dump([[final_size(case, run) for run in range(case["runs"])] for case in cases], sys.stdout)
