"""The small graph of `tests.graph.sample`, built."""

from __future__ import annotations

import pytest

import kg
from kg.lexicon import Lexicon
from tests.graph import sample


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon(sample.ontology(tmp_path_factory.mktemp("schemes")))


@pytest.fixture(scope="session")
def graph(lexicon: Lexicon) -> kg.Graph:
    return kg.Graph(sample.knowledge(), lexicon=lexicon)
