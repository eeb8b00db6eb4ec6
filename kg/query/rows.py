"""What a question gives: rows as dicts of plain Python values.

Guarantees: a value is an int, float, bool, date, str or None (unbound); nodes are their IRIs as str;
decimals come as float, years and months (``xsd:gYear``, ``xsd:gYearMonth``) as str. Columns keep the
order of the question and are known even where there is no row. Printing and networks are next door
(``kg.query.rendering``, ``kg.query.projection``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import pyoxigraph

from kg.errors import QueryError

if TYPE_CHECKING:
    import networkx
    import pandas

__all__ = ["Rows", "Value", "python_value", "rdf_term"]

Value: TypeAlias = "int | float | bool | date | str | None"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(
    _XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")
)
_FLOATS = frozenset(_XSD + name for name in ("decimal", "double", "float"))


class Rows(list[dict[str, Value]]):
    """Rows of an answer, a list of dicts; `columns` names them in the order of the question.

    >>> rows = g.ask("posts", person="乔木")
    >>> rows.columns
    ('person', 'title', 'organization', 'quote', 'person_iri', 'organization_iri')
    >>> [(row["person"], row["title"], row["organization"]) for row in rows]
    [('乔木', '副主席', '云溪市总工会')]
    >>> rows.node_columns
    ('person_iri', 'organization_iri')
    """

    def __init__(
        self,
        columns: Iterable[str],
        rows: Iterable[dict[str, Value]] = (),
        *,
        node_columns: Iterable[str] = (),
        triples: Iterable[pyoxigraph.Triple] | None = None,
    ) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)
        self.node_columns = tuple(node_columns)
        """The columns that hold nodes (IRIs), in the order of the question."""
        self.triples = None if triples is None else tuple(triples)
        """The statements that CONSTRUCT gives; None for any other question."""

    def nodes(self) -> tuple[str, ...]:
        """The IRIs of all nodes in the rows, sorted.

        >>> g.ask("posts", person="乔木").nodes()
        ('https://w3id.org/union-kg/id/person/ee55', 'https://w3id.org/union-kg/id/union/9901')
        """
        found = {row[column] for row in self for column in self.node_columns}
        return tuple(sorted(str(node) for node in found if node is not None))

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a ``pandas.DataFrame``; raises QueryError where pandas is not installed.

        >>> g.ask("counts-by-union").to_pandas()[["union", "initiatives"]]
                union  initiatives
        0  云溪市松竹区总工会            3
        1     云溪市总工会            2
        2  云溪市梅湾县总工会            1
        """
        try:
            import pandas
        except ImportError as error:
            raise QueryError("to_pandas() needs pandas, which is not installed; run: pip install pandas") from error
        return pandas.DataFrame(list(self), columns=list(self.columns))

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The rows as a ``networkx.MultiDiGraph``, an edge a row.

        It leads from the node of the row's first node column to that of its second and carries the row's other
        values. Nodes are IRIs with their ``label``; where there is one node column only, a node carries the
        row's other values. In every named question the first two node columns are what it is about (union and
        group, union and partner, person and organisation). Raises QueryError where no column holds nodes.

        >>> network = g.ask("unions-together").to_networkx()
        >>> for one, other, row in network.edges(data=True):
        ...     print(network.nodes[one]["label"], row["part"], row["initiative"], network.nodes[other]["label"])
        云溪市总工会 ran 职工读书会 云溪市松竹区总工会
        云溪市梅湾县总工会 partner 渡口夜校 云溪市松竹区总工会
        """
        from kg.query.projection import network_of_rows

        return network_of_rows(self)

    def table(self, width: int = 100) -> str:
        """The rows as a table to print, at most `width` columns of a terminal wide; nothing is cut off.

        >>> print(g.ask("counts-by-standing").table())
         standing ┃ standing_en ┃ initiatives ┃ unions ┃ groups
        ━━━━━━━━━━╇━━━━━━━━━━━━━╇━━━━━━━━━━━━━╇━━━━━━━━╇━━━━━━━━
         已开展   │ carried out │           3 │      2 │      2
         号召开展 │ called for  │           1 │      0 │      1
         往期     │ past        │           1 │      2 │      1
         计划开展 │ announced   │           1 │      1 │      2
        """
        from kg.query.rendering import as_table

        return as_table(self, width)


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
