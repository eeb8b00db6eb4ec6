"""What people ask of a graph: SPARQL, Python records, named questions, and whether it can be trusted.

Guarantees: importing this loads no RDF library; a graph is only ever read.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.query.conflicts import Conflict
    from kg.query.graph import Graph, load
    from kg.query.named import Question, questions
    from kg.query.rows import Rows
    from kg.query.validation import Report, validate
    from kg.query.verification import Verification, verify
    from kg.query.why_records import Explanation, WhyNot

__all__ = [
    "Conflict",
    "Explanation",
    "Graph",
    "Question",
    "Report",
    "Rows",
    "Verification",
    "WhyNot",
    "load",
    "questions",
    "validate",
    "verify",
]

_HOME = {
    "Conflict": "conflicts",
    "Explanation": "why_records",
    "Graph": "graph",
    "load": "graph",
    "Question": "named",
    "questions": "named",
    "Report": "validation",
    "Rows": "rows",
    "WhyNot": "why_records",
    "validate": "validation",
    "Verification": "verification",
    "verify": "verification",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
