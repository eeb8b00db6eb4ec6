"""Where sentences put initiatives by rules, in articles written for the tests."""

import pytest

from kg.relate.discourse import Discourse
from kg.relate.places import PlaceReader
from kg.relate.subjects import Subjects
from tests.rooms import article_of, lexicon, recogniser, relater


def places(text: str) -> list[list[str]]:
    """The places of each initiative of a text, as it names them."""
    _, article = article_of(text)
    discourse = Discourse(article, recogniser().mentions(article), Subjects(lexicon()))
    reader = PlaceReader(lexicon())
    drafts, _ = relater().drafts(discourse)
    scenes = reader.scenes(discourse)
    return [[discourse.mentions[i].text for i in reader.places(draft, discourse, scenes)] for draft in drafts]


VISIT = "本报讯 7月3日，云龙区总工会开展“送清凉”慰问活动。"


def test_visitors_are_followed_to_the_venues_of_the_next_sentences():
    found = places(VISIT + "慰问组先后走进汉源大道工地、翠屏山小区工地，察看施工进度。\n随后，一行人来到青螺岛码头。")
    assert found[0] == ["汉源大道工地", "翠屏山小区工地", "青螺岛码头"]


def test_the_scene_goes_on_where_the_next_sentence_opens_with_a_venue():
    assert places(VISIT + "在青螺岛码头，装卸工捧着凉茶说笑。")[0] == ["青螺岛码头"]


def test_what_another_union_does_in_its_own_venue_is_not_followed():
    assert "青螺岛码头" not in places(VISIT + "在青螺岛码头，泉山区总工会举办安全知识竞赛。")[0]


def test_the_venue_of_the_first_sentence_is_the_scene_of_the_next_one():
    found = places("本报讯 初夏的云龙湖广场，热闹得像个集市。6月9日，徐州市总工会主办首届“汉风杯”护士技能竞赛。")
    assert found == [["云龙湖广场"]]


def test_a_venue_before_which_something_happens_is_the_place_of_a_named_event():
    found = places("本报讯 近日，徐州市工人文化宫门前，随着卡车驶离，徐州市总工会启动“情暖彭城”送温暖活动。")
    assert found[0] == ["徐州市工人文化宫"]


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("在某集团承建的翠屏山小区工地启动", "翠屏山小区工地"),
        ("在海拔4500米的国道109线启动", "国道109线"),
        ("在徐州市云龙区来悦酒店设点", "徐州市云龙区来悦酒店"),
    ],
)
def test_what_is_said_of_a_place_may_stand_before_its_name(where: str, place: str):
    assert places(f"本报讯 6月9日，徐州市总工会“汉风杯”护士技能竞赛{where}。") == [[place]]


def test_one_site_without_a_name_lies_in_the_place_before_it():
    text = "本报讯 6月9日，徐州市铜山区一家物流园里，卡车排成一列，徐州市总工会主办的集中入会仪式在这里举行。"
    assert places(text) == [["徐州市", "铜山区"]]


def test_a_measure_takes_place_where_its_programme_does():
    contest = "本报讯 6月9日，徐州市总工会在云龙湖广场举办“汉风杯”护士技能竞赛。"
    assert places(contest + "竞赛设2个项目，市总工会还为12名优秀选手发放奖金5万元。")[-1] == ["云龙湖广场"]


def test_a_body_is_where_something_is_set_up():
    assert places("本报讯 6月9日，徐州市总工会启用“爱心母婴室”。母婴室设在汉韵集团后楼三层。") == [["汉韵集团"]]


def test_the_scene_may_open_behind_words_spoken():
    text = "本报讯 “早盼着这一天。”6月9日，徐州客运站鼓声阵阵。当天，徐州市总工会举办首届“汉风杯”护士技能竞赛。"
    assert places(text) == [["徐州客运站"]]
