"""The small Knowledge of `sample`, its schemes, and the files written from it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.graph
from kg.lexicon import Lexicon
from kg.model import Knowledge
from tests.graph import sample


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon(sample.ontology(tmp_path_factory.mktemp("ontology")))


@pytest.fixture(scope="session", params=["small", "hostile"])
def knowledge(request: pytest.FixtureRequest) -> Knowledge:
    """Once the plain Knowledge, once the one whose every text is hostile."""
    return sample.knowledge() if request.param == "small" else sample.hostile()


@pytest.fixture(scope="session")
def written(knowledge: Knowledge, lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    kg.graph.write(knowledge, folder, lexicon=lexicon)
    return folder


@pytest.fixture(scope="session")
def small(lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the plain Knowledge alone."""
    folder = tmp_path_factory.mktemp("small")
    kg.graph.write(sample.knowledge(), folder, lexicon=lexicon)
    return folder
