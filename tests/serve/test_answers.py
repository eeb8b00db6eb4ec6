"""The endpoint gives the rows that the Python API gives."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

import kg
from kg.query import questions
from kg.query.rows import python_value
from tests.serve.conftest import Server

ASKED = {
    "values": """SELECT ?label ?start ?confidence ?count ?named ?i ?nothing WHERE {
        ?i a ukg:Initiative ; rdfs:label ?label ; schema:startDate ?start ; ukg:confidence ?confidence ;
           ukg:evidenceCount ?count ; ukg:named ?named } ORDER BY ?label""",
    **{name: question.query for name, question in questions().items()},
}


def rows(answer: bytes, form: pyoxigraph.QueryResultsFormat) -> list[dict[str, object]]:
    parsed = pyoxigraph.parse_query_results(answer, form)
    assert isinstance(parsed, pyoxigraph.QuerySolutions)
    columns = [variable.value for variable in parsed.variables]
    return [{column: python_value(solution[column]) for column in columns} for solution in parsed]


@pytest.mark.parametrize("query", ASKED.values(), ids=ASKED)
def test_same_rows(server: Server, folder: Path, query: str) -> None:
    expected = kg.load(folder).sparql(query)
    for form in (
        pyoxigraph.QueryResultsFormat.JSON,
        pyoxigraph.QueryResultsFormat.XML,
        pyoxigraph.QueryResultsFormat.TSV,
    ):
        assert rows(server.get(query, form.media_type).content, form) == list(expected)
