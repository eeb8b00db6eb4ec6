"""The main question, in Cypher, of an embedded property-graph database: the rows of the graph's own answer.

Once from the Parquet tables, once from the tables for Neo4j's bulk import.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ladybug
import pytest

import kg
from kg.lexicon import Lexicon
from tests.graph import sample

QUESTION = """
MATCH (u:`Union`)<-[:ranBy]-(i:Initiative)-[:targets]->(g:WorkerGroup)
RETURN u.label, i.label, g.label
"""
IN_SPARQL = """
SELECT ?union ?initiative ?group WHERE {
  ?i a ukg:Initiative ; rdfs:label ?initiative ; ukg:ranBy/rdfs:label ?union ; ukg:targets/rdfs:label ?group .
  FILTER(LANG(?group) = "zh" || LANG(?group) = "")
}
"""
ENDS = {
    "ranBy": ("Initiative", "Union"),
    "targets": ("Initiative", "WorkerGroup"),
    "reachesGroup": ("Union", "WorkerGroup"),
}
FILES = {"Union": "union", "Initiative": "initiative", "WorkerGroup": "group"}


def tables(connection: ladybug.Connection) -> None:
    for kind in FILES:
        connection.execute(f"CREATE NODE TABLE `{kind}`(key STRING PRIMARY KEY, label STRING, confidence DOUBLE)")
    for relation, (source, target) in ENDS.items():
        connection.execute(f"CREATE REL TABLE {relation}(FROM `{source}` TO `{target}`, weight DOUBLE)")


def from_parquet(connection: ladybug.Connection, folder: Path) -> None:
    for kind in FILES:
        rows = f"LOAD FROM '{folder}/nodes.parquet' WHERE type = '{kind}' RETURN key, label, confidence"
        connection.execute(f"COPY `{kind}` FROM ({rows})")
    for relation in ENDS:
        rows = f"LOAD FROM '{folder}/edges.parquet' WHERE relation = '{relation}' RETURN source, target, weight"
        connection.execute(f"COPY {relation} FROM ({rows})")


def from_neo4j(connection: ladybug.Connection, folder: Path) -> None:
    # A column "name:double" is, to Ladybug, a column "name" of that type.
    options = "(header=true, delim=',', quote='\"', escape='\"', parallel=false)"
    for kind, name in FILES.items():
        rows = f"LOAD FROM '{folder}/nodes-{name}.csv' {options} RETURN `key:ID`, label, confidence"
        connection.execute(f"COPY `{kind}` FROM ({rows})")
    for relation in ENDS:
        connection.execute(
            f"COPY {relation} FROM (LOAD FROM '{folder}/relationships.csv' {options} "
            f"WHERE `:TYPE` = '{relation}' RETURN `:START_ID`, `:END_ID`, weight)"
        )


LOADERS: dict[str, Callable[[ladybug.Connection, Path], None]] = {"parquet": from_parquet, "neo4j": from_neo4j}


@pytest.fixture(scope="module", params=["sample", "seeds"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> kg.Graph:
    if request.param == "seeds":
        return kg.load(request.getfixturevalue("seed_graph"))
    return kg.Graph(sample.knowledge(), lexicon=Lexicon(sample.ontology(tmp_path_factory.mktemp("schemes"))))


@pytest.fixture(params=LOADERS)
def database(request: pytest.FixtureRequest, graph: kg.Graph, tmp_path: Path) -> ladybug.Connection:
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    graph.export(request.param, tmp_path)
    tables(connection)
    LOADERS[request.param](connection, tmp_path)
    return connection


def test_the_main_question_has_the_graphs_own_answer(graph: kg.Graph, database: ladybug.Connection) -> None:
    expected = sorted((row["union"], row["initiative"], row["group"]) for row in graph.sparql(IN_SPARQL))
    assert sorted(map(tuple, database.execute(QUESTION))) == expected
    assert len(expected) >= 4


def test_edges_that_sum_up_weigh_what_they_sum(graph: kg.Graph, database: ladybug.Connection) -> None:
    """The weight of union → group is the number of initiatives between the two, counted anew."""
    stated = database.execute(
        "MATCH (u:`Union`)<-[:ranBy]-(i:Initiative)-[:targets]->(g:WorkerGroup) "
        "RETURN u.key, g.key, CAST(COUNT(DISTINCT i.key) AS DOUBLE) AS number ORDER BY u.key, g.key"
    )
    summed = database.execute(
        "MATCH (u:`Union`)-[r:reachesGroup]->(g:WorkerGroup) RETURN u.key, g.key, r.weight ORDER BY u.key, g.key"
    )
    assert list(stated) == list(summed)


def test_the_sample_by_hand(tmp_path: Path) -> None:
    graph = kg.Graph(sample.knowledge(), lexicon=Lexicon(sample.ontology(tmp_path / "schemes")))
    graph.export("parquet", tmp_path)
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    tables(connection)
    from_parquet(connection, tmp_path)
    assert sorted(map(tuple, connection.execute(QUESTION))) == [
        ("云溪市总工会", "职工读书会", "摆渡工"),
        ("云溪市松竹区总工会", "暖灯行动", "快递员"),
        ("云溪市松竹区总工会", "职工读书会", "摆渡工"),
        ("云溪市松竹区总工会", "送保温杯", "快递员"),
    ]
