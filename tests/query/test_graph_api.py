"""The Python API: the same answers from a graph that was built and from one that was loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import networkx
import pytest
import rdflib
from rdflib.compare import isomorphic

import kg
from kg.errors import GraphError, OutputError, QueryError
from kg.lexicon import Lexicon
from kg.model import Knowledge
from kg.query.records import AmountRecord, Quote
from tests.graph import sample


def labels(graph: kg.Graph, **conditions: str) -> list[str]:
    return [record.label for record in graph.initiatives(**conditions)]


def test_all_initiatives_by_start(graph: kg.Graph) -> None:
    assert labels(graph) == ["职工读书会", "送保温杯", "暖灯行动"]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"union": "云溪市总工会"}, ["职工读书会"]),
        ({"union": "松竹区总工会"}, ["职工读书会", "送保温杯", "暖灯行动"]),
        ({"union": "union/9901"}, ["职工读书会"]),
        ({"union": "id:union/9901"}, ["职工读书会"]),
        ({"union": "https://w3id.org/union-kg/id/union/9901"}, ["职工读书会"]),
        ({"group": "快递员"}, ["送保温杯", "暖灯行动"]),
        ({"group": "快递小哥"}, ["送保温杯", "暖灯行动"]),
        ({"group": "couriers"}, ["送保温杯", "暖灯行动"]),
        ({"group": "courier"}, ["送保温杯", "暖灯行动"]),
        ({"group": "group:courier"}, ["送保温杯", "暖灯行动"]),
        ({"group": "group/courier"}, ["送保温杯", "暖灯行动"]),
        ({"group": "新业态劳动者"}, ["送保温杯", "暖灯行动"]),
        ({"group": "职工"}, ["职工读书会", "送保温杯", "暖灯行动"]),
        ({"group": "焊工"}, []),
        ({"group": "welders"}, []),
        ({"kind": "condolence"}, ["送保温杯", "暖灯行动"]),
        ({"kind": "kind:culture"}, ["职工读书会"]),
        ({"kind": "文体活动"}, ["职工读书会"]),
        ({"standing": "carried-out"}, ["送保温杯", "暖灯行动"]),
        ({"standing": "standing:carried-out"}, ["送保温杯", "暖灯行动"]),
        ({"standing": "past"}, ["职工读书会"]),
        ({"standing": "以往开展"}, ["职工读书会"]),
        ({"standing": "carried out", "place": "驿站"}, ["暖灯行动"]),
        ({"standing": "announced"}, []),
        ({"place": "驿站"}, ["暖灯行动"]),
        ({"place": "松竹区"}, ["送保温杯", "暖灯行动"]),
        ({"place": "青岚省"}, ["送保温杯", "暖灯行动"]),
        ({"union": "松竹区总工会", "group": "职工", "kind": "走访慰问", "place": "驿站"}, ["暖灯行动"]),
        ({"union": "云溪市总工会", "group": "快递员"}, []),
    ],
)
def test_conditions(graph: kg.Graph, conditions: dict[str, str], expected: list[str]) -> None:
    assert labels(graph, **conditions) == expected


def test_a_record_says_everything(graph: kg.Graph) -> None:
    (record,) = graph.initiatives(place="驿站")
    assert record.key == "initiative/1a1a"
    assert record.named
    assert (record.kind, record.kind_label) == ("condolence", "走访慰问")
    assert record.unions == ("云溪市松竹区总工会",)
    assert record.partners == ("青石快运公司",)
    assert (record.start, record.end) == ("2031-01-18", None)
    assert record.amounts == (
        AmountRecord("funding", 25000.0, "CNY", "", ""),
        AmountRecord("provision", 60.0, "份", "保温杯", "more than"),
        AmountRecord("reached", 200.0, "名", "快递员", "about"),
    )
    assert record.confidence == 0.87
    assert (record.standing, record.standing_label, record.standing_cues) == ("carried-out", "已开展", ("1月18日",))
    assert [quote.text for quote in record.evidence] == [
        "1月18日,松竹区总工会启动“暖灯行动”,为快递小哥送上60余份保温杯",
        "青石快运公司协办",
    ]
    (measure,) = graph.initiatives(place="松竹区", kind="condolence")[:1]
    assert measure.programme == "暖灯行动"


def test_evidence_is_word_for_word(graph: kg.Graph) -> None:
    (record,) = graph.initiatives(place="驿站")
    for thing in (record, record.key, record.label, "https://w3id.org/union-kg/id/initiative/1a1a"):
        assert graph.evidence(thing) == record.evidence
    mentions = graph.evidence("松竹区总工会")
    assert [quote.text for quote in mentions] == ["松竹区总工会"] * 3
    assert graph.evidence("快递小哥")[0].text == "快递小哥"
    for quote in (*mentions, *record.evidence):
        assert isinstance(quote, Quote)
        assert quote.source == "page.txt"
        assert sample.TEXT[quote.begin : quote.end] == quote.text
    assert len(graph.evidence("membership/5e5e")) == 1
    assert len(graph.evidence("云溪市总工会举办读书会")) == 1, "an article, by its headline"


@pytest.mark.parametrize(
    "conditions",
    [
        {"union": "松竹总工会"},
        {"group": "骑士团"},
        {"kind": "no-such"},
        {"place": "月球"},
        {"union": "陆望舒"},
    ],
)
def test_what_nothing_is_called_is_an_error(graph: kg.Graph, conditions: dict[str, str]) -> None:
    with pytest.raises(QueryError) as caught:
        labels(graph, **conditions)
    assert repr(next(iter(conditions.values()))) in str(caught.value)


def test_an_error_names_what_is_near(graph: kg.Graph) -> None:
    with pytest.raises(QueryError, match="near it: 云溪市松竹区总工会"):
        graph.initiatives(union="云溪松竹区总工会")
    with pytest.raises(QueryError, match="nothing in the graph"):
        graph.evidence("没有这个")


@pytest.mark.parametrize("name", ['"} UNION { ?s ?p ?o', "x' . ?a ?b ?c", "\n", "<http://x>", "\x00", "?x"])
def test_names_are_never_read_as_a_query(graph: kg.Graph, name: str) -> None:
    with pytest.raises(QueryError):
        graph.initiatives(union=name)


def test_networkx_and_rdf(graph: kg.Graph) -> None:
    assert isinstance(graph.networkx, networkx.MultiDiGraph)
    assert graph.networkx is graph.networkx
    assert graph.networkx.nodes["union/9901"]["label"] == "云溪市总工会"
    assert isinstance(graph.rdf, rdflib.Graph)
    assert len(graph.rdf) == len(graph.store)
    assert dict(graph.rdf.namespaces())["ukg"] == rdflib.URIRef("https://w3id.org/union-kg/ontology#")


def test_built_and_loaded_are_one(folder: Path, schemes: Path) -> None:
    built, loaded = kg.Graph(sample.knowledge(), lexicon=Lexicon(schemes)), kg.load(folder, ontology=schemes)
    assert built.ntriples() == loaded.ntriples() == (folder / "graph.nt").read_bytes()
    assert built.networkx.nodes == loaded.networkx.nodes
    assert built.networkx.adj == loaded.networkx.adj
    assert built.networkx.graph == loaded.networkx.graph
    assert isomorphic(built.rdf, loaded.rdf)
    assert built.initiatives() == loaded.initiatives()
    assert built.base == loaded.base


def test_turtle_alone_is_enough(folder: Path, schemes: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "graph.ttl", tmp_path)
    graph = kg.load(tmp_path, ontology=schemes)
    assert labels(graph, group="快递员") == ["送保温杯", "暖灯行动"]
    with pytest.raises(OutputError, match=r"graph\.json: cannot be read"):
        _ = graph.networkx


def test_another_base(schemes: Path, tmp_path: Path) -> None:
    built = kg.Graph(sample.knowledge(), lexicon=Lexicon(schemes), base="https://example.org/kg/")
    built.write(tmp_path)
    loaded = kg.load(tmp_path, ontology=schemes)
    assert loaded.base == "https://example.org/kg/"
    assert loaded.initiatives() == built.initiatives()
    assert (
        loaded.sparql("SELECT ?u { id:initiative\\/1a1a ukg:ranBy ?u }")[0]["u"]
        == "https://example.org/kg/union/990102"
    )


def test_folders_that_hold_no_graph(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="holds neither"):
        kg.load(tmp_path)
    (tmp_path / "graph.nt").write_text("this is no graph\n")
    (tmp_path / "graph.json").write_text("[]")
    with pytest.raises(OutputError, match=r"graph\.nt: cannot be read"):
        _ = kg.load(tmp_path).store
    with pytest.raises(OutputError, match=r"graph\.json: is no node-link"):
        _ = kg.load(tmp_path).networkx


def test_a_loaded_graph_is_not_written_again(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="copy its files"):
        kg.load(folder).write(tmp_path)


def test_an_empty_graph_answers(schemes: Path) -> None:
    graph = kg.Graph(Knowledge((), (), (), (), ()), lexicon=Lexicon(schemes))
    assert graph.initiatives() == []
    assert len(graph.networkx) == 0
    assert list(graph.sparql("SELECT ?u { ?u a ukg:Union }")) == []


def test_build_refuses_a_bad_base_before_it_reads() -> None:
    with pytest.raises(GraphError, match="ends in '/'"):
        kg.build(["no such path"], base="nonsense")


def test_names_of_the_package() -> None:
    assert {"Graph", "build", "load", "__version__"} <= set(dir(kg))
    assert isinstance(kg.__version__, str)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense
