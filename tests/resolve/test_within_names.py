"""What an article names in other names alone is no thing that it tells of."""

from kg.model import EntityType
from tests.rooms import entity, knowledge_of, labels, named

ROUND_UP = (
    "徐州工会送清凉\n\n本报讯 徐州市总工会日前启动“清凉一夏”活动。丰县总工会为环卫工人送去500份礼包。"
    "江苏恒远重工集团工会为一线职工送去西瓜。在沛县，环卫工人领到了毛巾。"
)


def test_a_county_in_its_federations_name_alone_is_where_that_has_its_seat():
    knowledge = knowledge_of(ROUND_UP)
    assert labels(knowledge, EntityType.PLACE) == {"徐州市", "沛县"}
    union = entity(knowledge, "徐州市丰县总工会")
    assert named(knowledge, (union.jurisdiction or "",)) == {"丰县"}


def test_a_firm_in_its_unions_name_alone_is_its_employer():
    knowledge = knowledge_of(ROUND_UP)
    assert "江苏恒远重工集团" not in labels(knowledge, EntityType.ORGANIZATION)
    union = entity(knowledge, "江苏恒远重工集团工会")
    assert named(knowledge, (union.employer or "",)) == {"江苏恒远重工集团"}


def test_what_the_article_names_twice_is_a_thing_of_its_own():
    knowledge = knowledge_of(ROUND_UP + "丰县总工会又拿出10万元。恒远重工集团的车间里，江苏恒远重工集团工会发了西瓜。")
    assert "丰县" in labels(knowledge, EntityType.PLACE)
    assert "江苏恒远重工集团" in labels(knowledge, EntityType.ORGANIZATION)


def test_a_province_before_its_city_alone_is_how_the_city_is_written():
    knowledge = knowledge_of("本报讯 徐州市总工会组织职工到山东省烟台市学习，徐州市总工会慰问了环卫工人。")
    assert labels(knowledge, EntityType.PLACE) == {"徐州市", "烟台市"}
