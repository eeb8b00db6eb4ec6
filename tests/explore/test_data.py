"""The records of the explorer say what the graph says; expectations are read off `sample.TEXT` by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import kg
from kg.explore.contract import Data, Initiative
from kg.explore.data import explorer_data, relations
from kg.graph.naming import Naming
from kg.graph.rdf import describe
from kg.lexicon import Lexicon
from kg.model import Knowledge
from kg.query.described import Described
from tests.graph import sample


def named(data: Data, label: str) -> Initiative:
    (found,) = (each for each in data.initiatives if data.nodes[each.node].label == label)
    return found


def labels(data: Data, indexes: tuple[int, ...]) -> list[str]:
    return [data.nodes[index].label for index in indexes]


def test_an_initiative_with_all_that_hangs_on_it(graph: kg.Graph) -> None:
    data = explorer_data(graph)
    lamp = named(data, "暖灯行动")
    assert labels(data, lamp.unions) == ["云溪市松竹区总工会"]
    assert "快递员" in labels(data, lamp.groups)
    assert labels(data, lamp.partners) == ["青石快运公司"]
    assert (lamp.kind, lamp.standing, lamp.start) == ("condolence", "carried-out", "2031-01-18")
    assert {(amount.role, amount.value, amount.unit) for amount in lamp.amounts} >= {
        ("funding", 25000.0, "CNY"),
        ("reached", 200.0, "名"),
    }


def test_spans_point_at_the_words(graph: kg.Graph) -> None:
    data = explorer_data(graph, texts={sample.SOURCE: sample.TEXT})
    (source,) = data.sources
    assert source.text == sample.TEXT
    (union,) = (node for node in data.nodes if node.label == "云溪市松竹区总工会")
    assert {source.text[begin:end] for _, begin, end in union.mentions} == {"松竹区总工会"}
    assert len(union.mentions) == 3


def test_a_text_of_another_length_is_not_shown(graph: kg.Graph) -> None:
    (source,) = explorer_data(graph, texts={sample.SOURCE: sample.TEXT + "。"}).sources
    assert (source.text, source.length) == ("", len(sample.TEXT))


def test_above_is_the_parent_the_place_around_the_broader_group(graph: kg.Graph) -> None:
    data = explorer_data(graph)
    above = {node.label: data.nodes[node.above].label for node in data.nodes if node.above is not None}
    assert above["云溪市松竹区总工会"] == "云溪市总工会"
    assert above["云溪市"] == "青岚省"
    assert above["快递员"] == "新业态劳动者"
    assert {node.label: node.en for node in data.nodes}["快递员"] == "couriers"


def test_a_page_that_is_too_small_for_the_graph(graph: kg.Graph) -> None:
    whole, data = explorer_data(graph), explorer_data(graph, most=1)
    assert data.omitted == len(whole.initiatives) - 1
    (kept,) = data.initiatives
    surest = max(whole.nodes[each.node].confidence or 0 for each in whole.initiatives)
    assert data.nodes[kept.node].confidence == surest
    assert len(data.nodes) < len(whole.nodes)
    assert all(0 <= index < len(data.nodes) for pair in relations(data) for index in pair)


def test_loaded_and_built_give_the_same(graph: kg.Graph, lexicon: Lexicon, tmp_path: Path) -> None:
    graph.write(tmp_path)
    assert explorer_data(kg.load(tmp_path, ontology=lexicon.folder)) == explorer_data(graph)


@pytest.mark.parametrize("made", [sample.knowledge, sample.hostile, sample.large])
@pytest.mark.parametrize("most", [1, 4000])
def test_what_was_described_gives_the_same_as_a_store_of_it(
    made: Callable[[], Knowledge], most: int, lexicon: Lexicon
) -> None:
    knowledge = made()
    blocks = describe(knowledge, lexicon, Naming(lexicon.groups, lexicon.kinds))
    graph = kg.Graph(knowledge, lexicon=lexicon)
    assert explorer_data(Described(blocks, graph.base), most=most) == explorer_data(graph, most=most)
