"""What keeps a union from a group: every sentence that names both, and what stopped the edge."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import kg
from kg.errors import InputError, QueryError
from kg.lexicon import Lexicon
from kg.query.why_records import Case, WhyNot
from kg.query.why_text import why_not_lines
from tests.graph import sample
from tests.query import why_pages as pages

YUNLONG, GULOU = "徐州市云龙区总工会", "徐州市鼓楼区总工会"


def only(answer: WhyNot) -> Case:
    assert len(answer.cases) == 1, [case.sentence.text for case in answer.cases]
    return answer.cases[0]


def rules(case: Case) -> list[str]:
    return [obstacle.rule for obstacle in case.obstacles]


def test_an_edge_that_exists_is_shown(page_graph: kg.Graph, texts: Path):
    answer = page_graph.why_not(YUNLONG, "快递员", [texts])
    assert [(edge.initiative, edge.group) for edge in answer.edges] == [("暖灯行动", "快递员")]
    assert set(rules(only(answer))) == {"edge"}
    assert answer.notes == ()


def test_a_narrower_group_counts(page_graph: kg.Graph):
    assert {edge.group for edge in page_graph.why_not(YUNLONG, "新就业形态劳动者").edges} == {"快递员"}


def test_a_union_whose_workers_are_served_by_another_is_told_with_the_word_that_decided(
    page_graph: kg.Graph, texts: Path
):
    case = only(page_graph.why_not(GULOU, "环卫工人", [texts]))
    assert case.sentence.text == pages.NIGHT
    assert (case.unions, case.groups) == ((GULOU,), ("环卫工人",))
    others = [obstacle for obstacle in case.obstacles if obstacle.rule == "other-unions"]
    assert [(each.initiative, each.words) for each in others] == [
        ("夜读行动 (已开展)", (YUNLONG,)),
        ("为徐州市鼓楼区总工会的环卫工人送上80本图书 (已开展)", (YUNLONG,)),
    ]
    spoken_to = [obstacle for obstacle in case.obstacles if obstacle.rule == "actor-spoken-to"]
    assert [each.words for each in spoken_to] == [("为",)]


def test_speech_tells_no_initiative(page_graph: kg.Graph, texts: Path):
    case = only(page_graph.why_not(YUNLONG, "保安员", [texts]))
    assert case.sentence.text == pages.SPEECH
    assert rules(case) == ["no-initiative", "speech"]


def test_a_short_form_that_was_taken_for_another_union_is_told_with_the_reason(page_graph: kg.Graph, texts: Path):
    case = only(page_graph.why_not("无锡市总工会", "出租车司机", [texts]))
    assert case.sentence.text == pages.PILLS
    first = case.obstacles[0]
    assert first.rule == "resolved-otherwise"
    assert first.said == "“市总工会” was taken to mean 徐州市总工会"
    assert first.words == ("近文提到徐州市总工会",)
    assert case.obstacles[1].rule == "other-unions"


def test_without_a_sentence_of_both_the_nearest_pair_of_each_article_is_told(page_graph: kg.Graph, texts: Path):
    answer = page_graph.why_not("徐州市总工会", "环卫工人", [texts])
    assert answer.cases == ()
    assert [pair.article for pair in answer.nearest] == ["无锡市总工会办好事", "云龙区总工会送温暖"]
    near = answer.nearest[0]
    assert (near.union.text, near.group.text, near.characters) == (pages.GUESTS, pages.COOL, 5)
    assert {"actor-without-verb", "other-unions", "no-deed"} <= {obstacle.rule for obstacle in near.obstacles}
    below = next(obstacle for obstacle in answer.nearest[1].obstacles if obstacle.rule == "other-unions")
    assert below.said == "it is for this group, run by others, among them a union below this one"
    assert len(answer.union_at) == 3
    assert [quote.source for quote in answer.group_at] == ["other.txt", "page.txt"]


def test_a_group_that_no_text_names_is_mentioned_nowhere(page_graph: kg.Graph):
    answer = page_graph.why_not(YUNLONG, "矿工")
    assert (answer.edges, answer.cases, answer.nearest, answer.group_at) == ((), (), (), ())


PASSING = (
    "云龙区总工会送温暖\n" + pages.LAMP + "\n"
    "“云龙区总工会的驿站真好，劳模们都爱来。”站长说。\n"
    "一名保安员在云龙区总工会的驿站里喝水。\n"
    "有骑友路过。\n"
    "村医常去云龙区总工会。\n"
)


@pytest.fixture(scope="module")
def passing(tmp_path_factory: pytest.TempPathFactory) -> tuple[kg.Graph, Path]:
    """A page that names groups in speech and as one person, and its graph."""
    page = tmp_path_factory.mktemp("passing") / "page.txt"
    page.write_text(PASSING, encoding="utf-8")
    kg.build([page]).write(page.parent / "out")
    return kg.load(page.parent / "out"), page


@pytest.mark.parametrize(
    ("group", "words", "sentence", "expected"),
    [
        ("劳模", "劳模们", "“云龙区总工会的驿站真好，劳模们都爱来。”", {"group-in-passing", "speech"}),
        ("保安员", "保安员", "一名保安员在云龙区总工会的驿站里喝水。", {"group-in-passing", "group-one-person"}),
    ],
)
def test_a_group_in_passing_is_told_where_nothing_was_linked(
    passing: tuple[kg.Graph, Path], group: str, words: str, sentence: str, expected: set[str]
):
    graph, page = passing
    answer = graph.why_not(YUNLONG, group, [page])
    case = only(answer)
    assert (case.sentence.text, case.unions, case.groups) == (sentence, ("云龙区总工会",), (words,))
    assert expected <= set(rules(case))
    assert next(one.words for one in case.obstacles if one.rule == "group-in-passing") == (words,)
    assert answer.group_at == () and answer.edges == ()
    assert [quote.text for quote in answer.group_in_passing] == [words]
    begin = PASSING.index(sentence) + sentence.index(words)
    assert (answer.group_in_passing[0].begin, answer.group_in_passing[0].end) == (begin, begin + len(words))


def test_a_broader_group_has_those_in_passing_of_a_narrower_one(passing: tuple[kg.Graph, Path]):
    graph, page = passing
    answer = graph.why_not(YUNLONG, "医护人员", [page])
    assert [quote.text for quote in answer.group_in_passing] == ["村医"]
    assert only(answer).groups == ("村医",)


def test_without_texts_nothing_is_said_of_a_group_in_passing_but_that_they_would_tell(
    passing: tuple[kg.Graph, Path],
):
    answer = passing[0].why_not(YUNLONG, "劳模")
    assert (answer.cases, answer.group_in_passing) == ((), ())
    assert "in passing" in answer.notes[0] and "--texts" in answer.notes[0]


def test_a_group_that_the_graph_links_is_not_in_passing(passing: tuple[kg.Graph, Path]):
    graph, page = passing
    answer = graph.why_not(YUNLONG, "快递员", [page])
    assert len(answer.group_at) == 1 and answer.group_in_passing == ()
    with pytest.raises(QueryError, match="no worker group of the graph is called '宇航员甲'"):
        graph.why_not(YUNLONG, "宇航员甲", [page])


def test_without_texts_the_graph_answers_and_says_what_they_would_add(page_graph: kg.Graph):
    answer = page_graph.why_not(GULOU, "环卫工人")
    assert only(answer).sentence.text == pages.NIGHT
    assert rules(only(answer)) == ["other-unions", "other-unions"]
    assert len(answer.notes) == 1
    assert "page.txt" in answer.notes[0] and "--texts" in answer.notes[0]


def test_a_text_that_was_changed_is_named_and_not_used(page_graph: kg.Graph, tmp_path: Path):
    changed = tmp_path / "page.txt"
    changed.write_text(pages.PAGE.replace("1月19日", "1月29日"), encoding="utf-8")
    answer = page_graph.why_not(GULOU, "环卫工人", [changed])
    assert answer.notes[0].startswith("page.txt is not the file that the graph was built from: SHA-256 ")
    assert "actor-spoken-to" not in rules(only(answer))
    assert only(answer).sentence.text == pages.NIGHT


def test_names_that_are_unknown_or_several_are_errors(page_graph: kg.Graph, tmp_path: Path):
    with pytest.raises(QueryError, match="no union of the graph is called '月球总工会'"):
        page_graph.why_not("月球总工会", "快递员")
    with pytest.raises(QueryError, match="no worker group of the graph is called '宇航员甲'"):
        page_graph.why_not(YUNLONG, "宇航员甲")
    with pytest.raises(InputError):
        page_graph.why_not(YUNLONG, "保安员", [tmp_path / "missing.txt"])


def test_a_form_of_two_unions_is_an_error_that_lists_both(schemes: Path):
    known = sample.knowledge()
    entities = tuple(
        replace(one, alternatives=("总会",)) if one.key.startswith("union/99") else one for one in known.entities
    )
    graph = kg.Graph(replace(known, entities=entities), lexicon=Lexicon(schemes))
    with pytest.raises(QueryError, match=r"2 things are called '总会': 云溪市总工会 .*; 云溪市松竹区总工会 "):
        graph.why_not("总会", "快递员")


def test_every_line_is_printable(page_graph: kg.Graph, texts: Path):
    for group in ("快递员", "保安员", "环卫工人", "矿工"):
        for line in why_not_lines(page_graph.why_not(YUNLONG, group, [texts])):
            assert all(character.isprintable() for character in line)
