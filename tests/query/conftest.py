"""One small graph, once as built and once as loaded from its files."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
import kg.graph
from kg.lexicon import Lexicon
from tests.graph import sample


@pytest.fixture(scope="session")
def schemes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.ontology(tmp_path_factory.mktemp("schemes"))


@pytest.fixture(scope="session")
def folder(schemes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("query-out")
    kg.graph.write(sample.knowledge(), out, lexicon=Lexicon(schemes))
    return out


@pytest.fixture(scope="session", params=["built", "loaded"])
def graph(request: pytest.FixtureRequest, folder: Path, schemes: Path) -> kg.Graph:
    if request.param == "built":
        return kg.Graph(sample.knowledge(), lexicon=Lexicon(schemes))
    return kg.load(folder, ontology=schemes)
