"""Pages of the web, with one paragraph a line, in texts written for the tests."""

from collections.abc import Callable

from kg.lexicon import Lexicon
from kg.model import Source
from kg.read import articles

Make = Callable[..., Source]
HEAD = "松河新区总工会：临江街道梅园社区联合工会委员会携手辖区企业开展“情系骑手 夏日清凉”关爱活动"
FIRST = (
    "为做好防暑降温工作，关爱户外劳动者，7月8日，梅园社区联合工会委员会带着凉茶和毛巾走进快递站点，"
    "为坚守岗位的快递员、外卖骑手送去清凉，并向他们讲解高温天气里的安全知识。"
)
SECOND = (
    "7月9日，白塔镇总工会为环卫工人发放防暑礼包一百二十份，礼包里有遮阳帽、水壶、毛巾和藿香正气水，"
    "并提醒大家错开中午的高温时段，让环卫工人安心上岗，实实在在地感受到了工会的关心"
)
THIRD = (
    "7月10日，云川县总工会把流动服务车开到了货运市场，为货车司机检查身体、检修车灯、更换雨刷，"
    "当天共有八十名司机用上了这项服务，不少司机还当场扫码加入了工会。"
)


def test_a_long_headline_does_not_run_into_the_report(make: Make, lexicon: Lexicon) -> None:
    (found,) = articles(make("\n\n".join([HEAD, "发布时间：2024-07-12", FIRST, THIRD])), lexicon=lexicon)
    assert found.headline == HEAD
    assert found.text[found.body :].startswith("为做好防暑降温工作")


def test_a_paragraph_without_a_full_stop_stands_by_itself(make: Make, lexicon: Lexicon) -> None:
    (found,) = articles(make("\n".join([FIRST, SECOND, THIRD])), lexicon=lexicon)
    assert found.text.split("\n") == [FIRST, SECOND, THIRD]


def test_a_paragraph_that_was_cut_goes_on(make: Make, lexicon: Lexicon) -> None:
    cut = SECOND.index("并提醒")
    (found,) = articles(make("\n".join([FIRST, SECOND[:cut], SECOND[cut:] + "。", THIRD])), lexicon=lexicon)
    assert found.text.split("\n")[1] == SECOND + "。"
