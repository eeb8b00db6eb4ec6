"""Exports: the same from a graph that was built and one that was loaded; tables that pandas and Ladybug read."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pandas
import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.cli.exporting import ExportFormat
from kg.errors import OutputError, QueryError
from kg.lexicon import Lexicon
from kg.query.export import FORMATS
from kg.query.records import InitiativeRecord
from tests.graph import sample


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return Lexicon(sample.ontology(tmp_path_factory.mktemp("schemes")))


@pytest.fixture(scope="module")
def graph(lexicon: Lexicon) -> kg.Graph:
    return kg.Graph(sample.knowledge(), lexicon=lexicon)


@pytest.fixture(scope="module")
def folder(graph: kg.Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    graph.write(folder)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_built_and_loaded_give_the_same_bytes(name: str, graph: kg.Graph, folder: Path, lexicon: Lexicon) -> None:
    loaded = FORMATS[name](kg.load(folder, ontology=lexicon.folder))
    assert FORMATS[name](graph) == loaded
    assert FORMATS[name](kg.Graph(sample.knowledge(), lexicon=lexicon)) == loaded


def test_the_command_writes_into_a_folder_of_the_formats_own(folder: Path, tmp_path: Path) -> None:
    assert [each.value for each in ExportFormat] == list(FORMATS)
    result = CliRunner().invoke(app, ["export", str(folder), "--format", "yed"])
    assert result.exit_code == 0, result.output
    assert (folder / "yed" / "graph.graphml").is_file()
    result = CliRunner().invoke(app, ["export", str(folder), "-f", "neo4j", "--into", str(tmp_path / "there")])
    assert result.output.split() == [str(tmp_path / "there" / path.name) for path in _written(tmp_path / "there")]


def _written(folder: Path) -> list[Path]:
    order = ["initiative", "union", "group", "organization", "person", "place"]
    names = [*(f"nodes-{kind}.csv" for kind in order), "relationships.csv", "load.cypher"]
    assert {path.name for path in folder.iterdir()} == set(names)
    return [folder / name for name in names]


def test_an_unknown_format_and_a_missing_package(
    graph: kg.Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(QueryError, match="choose neo4j, parquet, yed"):
        graph.export("gml", tmp_path)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"pip install 'union-kg\[parquet\]'"):
        graph.export("parquet", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_tables_of_nodes_and_edges_in_pandas(graph: kg.Graph) -> None:
    files = FORMATS["parquet"](graph)
    nodes = pandas.read_parquet(io.BytesIO(files["nodes.parquet"])).set_index("key")
    lamp = nodes.loc["initiative/1a1a"]
    assert (lamp["label"], lamp["confidence"], lamp["evidenceCount"]) == ("暖灯行动", 0.87, 2)
    assert list(lamp["altLabel"]) == ["松竹区总工会“暖灯行动”"]
    assert nodes["labelEn"].notna().sum() == (nodes["type"] == "WorkerGroup").sum() - 1  # 摆渡工 is of no scheme
    edges = pandas.read_parquet(io.BytesIO(files["edges.parquet"]))
    summed = edges[edges["derived"]].set_index(["source", "target"])
    assert summed.loc[("union/990102", "group/courier"), "weight"] == 2.0
    assert list(summed.loc[("union/990102", "group/courier"), "initiatives"]) == ["暖灯行动", "送保温杯"]


def test_table_of_initiatives_in_pandas(graph: kg.Graph) -> None:
    table = pandas.read_parquet(io.BytesIO(FORMATS["parquet"](graph)["initiatives.parquet"])).set_index("key")
    assert ["key", *table.columns] == list(InitiativeRecord.__struct_fields__)
    assert list(table.index) == [record.key for record in graph.initiatives()]
    lamp = table.loc["initiative/1a1a"]
    assert list(lamp["unions"]) == ["云溪市松竹区总工会"]
    assert list(lamp["groups"]) == ["快递员"]
    assert (lamp["kind_label"], lamp["start"], lamp["standing"]) == ("走访慰问", "2031-01-18", "carried-out")
    money = [amount["value"] for amount in lamp["amounts"] if amount["role"] == "funding"]
    assert money == [25000.0]
    assert all(sample.TEXT[quote["begin"] : quote["end"]] == quote["text"] for quote in lamp["evidence"])


def test_a_part_of_a_graph_is_exported_like_a_whole_one(graph: kg.Graph, tmp_path: Path) -> None:
    part = graph.subgraph(group="快递员")
    part.export("parquet", tmp_path)
    edges = pandas.read_parquet(tmp_path / "edges.parquet")
    summed = edges[edges["derived"]]
    assert [tuple(row) for row in summed[["source", "target", "weight"]].itertuples(index=False)] == [
        ("union/990102", "group/courier", 2.0)
    ]
    assert len(pandas.read_parquet(tmp_path / "initiatives.parquet")) == 2
