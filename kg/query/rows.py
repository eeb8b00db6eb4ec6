"""What a question gives: rows as dicts of plain Python values.

Guarantees: a value is an int, float, bool, date, str or None (unbound); nodes are their IRIs as str;
decimals come as float, years and months (``xsd:gYear``, ``xsd:gYearMonth``) as str. Columns keep the
order of the question and are known even where there is no row.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import pyoxigraph

from kg.errors import QueryError

if TYPE_CHECKING:
    import pandas

__all__ = ["Rows", "Value", "python_value", "rdf_term"]

Value: TypeAlias = "int | float | bool | date | str | None"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
)
_FLOATS = frozenset(_XSD + name for name in ("decimal", "double", "float"))


class Rows(list[dict[str, Value]]):
    """Rows of an answer, a list of dicts; `columns` names them in the order of the question."""

    def __init__(self, columns: Iterable[str], rows: Iterable[dict[str, Value]] = ()) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a ``pandas.DataFrame``; raises QueryError where pandas is not installed."""
        try:
            import pandas
        except ImportError as error:
            raise QueryError("to_pandas() needs pandas, which is not installed; run: pip install pandas") from error
        return pandas.DataFrame(list(self), columns=list(self.columns))


def python_value(term: Any) -> Value:
    """The Python value of an RDF term of pyoxigraph, or None for None."""
    if term is None:
        return None
    if not isinstance(term, pyoxigraph.Literal):
        return str(term.value) if isinstance(term, pyoxigraph.NamedNode) else str(term)
    kind, lexical = term.datatype.value, term.value
    try:
        if kind in _INTEGERS:
            return int(lexical)
        if kind in _FLOATS:
            return float(lexical)
        if kind == _XSD + "date":
            return date.fromisoformat(lexical)
    except ValueError:
        return lexical
    return lexical in ("true", "1") if kind == _XSD + "boolean" else lexical


def rdf_term(value: int | float | bool | date | str) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    """The RDF term of a Python value; a str that begins ``http://`` or ``https://`` is a node.

    Raises QueryError for any other type, and for a str that is no IRI though it begins like one.
    """
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        try:
            return pyoxigraph.NamedNode(value)
        except ValueError as error:
            raise QueryError(f"{value!r}: is no IRI; mend it") from error
    if isinstance(value, str | bool | int | float):
        return pyoxigraph.Literal(value)
    if isinstance(value, date):
        return pyoxigraph.Literal(value.isoformat(), datatype=pyoxigraph.NamedNode(_XSD + "date"))
    raise QueryError(f"{value!r}: a value for a variable is a str, int, float, bool or date")
