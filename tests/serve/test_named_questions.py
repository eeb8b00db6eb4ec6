"""Named questions through the endpoint: the rows written by hand, from the graph in memory and from its store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.query.rows import python_value
from tests.conftest import Run
from tests.query.expected_answers import CASES, GRAPH, Case, labels_of
from tests.serve.conftest import Server, running


@pytest.fixture(scope="module", params=["memory", "store"])
def by_hand(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, run_kg: Run) -> Path:
    """A folder that holds the graph written by hand."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copy(GRAPH, folder / "graph.ttl")
    if request.param == "store":
        assert run_kg("load", folder).returncode == 0
        assert (folder / "store").is_dir()
    return folder


@pytest.fixture(scope="module")
def endpoint(root: Path, by_hand: Path) -> Iterator[Server]:
    with running(root, by_hand, "--workers", "2") as started:
        yield started


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_endpoint_gives_the_rows_written_by_hand(case: Case, by_hand: Path, endpoint: Server) -> None:
    text = kg.load(by_hand).question_text(case.question, **case.conditions)  # type: ignore[arg-type]
    response = endpoint.get(text, "application/sparql-results+json")
    assert response.status_code == 200, response.text
    answer = pyoxigraph.parse_query_results(response.content, pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    columns = tuple(variable.value for variable in answer.variables)
    rows = [{column: python_value(solution[column]) for column in columns} for solution in answer]
    assert [labels_of(columns, row) for row in rows] == case.rows
