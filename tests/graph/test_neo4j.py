"""Neo4j's files: headers of its bulk import, every attribute in its table, a script that names the same columns."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

import pytest

from kg.graph.naming import Naming
from kg.graph.neo4j import neo4j_files
from kg.graph.network import RELATIONS, Network, network
from kg.lexicon import Lexicon
from kg.model import Entity, EntityType, Knowledge

TYPES = ("initiative", "union", "group", "organization", "person", "place")
CAST = {"boolean": {"true": True, "false": False}.__getitem__, "long": int, "double": float, "": str}
SCRIPT = "load.cypher"


@pytest.fixture(scope="module")
def net(knowledge: Knowledge, lexicon: Lexicon) -> Network:
    return network(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds))


@pytest.fixture(scope="module")
def files(net: Network) -> dict[str, bytes]:
    return neo4j_files(net)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def value(header: str, cell: str) -> object:
    """A cell as the import takes it."""
    name, _, kind = header.partition(":")
    return " | ".join(cell.split(";")) if kind == "string[]" else CAST[kind if name else ""](cell)


def properties(row: dict[str, str]) -> dict[str, object]:
    """What the import makes properties of: columns that are named, cells that hold something."""
    return {header.split(":")[0]: value(header, cell) for header, cell in row.items() if header[0] != ":" and cell}


def softened(attributes: dict[str, object]) -> dict[str, object]:
    """Texts with the two characters that give way."""
    return {
        name: text.replace("\\", "＼").replace(";", "；" if name in ("altLabel", "initiatives") else ";")
        if isinstance(text, str)
        else text
        for name, text in attributes.items()
        if text != ""
    }


def test_the_files(files: dict[str, bytes]) -> None:
    assert set(files) == {f"nodes-{kind}.csv" for kind in TYPES} | {"relationships.csv", SCRIPT}


def test_headers_are_those_of_the_bulk_import(files: dict[str, bytes]) -> None:
    head = {name: content.decode().split("\n", 1)[0] for name, content in files.items()}
    assert head["nodes-union.csv"] == (
        "key:ID,label,iri,altLabel:string[],confidence:double,evidenceCount:long,unionLevel,:LABEL"
    )
    assert head["nodes-initiative.csv"] == (
        "key:ID,label,iri,altLabel:string[],confidence:double,evidenceCount:long,"
        "kind,kindLabel,named:boolean,startDate,endDate,standing,standingLabel,:LABEL"
    )
    assert head["relationships.csv"] == (
        ":START_ID,:END_ID,:TYPE,key,derived:boolean,weight:double,title,"
        "initiatives:string[],confidence:double,evidenceCount:long"
    )


def test_every_node_stands_once_with_all_that_it_has(net: Network, files: dict[str, bytes]) -> None:
    found: dict[str, dict[str, object]] = {}
    for kind in TYPES:
        for row in rows(files[f"nodes-{kind}.csv"]):
            label, shared = row[":LABEL"].split(";")
            assert shared == "Thing"
            assert row["key:ID"] not in found
            found[row["key:ID"]] = {"type": label, **properties({**row, "key:ID": ""})}
    assert found == {node.key: softened(dict(node.attributes)) for node in net.nodes}


def test_every_edge_stands_once_with_all_that_it_has(net: Network, files: dict[str, bytes]) -> None:
    found = [
        (row[":START_ID"], row[":END_ID"], {"relation": row[":TYPE"], **properties(row)})
        for row in rows(files["relationships.csv"])
    ]
    expected = [
        (edge.source, edge.target, {**softened(dict(edge.attributes)), "key": edge.key.replace("\\", "＼")})
        for edge in net.edges
    ]
    assert found == expected


def test_a_formula_stays_a_name(lexicon: Lexicon) -> None:
    union = Entity("union/1", EntityType.UNION, "=1+1;工会\\", ("a;b", "c"), (), 0.5)
    net = network(Knowledge((), (), (union,), (), ()), lexicon, Naming(lexicon.groups, lexicon.kinds))
    (row,) = rows(neo4j_files(net)["nodes-union.csv"])
    assert row["label"] == "=1+1;工会＼"
    assert row["altLabel:string[]"] == "a；b;c"


def test_the_script_holds_nothing_of_the_graph(files: dict[str, bytes], lexicon: Lexicon) -> None:
    empty = network(Knowledge((), (), (), (), ()), lexicon, Naming(lexicon.groups, lexicon.kinds))
    assert neo4j_files(empty)[SCRIPT] == files[SCRIPT]
    assert files[SCRIPT].isascii()


def statements(script: str) -> list[str]:
    lines = [line for line in script.splitlines() if not line.startswith(("//", ":param"))]
    return [" ".join(statement.split()) for statement in "\n".join(lines).split(";\n") if statement.strip()]


def test_the_script_reads_the_columns_that_are_there(files: dict[str, bytes]) -> None:
    loads = [statement for statement in statements(files[SCRIPT].decode()) if statement.startswith("LOAD CSV")]
    named = Counter(re.findall(r"\$folder \+ '([^']+)' AS row", " ".join(loads)))
    assert named == {**{f"nodes-{kind}.csv": 1 for kind in TYPES}, "relationships.csv": len(RELATIONS)}
    for statement in loads:
        (name,) = re.findall(r"\$folder \+ '([^']+)'", statement)
        header = next(csv.reader([files[name].decode().split("\n", 1)[0]]))
        used = {first or second for first, second in re.findall(r"row\.(?:`([^`]+)`|(\w+))", statement)}
        assert used == set(header) - {":LABEL"}


def test_constraints_come_first_and_every_relation_is_loaded(files: dict[str, bytes]) -> None:
    found = statements(files[SCRIPT].decode())
    assert [statement.split()[0] for statement in found] == ["CREATE"] * 7 + ["LOAD"] * (len(TYPES) + len(RELATIONS))
    assert re.findall(r"row\.`:TYPE` = '(\w+)'", " ".join(found)) == list(RELATIONS)


def test_relations_are_those_of_networks(net: Network) -> None:
    assert {edge.attributes["relation"] for edge in net.edges} <= set(RELATIONS)
