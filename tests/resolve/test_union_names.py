"""Short and full names of one union."""

from kg.model import EntityType
from kg.recognise.gazetteer import Gazetteer
from kg.resolve.federation_names import federation_names
from kg.resolve.union_names import UnionNames
from tests.rooms import knowledge_of, labels, lexicon


def test_a_headlines_short_name_is_the_union_told_in_full_later():
    knowledge = knowledge_of(
        "云南青霁集团工会送清凉\n\n本报讯 7月2日，云南省青霁集团有限公司工会慰问环卫工人。"
        "云南省青霁集团有限公司工会还为职工送去西瓜。"
    )
    assert labels(knowledge, EntityType.UNION) == {"云南省青霁集团有限公司工会"}


def test_names_of_one_employer_and_of_two():
    names = UnionNames(lexicon())
    assert names.of_one_employer("青霁机床集团工会", "青霁机床集团有限公司工会")
    assert names.of_one_employer("青霁经开区工会", "青霁经济技术开发区工会")
    assert not names.of_one_employer("黔南营运中心工会", "黔东南营运中心工会")
    assert not names.of_one_employer("青霁一局集团工会", "青霁一局集团第五工程有限公司工会")
    assert names.calls_zone("经开区总工会", "青霁经济技术开发区总工会")
    assert not names.calls_zone("开发区工会", "滨海新区总工会")
    assert not names.calls_zone("青霁经开区总工会", "青霁经济技术开发区总工会")


def test_an_article_without_a_place_of_its_own_is_at_home_where_its_first_union_is():
    knowledge = knowledge_of("本报讯 8月26日，江苏省徐州市丰县总工会举行助学金发放仪式。")
    assert labels(knowledge, EntityType.PLACE) == {"丰县"}


def test_a_division_of_the_corps_and_its_city_have_one_federation():
    knowledge = knowledge_of(
        "第八师石河子市总工会走访慰问环卫工人。\n师市总工会为困难职工发放慰问金3万元。\n石河子市总工会开展培训。"
    )
    assert labels(knowledge, EntityType.UNION) == {"第八师石河子市总工会"}


def test_the_paper_that_sends_a_report_tells_where_it_is_at_home():
    text = "枣庄新闻网讯 1月24日，市总工会到滕州市农副产品物流中心走访，为滕州市货车司机送去礼包300份。"
    assert labels(knowledge_of(text), EntityType.UNION) == {"枣庄市总工会"}
    assert labels(knowledge_of(f"新春送温暖\n作者：苏羽\n{text}"), EntityType.UNION) == {"枣庄市总工会"}
    assert labels(knowledge_of(text.replace("枣庄新闻网讯 ", "")), EntityType.UNION) == {"滕州市总工会"}


def test_a_kind_of_employer_stands_for_the_one_named_in_full_later_and_before():
    text = (
        "本报讯 经过集团工会的努力筹备，青霁实业集团有限公司工会第一期职工子女托管班开班。"
        "集团工会还为孩子们准备了200份牛奶。今后，青霁集团工会将继续办班。"
    )
    assert labels(knowledge_of(text), EntityType.UNION) == {"青霁实业集团有限公司工会"}


def test_a_short_name_may_leave_out_the_place_before_a_firms_name():
    names = UnionNames(lexicon())
    assert names.of_one_employer("青霁实业集团工会", "云南青霁实业集团有限公司工会")


def test_a_union_called_by_its_seat_is_that_of_the_body_named_before():
    knowledge = knowledge_of("本报讯 青霁社区党委书记孙志远、社区工会主席周晨到场。")
    assert labels(knowledge, EntityType.UNION) == {"青霁社区工会"}
    knowledge = knowledge_of("本报讯 慰问组来到青霁师范学院。校工会主席周晨说。")
    assert labels(knowledge, EntityType.UNION) == {"青霁师范学院工会"}


def test_an_autonomous_division_goes_by_its_name_without_its_peoples():
    assert "湘西州总工会" in federation_names(Gazetteer.load(lexicon()), "433100")
