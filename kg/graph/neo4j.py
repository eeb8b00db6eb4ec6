"""A network to what Neo4j imports: a table of nodes for each type, one of relationships, a script that loads them.

Guarantees: headers in the format of ``neo4j-admin database import``; texts of the graph stand in cells alone,
never in the script, which is the same for every graph. The tables are for import, not for spreadsheets: a cell
may begin as a formula does, since an apostrophe before it would become a part of the name. Two characters give
way to their full-width forms: ``;`` inside an item of a list, because it parts items and cannot be escaped, and
``\\``, because LOAD CSV takes it for an escape.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from kg.graph.network import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, RELATIONS, TYPES, Network, Scalar

__all__ = ["neo4j_files"]

_NAMES = {
    "Union": "union",
    "Initiative": "initiative",
    "WorkerGroup": "group",
    "Place": "place",
    "Person": "person",
    "Organization": "organization",
}
_LISTS = ("altLabel", "initiatives")
_SUFFIXES = {str: "", bool: ":boolean", int: ":long", float: ":double"}
_CASTS = {bool: "toBoolean", int: "toInteger", float: "toFloat"}
_COMMON = ("label", "iri", "altLabel", "confidence", "evidenceCount")
_OWN = {
    "Union": ("unionLevel",),
    "Initiative": ("kind", "kindLabel", "named", "startDate", "endDate", "standing", "standingLabel"),
    "WorkerGroup": ("labelEn",),
    "Place": ("gbCode",),
    "Person": (),
    "Organization": ("organizationType",),
}
"""Attributes that nodes of one type alone have."""
_EDGE = {name: kind for name, kind in EDGE_ATTRIBUTES.items() if name != "relation"}
_SHARED = "Thing"
"""A label that every node has beside its type's, so that one index finds the ends of relationships."""
_TOP = """\
// Loads nodes-*.csv and relationships.csv into Neo4j 4.4 or later; run again, it updates what is there.
// Copy the files into the database's import folder; in cypher-shell: :source load.cypher
// Files elsewhere: set the parameter to what their addresses begin with, such as https://example.org/kg/
:param folder => 'file:///';

"""


def neo4j_files(network: Network) -> dict[str, bytes]:
    """The content of every file, by its name."""
    files = {_file(kind): _nodes_table(network, kind).encode() for kind in TYPES}
    return {**files, "relationships.csv": _relationships_table(network).encode(), "load.cypher": _script().encode()}


def _columns(kind: str) -> dict[str, type]:
    return {name: NODE_ATTRIBUTES[name] for name in (*_COMMON, *_OWN[kind])}


def _file(kind: str) -> str:
    return f"nodes-{_NAMES[kind]}.csv"


def _nodes_table(network: Network, kind: str) -> str:
    columns = _columns(kind)
    rows = (
        [node.key, *_cells(columns, node.attributes), f"{kind};{_SHARED}"]
        for node in network.nodes
        if node.attributes["type"] == kind
    )
    return _table(["key:ID", *map(_header, columns, columns.values()), ":LABEL"], rows)


def _relationships_table(network: Network) -> str:
    rows = (
        [edge.source, edge.target, edge.attributes["relation"], edge.key, *_cells(_EDGE, edge.attributes)]
        for edge in network.edges
    )
    return _table([":START_ID", ":END_ID", ":TYPE", "key", *map(_header, _EDGE, _EDGE.values())], rows)


def _header(name: str, kind: type) -> str:
    return f"{name}:string[]" if name in _LISTS else name + _SUFFIXES[kind]


def _cells(names: Mapping[str, type], attributes: Mapping[str, Scalar]) -> list[Scalar]:
    return [_cell(name, attributes.get(name, "")) for name in names]


def _cell(name: str, value: Scalar) -> Scalar:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return value
    text = value.replace("\\", "＼")
    return ";".join(item.replace(";", "；") for item in text.split(" | ")) if name in _LISTS else text


def _table(header: list[str], rows: Iterable[list[Scalar]]) -> str:
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return table.getvalue()


def _script() -> str:
    parts = [_constraint(kind) for kind in (_SHARED, *TYPES)]
    parts += [_load_nodes(kind) for kind in TYPES]
    parts += [_load_relationships(relation) for relation in RELATIONS]
    return _TOP + "\n\n".join(parts) + "\n"


def _constraint(label: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_key IF NOT EXISTS\nFOR (node:{label}) REQUIRE node.key IS UNIQUE;"


def _load_nodes(kind: str) -> str:
    return (
        f"LOAD CSV WITH HEADERS FROM $folder + '{_file(kind)}' AS row\n"
        f"MERGE (node:{_SHARED} {{key: row.`key:ID`}})\n"
        f"SET node:{kind},\n{_assignments('node', _columns(kind))};"
    )


def _load_relationships(relation: str) -> str:
    return (
        "LOAD CSV WITH HEADERS FROM $folder + 'relationships.csv' AS row\n"
        f"WITH row WHERE row.`:TYPE` = '{relation}'\n"
        f"MATCH (source:{_SHARED} {{key: row.`:START_ID`}})\n"
        f"MATCH (target:{_SHARED} {{key: row.`:END_ID`}})\n"
        f"MERGE (source)-[edge:{relation} {{key: row.key}}]->(target)\n"
        f"SET\n{_assignments('edge', _EDGE)};"
    )


def _assignments(variable: str, names: Mapping[str, type]) -> str:
    return ",\n".join(f"    {variable}.{name} = {_value(name, kind)}" for name, kind in names.items())


def _value(name: str, kind: type) -> str:
    column = f"row.`{_header(name, kind)}`"
    if name in _LISTS:
        return f"split({column}, ';')"
    return f"{_CASTS[kind]}({column})" if kind in _CASTS else column
