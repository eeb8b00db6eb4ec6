"""What the examples in docstrings run on, wherever they stand: a small graph and a page, both written by hand.

An example finds ``out/`` (the graph of ``tests/query/questions.ttl``) and ``pages/`` in its working directory,
and ``g`` is ``kg.load("out")``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

SAMPLE = Path(__file__).parent / "tests" / "query"


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``out/graph.ttl`` and ``pages/page.txt``."""
    folder = tmp_path_factory.mktemp("examples")
    for name in ("out", "pages"):
        (folder / name).mkdir()
    shutil.copy(SAMPLE / "questions.ttl", folder / "out" / "graph.ttl")
    page = "松竹区总工会启动“暖灯行动”\n本报讯 1月18日，松竹区总工会启动“暖灯行动”，为快递员送上60余份保温杯。\n"
    (folder / "pages" / "page.txt").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def example_graph(example_folder: Path) -> Any:
    """The graph in ``out/`` of that folder."""
    import kg

    return kg.load(example_folder / "out")


@pytest.fixture(autouse=True)
def _example_world(request: pytest.FixtureRequest) -> None:
    """For examples alone: their working directory and their ``g``."""
    if isinstance(request.node, pytest.DoctestItem):
        request.getfixturevalue("monkeypatch").chdir(request.getfixturevalue("example_folder"))
        request.getfixturevalue("doctest_namespace")["g"] = request.getfixturevalue("example_graph")
