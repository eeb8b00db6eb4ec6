"""SPARQL 1.1 over the store of a graph, with Oxigraph.

Guarantees: a question reads and never writes; it never leaves the machine (``SERVICE`` is refused,
since the engine would follow it to any address); values are bound to variables, never pasted into
the text; whatever is wrong with a question is one QueryError. The prefixes of the vocabulary are
declared already.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyoxigraph

from kg.errors import QueryError
from kg.graph.namespaces import prefixes
from kg.query.outbound import refuse_service
from kg.query.rows import Rows, python_value, rdf_term

__all__ = ["ask"]


def ask(
    store: pyoxigraph.Store, query: str, bindings: Mapping[str, int | float | bool | date | str], base: str
) -> Rows:
    """The rows of `query`: SELECT as asked, ASK as one row ``answer``, CONSTRUCT as subject, predicate, object."""
    refuse_service(query)
    values: dict[pyoxigraph.Variable, Any] = {_variable(name): rdf_term(value) for name, value in bindings.items()}
    try:
        answer = store.query(query, prefixes=prefixes(base), substitutions=values)
        return _rows(answer)
    except SyntaxError as error:
        raise QueryError(f"the question is not SPARQL: {_one_line(error)}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the question cannot be answered: {_one_line(error)}") from error


def _rows(answer: Any) -> Rows:
    if isinstance(answer, pyoxigraph.QuerySolutions):
        columns = [variable.value for variable in answer.variables]
        return _terms_to_rows(columns, [[solution[column] for column in columns] for solution in answer])
    if isinstance(answer, pyoxigraph.QueryBoolean):
        return Rows(("answer",), ({"answer": bool(answer)},))
    triples = list(answer)
    return _terms_to_rows(["subject", "predicate", "object"], [list(triple) for triple in triples], triples)


def _terms_to_rows(columns: list[str], terms: list[list[Any]], triples: list[pyoxigraph.Triple] | None = None) -> Rows:
    """Plain values; which columns hold nodes is told by the first node in each."""
    nodes = {number for line in terms for number, term in enumerate(line) if isinstance(term, pyoxigraph.NamedNode)}
    rows = (dict(zip(columns, map(python_value, line), strict=True)) for line in terms)
    return Rows(columns, rows, node_columns=(columns[number] for number in sorted(nodes)), triples=triples)


def _variable(name: str) -> pyoxigraph.Variable:
    try:
        return pyoxigraph.Variable(name.removeprefix("?"))
    except ValueError as error:
        raise QueryError(f"{name!r}: is no name of a variable") from error


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
