"""Unions, organisations, people, places, groups and programmes in sentences written for the tests."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import MentionType
from kg.recognise.matching import FormMatcher, words
from tests.rooms import article_of, mentions_of, recogniser, texts_of

UNION, BODY, PERSON = MentionType.UNION, MentionType.ORGANIZATION, MentionType.PERSON
PLACE, GROUP, PROGRAMME = MentionType.PLACE, MentionType.GROUP, MentionType.PROGRAMME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("近日，徐州市总工会走访慰问环卫工人。", ["徐州市总工会"]),
        ("云龙区总工会联合区教育局开设托管班。", ["云龙区总工会"]),
        ("日前，市总下拨专项资金。", ["市总"]),
        ("徐州市快递行业工会联合会正式成立。", ["徐州市快递行业工会联合会"]),
        ("江苏恒远重工集团工会为职工送清凉。", ["江苏恒远重工集团工会"]),
        ("活动由中华全国总工会指导。", ["中华全国总工会"]),
        ("徐州工会为货车司机送上礼包。", ["徐州工会"]),
        ("北京市、天津市和河北省总工会共同主办招聘会。", ["北京市", "天津市", "河北省总工会"]),
        ("活动由滨湖新片区总工会主办。", ["滨湖新片区总工会"]),
        ("入会当天，柳所街道总工会开设咨询台。", ["柳所街道总工会"]),
        ("会议要求街道总工会做好服务，这是镇总工会的项目。", ["街道总工会", "镇总工会"]),
        ("143团工会、150团工会为困难职工送去慰问金。", ["143团工会", "150团工会"]),
        ("青海省农林水利气象工会主席到会。", ["青海省农林水利气象工会"]),
        ("由徐州市、宿迁市总工会主办。", ["徐州市", "宿迁市总工会"]),
        ("恒远重工集团工会女工委员会开展活动。", ["恒远重工集团工会女工委员会"]),
        ("恒拓康斯工会、徐州市总工会协办。", ["恒拓康斯工会", "徐州市总工会"]),
        ("他说，看公司工会如何抓班组，企业要用工会的办法。", ["公司工会"]),
        ("工会干部走进车间，各级工会积极行动。", []),
        ("中国财贸工会主席王伟一行到访徐州市机械工会。", ["中国财贸工会", "徐州市机械工会"]),
        ("他成为工会会员。", []),
        ("全年总量和总体情况良好，市总体规划已经公布。", []),
    ],
)
def test_unions(text: str, expected: list[str]):
    assert texts_of(text, UNION) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("徐州市教育局、市人社局参加活动。", ["徐州市教育局", "市人社局"]),
        ("慰问组来到江苏恒远物流有限公司看望职工。", ["江苏恒远物流有限公司"]),
        ("局长和委员们到场，双方签订合作协议。", []),
        ("一家公司的职工说，医院很近。", []),
        ("由徐州市妇联、徐州市红十字会承办。", ["徐州市妇联", "徐州市红十字会"]),
    ],
)
def test_organisations(text: str, expected: list[str]):
    assert texts_of(text, BODY) == expected


def test_an_enterprise_union_keeps_its_employer():
    text = "江苏恒远重工有限公司工会举办运动会。"
    assert texts_of(text, UNION) == ["江苏恒远重工有限公司工会"]
    assert texts_of(text, BODY) == ["江苏恒远重工有限公司"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("徐州市总工会党组书记、常务副主席周文杰表示，活动将继续。", ["周文杰"]),
        ("快递员孙立接过礼包。", ["孙立"]),
        ("参加活动的有市总工会主席赵启明、副主席欧阳建国等。", ["赵启明", "欧阳建国"]),
        ("张师傅和李经理都很高兴。", []),
        ("安全文化很重要，高温天气要注意。", []),
    ],
)
def test_people(text: str, expected: list[str]):
    assert texts_of(text, PERSON) == expected


def test_a_name_once_found_is_found_again():
    text = "徐州市总工会主席赵启明走访企业。座谈会上，赵启明听取汇报。"
    assert texts_of(text, PERSON) == ["赵启明", "赵启明"]


def test_divisions_carry_codes_and_follow_the_segmenter():
    found = mentions_of("活动在江苏徐州云龙区举行，大别山南麓的山南村也有人来。", PLACE)
    assert [(mention.text, mention.label, mention.concept) for mention in found if mention.concept] == [
        ("江苏", "江苏省", "320000"),
        ("徐州", "徐州市", "320300"),
        ("云龙区", "云龙区", "320303"),
    ]


def test_an_ambiguous_division_is_read_by_its_neighbours():
    (beijing,) = [m for m in mentions_of("北京市朝阳区总工会开展活动。", PLACE) if m.text == "朝阳区"]
    assert beijing.concept == "110105"


def test_venues_need_a_name_of_their_own():
    assert "云龙湖广场" in texts_of("招聘会在云龙湖广场举行。", PLACE)
    assert "广场" not in texts_of("人们在广场跳舞。", PLACE)


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("为快递小哥、外卖骑手和网约车司机送清凉。", ["courier", "food-delivery-rider", "ride-hailing-driver"]),
        ("慰问留徐过年职工。", ["staying-worker"]),
        ("为环卫工人子女开设托管班。", ["worker-child"]),
        ("走进职工之家。", []),
        ("组织全县在岗女职工体检。", ["female-worker"]),
        ("为我市在岗职工体检。", ["worker"]),
        ("慰问春节期间在岗职工。", ["staying-worker"]),
    ],
)
def test_groups(text: str, concepts: list[str]):
    assert [mention.concept for mention in mentions_of(text, GROUP)] == concepts


def test_a_word_and_union_at_the_begin_of_a_programmes_name_are_none():
    text = "徐州市总工会主办“追光工会·牵手幸福”联谊活动，“星桥工会”也来了。"
    assert texts_of(text, MentionType.UNION) == ["徐州市总工会", "星桥工会"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("徐州市总工会启动“清凉彭城”关爱户外劳动者活动。", ["清凉彭城关爱户外劳动者活动"]),
        ("首届“彭城好网格”技能大赛开赛。", ["首届彭城好网格技能大赛"]),
        ("工会推出“暖心十条”，惠及职工。", ["暖心十条"]),
        ("他们说，工会是咱们的“娘家人”。", []),
        ("他笑着说：“真好。”", []),
        ("选手们以实际行动参加竞赛。", []),
        ("2023年徐州市职工技能大赛落幕。", ["2023年徐州市职工技能大赛"]),
        ("全省各级工会落实《江苏省女职工劳动保护条例》，开展体检。", []),
        ("徐州市总工会启动《工会法》宣传月活动。", ["工会法宣传月活动"]),
        ("工会举办“情系彭城”新业态女职工免费“两癌”筛查活动。", ["情系彭城新业态女职工免费两癌筛查活动"]),
        ("工会推出“清凉彭城”服务活动和“冬暖彭城”行动。", ["清凉彭城服务活动", "冬暖彭城行动"]),
    ],
)
def test_programmes(text: str, labels: list[str]):
    assert [mention.label for mention in mentions_of(text, PROGRAMME)] == labels


def test_the_pipeline_lays_mentions_over_tokens():
    _, article = article_of("徐州市总工会慰问快递员孙立。")
    doc = recogniser().doc(article)
    spans = {span.label_: span for span in doc.spans["mentions"]}
    assert doc.text == article.text
    assert spans["UNION"]._.mention.text == "徐州市总工会"
    assert spans["UNION"]._.rule and 0 < spans["UNION"]._.confidence <= 1
    assert any(ent.label_ == "GROUP" for ent in doc.ents)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="徐州市总工会慰问快递员孙立，。、“”（）主席李明公司在为0123万元 \n", max_size=60))
def test_every_mention_is_exactly_its_characters(text: str):
    from kg.read import articles
    from tests.rooms import lexicon, source_of

    source = source_of("近日，" + text)
    for article in articles(source, lexicon=lexicon()):
        for mention in recogniser().mentions(article):
            assert article.text[mention.begin : mention.end] == mention.text
            phrase = article.phrase(source, mention.begin, mention.end)
            assert source.text[phrase.begin : phrase.end] == phrase.anchor != ""


def test_form_matcher_takes_the_longest_form():
    matcher = FormMatcher({"工会": 1, "总工会": 2, "市总工会": 3})
    assert [(m.begin, m.end, m.value) for m in matcher.matches("某市总工会和工会")] == [(1, 5, 3), (6, 8, 1)]


def test_words_keep_their_order_and_drop_repeats():
    assert words("乙 甲\n乙") == ("乙", "甲")
