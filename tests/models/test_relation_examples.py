"""What the gold says of each row, on a text and gold written here."""

import json

import pytest

from kg.lexicon import Lexicon
from kg.models.relation_examples import annotated_texts, group_links, place_links
from kg.relate import Relater

TEXT = (
    "本报讯 近日，徐州市总工会在云龙湖广场为坚守岗位的环卫工人送去500份清凉礼包。"
    "云龙区总工会主席到场。附近写字楼里的保安员也来帮忙。全市现有驿站60家。"
)
GOLD = {
    "source": "gift.txt",
    "articles": [{"id": "a1", "first": "近日，徐州市总工会", "last": "驿站60家。"}],
    "entities": [
        {"id": "u1", "type": "Union", "name": "徐州市总工会"},
        {"id": "u2", "type": "Union", "name": "云龙区总工会"},
        {"id": "p1", "type": "Place", "name": "徐州市", "accept": ["徐州"]},
        {"id": "p2", "type": "Place", "name": "云龙湖广场"},
        {"id": "p3", "type": "Place", "name": "云龙区"},
        {"id": "g1", "type": "WorkerGroup", "name": "环卫工人"},
        {"id": "g2", "type": "WorkerGroup", "name": "保安员"},
    ],
    "initiatives": [
        {
            "id": "i1",
            "article": "a1",
            "name": "慰问环卫工人",
            "evidence": ["徐州市总工会在云龙湖广场为坚守岗位的环卫工人送去500份清凉礼包"],
            "unions": ["u1"],
            "groups": ["g1"],
            "places": ["p1", "p2"],
            "provisions": [{"value": 500, "quote": "500份清凉礼包"}],
        }
    ],
}


@pytest.fixture(scope="module")
def text(tmp_path_factory):
    folder = tmp_path_factory.mktemp("annotated")
    (folder / "gift.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gift.json").write_text(json.dumps(GOLD, ensure_ascii=False), encoding="utf-8")
    return next(annotated_texts([(folder, folder)], Lexicon()))


def answers(text) -> dict[str, bool | None]:
    """The answers by the feature that tells the groups apart."""
    found = {}
    for example in group_links(text, Relater(Lexicon())):
        shown = [feature for feature in example.features if feature.startswith("group ") and "&" not in feature]
        found[shown[0]] = example.answer
    return found


def test_a_group_of_the_gold_is_right_and_another_wrong(text):
    assert answers(text) == {"group sanitation-worker": True, "group security-guard": False}


def test_a_venue_of_the_gold_is_right_and_so_is_the_seat_of_the_union_that_acts_where_the_gold_says(text):
    found = {}
    for example in place_links(text, Relater(Lexicon())):
        shown = [feature for feature in example.features if feature.startswith("place of ")]
        found[shown[0]] = example.answer
    assert found == {"place of venue": True, "place of seat": True}


def test_a_seat_is_wrong_where_the_gold_puts_the_initiative_elsewhere(tmp_path):
    elsewhere = {**GOLD, "initiatives": [{**GOLD["initiatives"][0], "places": ["p2", "p3"]}]}
    (tmp_path / "gift.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gift.json").write_text(json.dumps(elsewhere, ensure_ascii=False), encoding="utf-8")
    text = next(annotated_texts([(tmp_path, tmp_path)], Lexicon()))
    seats = [one.answer for one in place_links(text, Relater(Lexicon())) if "place of seat" in one.features]
    assert seats == [False]
