"""One name, several unions: what each of them did under it, in articles written for the tests."""

from __future__ import annotations

from tests.rooms import initiative, knowledge_of, named

ROUND_UP = (
    "本报讯 近日，徐州各地总工会相继开展“金秋助学”活动。\n"
    "8月26日，沛县总工会开展“金秋助学”活动，为7名困难职工子女发放助学金2.1万元。\n"
    "8月29日，睢宁县总工会开展“金秋助学”活动，为34名困难职工子女发放助学金6.5万元。"
)


def of_unions(*texts: str) -> list[tuple[set[str], set[float]]]:
    """Unions and numbers of the initiatives that texts tell."""
    knowledge = knowledge_of(*texts)
    told = (
        (named(knowledge, one.unions), {each.measure.value for each in one.amounts}) for one in knowledge.initiatives
    )
    return sorted(told, key=lambda entry: sorted(entry[0]))


def test_each_union_of_a_round_up_keeps_its_own_numbers() -> None:
    found = of_unions(ROUND_UP)
    assert ({"徐州市沛县总工会"}, {7.0, 21000.0}) in found
    assert ({"徐州市睢宁县总工会"}, {34.0, 65000.0}) in found
    assert len(found) == 3


def test_they_are_measures_of_what_unions_at_large_run() -> None:
    knowledge = knowledge_of(ROUND_UP)
    parents = {one.parent for one in knowledge.initiatives if one.parent}
    assert [named(knowledge, one.unions) for one in knowledge.initiatives if one.key in parents] == [{"徐州市各地工会"}]


def test_two_firms_unions_hold_a_camp_each() -> None:
    found = of_unions(
        "本报讯 恒远纺织有限公司工会开展职工子女夏令营活动，为300名职工子女服务。"
        "金石陶瓷有限公司工会举行职工子女夏令营活动，吸引了110名职工子女参与。"
    )
    assert found == [({"恒远纺织有限公司工会"}, {300.0}), ({"金石陶瓷有限公司工会"}, {110.0})]


def test_a_union_that_joins_in_without_numbers_is_a_further_runner() -> None:
    knowledge = knowledge_of(
        "本报讯 7月3日，徐州市总工会启动“汉风送凉”行动，为环卫工人送去500份清凉礼包。"
        "云龙区总工会也参加“汉风送凉”行动，开放区内的驿站。"
    )
    assert named(knowledge, initiative(knowledge, "汉风送凉").unions) == {"徐州市总工会", "徐州市云龙区总工会"}
