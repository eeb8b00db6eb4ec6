"""Why the graph says what it says: sentences, cues, rules, the chain of resolution, confidence."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
import kg.graph
from kg.errors import QueryError
from kg.lexicon import Lexicon
from kg.query.records import Quote
from kg.query.why_records import Cue, Explanation, Stated
from kg.query.why_text import explanation_lines
from tests.graph import sample
from tests.query import why_pages as pages


def stated(explanation: Explanation, what: str) -> list[Stated]:
    return [fact for fact in explanation.facts if fact.what == what]


def only(explanation: Explanation, what: str) -> Stated:
    found = stated(explanation, what)
    assert len(found) == 1, [fact.value for fact in found]
    return found[0]


def quote(words: str) -> Quote:
    begin = pages.PAGE.index(words)
    return Quote("page.txt", begin, begin + len(words), words)


def test_an_initiative_tells_its_sentence_cues_rules_and_the_parts_of_its_confidence(page_graph: kg.Graph):
    lamp = page_graph.why("暖灯行动")
    assert (lamp.type, lamp.confidence) == ("initiative", 0.95)
    assert lamp.confidence_of == ("文中给出名称 +0.95",)
    assert lamp.rules == ("programme-quoted",)
    assert only(lamp, "told").cues == (Cue("“暖灯行动”"),)
    assert only(lamp, "told").sentences == (quote(pages.LAMP),)
    union = only(lamp, "ran by")
    assert union.value == "徐州市云龙区总工会"
    assert union.cues == (Cue("徐州市云龙区总工会", "union-head", "“徐州市云龙区总工会”点明了云龙区"),)
    assert union.sentences == (quote(pages.LAMP),)
    group = next(fact for fact in stated(lamp, "for") if fact.value == "快递员")
    assert group.cues == (Cue("快递员", "group-form"),)
    cups = only(lamp, "handed out")
    assert (cups.value, cups.cues, cups.sentences) == ("60 份 保温杯", (Cue("60份"),), (quote(pages.LAMP),))
    assert only(lamp, "standing").cues == (Cue("开展"),)
    assert only(lamp, "kind").cues == (Cue("保温杯"), Cue("送上"))


def test_what_another_sentence_names_is_said_to_come_from_there(graph: kg.Graph):
    lamp = graph.why("暖灯行动")
    place = only(lamp, "where")
    assert (place.value, place.cues) == ("驿站", (Cue("驿站"),))
    assert place.note == "no sentence of the initiative names it; named beside it in the article"
    reading = graph.why("职工读书会")
    assert [fact.note for fact in stated(reading, "ran by")] == [
        "",
        "no text of the initiative names it",
    ]


def test_a_place_that_no_text_names_is_the_jurisdiction_of_the_union(graph: kg.Graph):
    cups = only(graph.why("initiative/2b2b"), "where")
    assert cups.note == "the text names no such place; it is the jurisdiction of 云溪市松竹区总工会"
    assert cups.sentences == ()


def test_a_union_tells_how_texts_call_it_and_why_that_is_it(page_graph: kg.Graph):
    union = page_graph.why("徐州市总工会")
    assert union.type == "union"
    assert union.confidence_of == ("the surest of 3 mentions",)
    forms = {form.words: form for form in union.forms}
    assert forms.keys() == {"徐州市总工会", "市总工会"}
    assert (forms["市总工会"].rule, forms["市总工会"].reason) == ("union-head", "近文提到徐州市总工会")
    begin = pages.OTHER.index(pages.PILLS)
    assert forms["市总工会"].places == (Quote("other.txt", begin, begin + 4, "市总工会"),)
    assert len(forms["徐州市总工会"].places) == 2
    ran = {fact.value: fact for fact in stated(union, "ran")}
    assert ran.keys() == {"焊工技能竞赛", "为出租车司机发放了30份药品"}
    assert ran["焊工技能竞赛"].sentences == (quote(pages.CONTEST),)


def test_people_posts_articles_groups_and_places_are_explained(graph: kg.Graph):
    person = graph.why("陆望舒")
    assert person.type == "person"
    assert sorted(fact.value for fact in stated(person, "holds")) == [
        "云溪市松竹区总工会主席陆望舒",
        "云溪市松竹区总工会党组书记陆望舒",
    ]
    post = graph.why("云溪市松竹区总工会主席陆望舒")
    assert (post.type, post.confidence) == ("post", 0.9)
    assert [(fact.what, fact.value) for fact in post.facts] == [
        ("who", "陆望舒"),
        ("where", "云溪市松竹区总工会"),
        ("title", "主席"),
    ]
    assert {quote.text for fact in post.facts for quote in fact.sentences} == {"松竹区总工会主席陆望舒"}
    article = graph.why("云溪市总工会举办读书会")
    assert [fact.value for fact in stated(article, "tells")] == ["职工读书会"]
    assert article.confidence is None
    group = graph.why("couriers")
    assert {form.words for form in group.forms} == {"快递小哥", "快递员"}
    assert [fact.value for fact in stated(group, "addressed by")] == ["暖灯行动", "送保温杯"]
    assert only(graph.why("松竹区"), "within").value == "云溪市"


def test_a_name_of_several_things_is_an_error_that_lists_them(page_graph: kg.Graph, tmp_path: Path):
    with pytest.raises(QueryError, match="no thing of the graph is called"):
        page_graph.why("月球总工会")
    folder = tmp_path / "out"
    kg.graph.write(sample.hostile(), folder, lexicon=Lexicon(sample.ontology(tmp_path / "schemes")))
    with pytest.raises(QueryError) as error:
        kg.load(folder, ontology=tmp_path / "schemes").why("<img src=x onerror=alert(1)>")
    message = str(error.value)
    assert message.startswith("5 things are called")
    assert all(f"{kind}/x02" in message for kind in ("person", "union", "group", "initiative", "article"))


def test_a_label_comes_before_another_form_and_a_key_before_both(page_graph: kg.Graph):
    by_label = page_graph.why("徐州市总工会")
    assert page_graph.why(by_label.key) == by_label
    assert page_graph.why(by_label.key.rpartition("/id/")[2]) == by_label


def test_hostile_labels_stay_in_their_line(tmp_path: Path):
    schemes = sample.ontology(tmp_path / "schemes")
    kg.graph.write(sample.hostile(), tmp_path / "out", lexicon=Lexicon(schemes))
    graph = kg.load(tmp_path / "out", ontology=schemes)
    for number in range(len(sample.HOSTILE)):
        for folder in ("person", "group", "union", "initiative", "membership", "article"):
            lines = list(explanation_lines(graph.why(f"{folder}/x{number:02}")))
            assert lines
            assert all(character.isprintable() for line in lines for character in line), lines
