"""Every public name says how it is used, in an example that runs as a test."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator
from functools import cached_property

import pytest

import kg
import kg.query
from kg.query.records import AmountRecord, InitiativeRecord, Quote
from kg.query.rows import Rows

CLASSES = (kg.Graph, Rows, Quote, AmountRecord, InitiativeRecord, kg.query.Question, kg.query.Conflict)
FUNCTIONS = (kg.build, kg.load, kg.query.questions, kg.query.validate)


def public() -> Iterator[tuple[str, str]]:
    """Each public name with its docstring."""
    yield "kg", kg.__doc__ or ""
    for function in FUNCTIONS:
        yield function.__qualname__, function.__doc__ or ""
    for each in CLASSES:
        yield each.__name__, each.__doc__ or ""
    for each in (kg.Graph, Rows):
        for name, member in _own(each).items():
            if not name.startswith("_") and (
                inspect.isfunction(member) or isinstance(member, property | cached_property)
            ):
                yield f"{each.__name__}.{name}", inspect.getdoc(member) or ""


def _own(each: type) -> dict[str, object]:
    """What this package gives a class; of a name that a base has too, what the class itself says."""
    bases = [base for base in each.__mro__ if base.__module__.startswith("kg.")]
    return {name: member for base in reversed(bases) for name, member in vars(base).items()}


def test_all_of_the_graph_is_seen() -> None:
    names = {name for name, _ in public()}
    assert {f"Graph.{name}" for name in ("ask", "project", "subgraph", "sparql", "networkx", "store")} <= names
    assert {f"Rows.{name}" for name in ("table", "to_pandas", "to_networkx")} <= names


@pytest.mark.parametrize(("name", "docstring"), list(public()), ids=[name for name, _ in public()])
def test_it_has_an_example_that_is_not_skipped(name: str, docstring: str) -> None:
    examples = doctest.DocTestParser().get_examples(docstring)
    assert examples
    assert not any(doctest.SKIP in example.options for example in examples)
