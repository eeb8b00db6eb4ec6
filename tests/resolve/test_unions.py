"""Which federation or union short and elliptic names mean, in articles written for the tests."""

from kg.model import EntityType, Knowledge
from tests.rooms import initiative, knowledge_of, labels, named


def unions(knowledge: Knowledge) -> set[str]:
    return labels(knowledge, EntityType.UNION)


def test_the_city_is_the_one_above_where_an_article_names_unions_of_several_of_its_counties():
    knowledge = knowledge_of(
        "3月2日，在市总工会六届五次全委会上，兴平市总工会和武功县总工会等14个县区总工会作了交流。"
        "去年，市总工会在金融行业举办“技能之星”大赛，300名职工参赛。"
    )
    assert named(knowledge, initiative(knowledge, "技能之星").unions) == {"咸阳市总工会"}


def test_the_first_division_of_a_list_of_officers_tells_whose_union_is_meant():
    knowledge = knowledge_of(
        "本报讯 9月18日，舞钢市第三届职工技术运动会开幕。平顶山市总工会副主席李全，舞钢市正县级干部周毅、副市长吴甫、"
        "市政协副主席田文、市总工会主席陈云出席，140名选手参赛。"
    )
    assert "舞钢市总工会" in unions(knowledge)


def test_one_division_with_its_level_without_it_and_with_the_level_alone_has_one_union_of_an_industry():
    knowledge = knowledge_of(
        "本报讯 山东海员工会举办法律知识竞赛，300名海员参加。省海员工会为困难海员送去慰问金2万元。"
        "山东省海员工会主席周强出席。"
    )
    assert len([label for label in unions(knowledge) if label.endswith("海员工会")]) == 1


def test_a_firms_union_with_and_without_the_word_for_its_legal_form_is_one():
    knowledge = knowledge_of(
        "甲钢工会：牛奶送到一线\n本报讯 记者周强报道 甲钢集团工会为奋战在一线的职工送去12000袋鲜牛奶，职工们说很解渴。"
    )
    assert len([label for label in unions(knowledge) if "甲钢" in label and label.endswith("工会")]) == 1


def test_a_bare_federation_behind_its_division_and_a_colon_is_that_divisions():
    knowledge = knowledge_of(
        "铜山区：总工会开展夏日“送清凉”活动，慰问120名环卫工人，送去500份清凉礼包，环卫工人纷纷点赞。"
    )
    assert named(knowledge, initiative(knowledge, "送清凉").unions) == {"徐州市铜山区总工会"}


def test_levels_one_behind_the_other_are_unions_spoken_of_as_many():
    knowledge = knowledge_of(
        "本报讯 徐州市总工会部署慰问劳模活动。1月20日起，县市区总工会组织到劳模家中走访，送去慰问金，慰问劳模120人。"
    )
    assert unions(knowledge) == {"徐州市总工会", "徐州市各县市区工会"}


def test_some_members_of_a_union_are_no_union():
    knowledge = knowledge_of("本报讯 甲乙集团工会副主席周强以及部分工会委员带队走访了26名困难职工，送去慰问金。")
    assert unions(knowledge) == {"甲乙集团工会"}


def test_a_county_that_has_become_a_district_has_its_federation():
    knowledge = knowledge_of("本报讯 7月2日，万全县总工会联合团县委举办单身职工联谊会，186名青年职工参加。")
    assert unions(knowledge) == {"张家口市万全县总工会"}


def test_a_firm_named_behind_a_federation_does_not_begin_with_it():
    knowledge = knowledge_of(
        "本报讯 今年，江苏省总工会先后与中铁第一勘察设计院集团有限公司开展“铁军杯”劳动竞赛，500名职工参加。"
    )
    assert "中铁第一勘察设计院集团有限公司" in labels(knowledge, EntityType.ORGANIZATION)
