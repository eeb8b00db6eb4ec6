"""One small graph, once as built and once as loaded from its files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import kg
import kg.graph
from kg.lexicon import Lexicon
from tests.graph import sample
from tests.query import why_pages
from tests.query.expected_answers import GRAPH


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


@pytest.fixture(scope="session")
def by_hand_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose graph.ttl is ``questions.ttl``, the graph written by hand."""
    folder = tmp_path_factory.mktemp("by-hand")
    shutil.copy(GRAPH, folder / "graph.ttl")
    return folder


@pytest.fixture(scope="session")
def by_hand(by_hand_folder: Path) -> kg.Graph:
    """The graph written by hand, with the ontology that comes with kg."""
    return kg.load(by_hand_folder)


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return why_pages.write(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def read_pages(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph of both pages."""
    out = tmp_path_factory.mktemp("pages-out")
    kg.build([texts]).write(out)
    return out


@pytest.fixture(scope="session")
def page_graph(read_pages: Path) -> kg.Graph:
    return kg.load(read_pages)
