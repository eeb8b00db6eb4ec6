"""Which divisions stand beside the venues of an initiative, in articles written for the tests."""

import pytest

from tests.rooms import initiative, knowledge_of, named


def places(text: str) -> set[str]:
    knowledge = knowledge_of(text)
    return named(knowledge, initiative(knowledge, "竞赛").places)


@pytest.mark.parametrize(
    ("union", "venue", "city"),
    [
        ("徐州市总工会", "徐州市工人文化宫", {"徐州市"}),
        ("徐州市总工会", "汉韵文化宫", {"徐州市"}),
        ("徐州市总工会", "云龙湖广场", {"徐州市"}),
        ("上海市总工会", "汉韵文化宫", {"上海市"}),
        ("江苏省总工会", "汉韵文化宫", set()),
    ],
)
def test_a_venue_is_the_place_and_no_wider_division_than_its_city_is_one(union: str, venue: str, city: set[str]):
    found = places(f"本报讯 6月9日，{union}在{venue}举办护士技能竞赛，120人参加。")
    assert venue in found
    assert found - {venue} <= city


@pytest.mark.parametrize(("union", "division"), [("江苏省总工会", "江苏省"), ("徐州市总工会", "徐州市")])
def test_where_no_place_is_told_it_is_the_division_in_which_the_union_acts(union: str, division: str):
    assert places(f"本报讯 6月9日，{union}举办护士技能竞赛，120人参加。") == {division}


def test_a_place_that_a_union_and_the_text_name_is_one():
    assert places("本报讯 6月9日，徐州市总工会在徐州市举办护士技能竞赛，120人参加。") == {"徐州市"}
