"""A graph to Parquet tables: nodes, edges and initiatives, with their types, for pandas and whatever reads Arrow.

Guarantees: a graph that was built and one that was loaded give the same tables; lists stay lists, what a text
does not tell is null, dates that are only months or years stay text; the same graph and the same version of
pyarrow give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import msgspec

from kg.errors import OutputError
from kg.graph.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Network
from kg.query.records import InitiativeRecord

if TYPE_CHECKING:
    import pyarrow

    from kg.query.graph import Graph

__all__ = ["parquet_files"]

_LISTS = ("altLabel", "initiatives")
"""Attributes of the network that join several texts by `` | ``."""

_ENDS = ("source", "target", "key", "sourceType", "targetType")


def parquet_files(graph: Graph) -> dict[str, bytes]:
    """The content of every file, by its name; raises OutputError where pyarrow is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        message = "Parquet needs pyarrow, which is not installed; run: pip install 'union-kg[parquet]'"
        raise OutputError(message) from error
    tables = {
        "nodes.parquet": _table(_schema(pyarrow, ("key",), NODE_ATTRIBUTES), _nodes(graph.network)),
        "edges.parquet": _table(_schema(pyarrow, _ENDS, EDGE_ATTRIBUTES), _edges(graph.network)),
        "initiatives.parquet": _table(_record_schema(pyarrow, InitiativeRecord), _initiatives(graph)),
    }
    return {name: _bytes(table) for name, table in tables.items()}


def _nodes(network: Network) -> Iterable[dict[str, Any]]:
    return ({"key": node.key, **_split(node.attributes)} for node in network.nodes)


def _edges(network: Network) -> Iterable[dict[str, Any]]:
    types = {node.key: node.attributes["type"] for node in network.nodes}
    for edge in network.edges:
        yield {
            "source": edge.source,
            "target": edge.target,
            "key": edge.key,
            "sourceType": types[edge.source],
            "targetType": types[edge.target],
            **_split(edge.attributes),
        }


def _initiatives(graph: Graph) -> Iterable[dict[str, Any]]:
    return map(msgspec.to_builtins, graph.initiatives())


def _split(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.split(" | ") if name in _LISTS else value for name, value in attributes.items()}


def _schema(arrow: Any, keys: Iterable[str], attributes: Mapping[str, type]) -> pyarrow.Schema:
    types = {str: arrow.string(), bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    columns = [(key, arrow.string()) for key in keys]
    columns += [
        (name, arrow.list_(arrow.string()) if name in _LISTS else types[kind]) for name, kind in attributes.items()
    ]
    return arrow.schema(columns)


def _record_schema(arrow: Any, record: type) -> pyarrow.Schema:
    """Columns as a record class has them, in its order."""
    return arrow.schema([(name, _column(arrow, kind)) for name, kind in get_type_hints(record).items()])


def _column(arrow: Any, kind: Any) -> Any:
    """The Arrow type of an annotation: a scalar, a record, ``tuple[…, ...]`` or one of these ``| None``."""
    scalars = {str: arrow.string(), bool: arrow.bool_(), int: arrow.int64(), float: arrow.float64()}
    if kind in scalars:
        return scalars[kind]
    if get_origin(kind) is tuple:
        return arrow.list_(_column(arrow, get_args(kind)[0]))
    if get_origin(kind) is UnionType:
        return _column(arrow, next(each for each in get_args(kind) if each is not NoneType))
    return arrow.struct([(name, _column(arrow, each)) for name, each in get_type_hints(kind).items()])


def _table(schema: pyarrow.Schema, rows: Iterable[Mapping[str, Any]]) -> pyarrow.Table:
    import pyarrow

    return pyarrow.Table.from_pylist(list(rows), schema=schema)


def _bytes(table: pyarrow.Table) -> bytes:
    from pyarrow import parquet

    content = io.BytesIO()
    parquet.write_table(table, content)
    return content.getvalue()
