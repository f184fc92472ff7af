"""Runs NDlib's own models on the cases it reads from stdin, and writes their results to stdout as JSON."""

import json
import random
import sys
import warnings

import networkx
import numpy
from ndlib.models.epidemics import IndependentCascadesModel, SIModel, ThresholdModel
from ndlib.models.ModelConfig import Configuration

warnings.filterwarnings("ignore")


def graph_of(case):
    graph = networkx.DiGraph() if case["isOneWay"] else networkx.Graph()
    graph.add_nodes_from(range(case["people"]))
    graph.add_edges_from((a, b) for a, b in case["pairs"] if a != b)
    return graph


def model_of(case, graph):
    configuration = Configuration()
    if case["kind"] == "threshold":
        model = ThresholdModel(graph)
        for node in graph.nodes:
            configuration.add_node_configuration("threshold", node, case["rate"])
    elif case["kind"] == "cascade":
        model = IndependentCascadesModel(graph)
        for edge in graph.edges:
            configuration.add_edge_configuration("threshold", edge, case["rate"])
    else:
        model = SIModel(graph)
        configuration.add_model_parameter("beta", case["rate"])
        configuration.add_model_parameter("tp_rate", 1)
    configuration.add_model_initial_configuration("Infected", case["seeds"])
    model.set_initial_status(configuration)
    return model


def ever(model):
    return [node for node, status in model.status.items() if status != 0]


def history(case):
    """Who is active after each round, up to the last round that brought somebody new."""
    model = model_of(case, graph_of(case))
    rounds = []
    model.iteration()
    rounds.append(sorted(ever(model)))
    while True:
        model.iteration()
        active = sorted(ever(model))
        if active == rounds[-1]:
            return rounds
        rounds.append(active)


def final_size(case, graph):
    model = model_of(case, graph)
    model.iteration(node_status=False)
    while any(status == 1 for status in model.status.values()):
        model.iteration(node_status=False)
    return len(ever(model))


def rounds_to_half(case, graph):
    model = model_of(case, graph)
    model.iteration(node_status=False)
    rounds = 0
    while 2 * len(ever(model)) < case["people"]:
        model.iteration(node_status=False)
        rounds += 1
    return rounds


def result(case):
    if case["kind"] == "threshold":
        return history(case)
    numpy.random.seed(case["seed"])
    random.seed(case["seed"])
    graph = graph_of(case)
    measure = final_size if case["kind"] == "cascade" else rounds_to_half
    return [measure(case, graph) for _ in range(case["runs"])]


json.dump([result(case) for case in json.load(sys.stdin)], sys.stdout)
