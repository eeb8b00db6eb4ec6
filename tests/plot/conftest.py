"""The small graph of `tests.graph.sample`, and graphs made of single initiatives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.lexicon import Lexicon
from kg.model import Initiative, Knowledge
from tests.graph import sample

Made = Callable[..., kg.Graph]


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon(sample.ontology(tmp_path_factory.mktemp("plot-schemes")))


@pytest.fixture(scope="session")
def graph(lexicon: Lexicon) -> kg.Graph:
    return kg.Graph(sample.knowledge(), lexicon=lexicon)


@pytest.fixture(scope="session")
def hostile(lexicon: Lexicon) -> kg.Graph:
    return kg.Graph(sample.hostile(), lexicon=lexicon)


@pytest.fixture
def made(lexicon: Lexicon) -> Made:
    """A graph of the sample's entities and the initiatives given."""

    def make(*initiatives: Initiative) -> kg.Graph:
        whole = sample.knowledge()
        return kg.Graph(
            Knowledge(whole.sources, whole.articles, whole.entities, initiatives, whole.memberships), lexicon=lexicon
        )

    return make


@pytest.fixture(scope="session")
def written(graph: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plot-out")
    graph.write(folder)
    return folder
