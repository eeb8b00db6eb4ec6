"""Which divisions the graph adds to the venues of an initiative, in articles written for the tests."""

import pytest

from tests.rooms import initiative, knowledge_of, named


def places(text: str) -> set[str]:
    knowledge = knowledge_of(text)
    return named(knowledge, initiative(knowledge, "竞赛").places)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("徐州市总工会在徐州市工人文化宫举办护士技能竞赛", {"徐州市工人文化宫"}),
        ("徐州市总工会在汉韵文化宫举办护士技能竞赛", {"汉韵文化宫", "徐州市"}),
        ("江苏省总工会在汉韵文化宫举办护士技能竞赛", {"汉韵文化宫"}),
        ("徐州市总工会在云龙湖广场举办护士技能竞赛", {"云龙湖广场", "徐州市"}),
        ("上海市总工会在汉韵文化宫举办护士技能竞赛", {"汉韵文化宫", "上海市"}),
        ("江苏省总工会举办护士技能竞赛", {"江苏省"}),
        ("徐州市总工会举办护士技能竞赛", {"徐州市"}),
    ],
)
def test_a_division_is_added_where_the_venue_does_not_tell_it(text: str, expected: set[str]):
    assert places(f"本报讯 6月9日，{text}，120人参加。") == expected
