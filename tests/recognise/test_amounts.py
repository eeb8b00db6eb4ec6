"""Quantities and money: values, units, qualifiers, what is counted."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.amounts import amounts
from kg.recognise.numerals import numeral_value


@pytest.fixture(scope="module")
def lexicon() -> Iterator[Lexicon]:
    yield Lexicon()


LEXICON = Lexicon()


def one(text: str) -> Mention:
    mentions = amounts(text, lexicon=LEXICON)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("1,500", 1500),
        ("1.3万", 13_000),
        ("1．5万", 15_000),
        ("三千", 3000),
        ("百", 100),
        ("两", 2),
        ("十二", 12),
        ("一百零五", 105),
        ("二〇二三", 2023),
        ("2亿", 200_000_000),
        ("三千五百万", 35_000_000),
        ("一亿三千万", 130_000_000),
        ("百万", 1_000_000),
        ("0.5万", 5000),
        ("万亿", 1_000_000_000_000),
        ("3万5千", 35_000),
        ("1亿2千万", 120_000_000),
        ("三四十", 40),
        ("十五六", 16),
        ("七八", 8),
        ("一两百", 200),
        ("人", None),
        ("", None),
        ("3个", None),
    ],
)
def test_numerals(numeral: str, value: float | None) -> None:
    assert numeral_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "span", "value", "qualifier"),
    [
        ("投入30余万元", "30余万元", 300_000, "more than"),
        ("总计近30万元", "近30万元", 300_000, "about"),
        ("资金不少于60万元", "不少于60万元", 600_000, "at least"),
        ("下拨60万元", "60万元", 600_000, ""),
        ("花费4.92万元", "4.92万元", 49_200, ""),
        ("筹集3.5亿元", "3.5亿元", 350_000_000, ""),
        ("最高不超过120元", "不超过120元", 120, "at most"),
        ("约9000元", "约9000元", 9000, "about"),
        ("45万余元", "45万余元", 450_000, "more than"),
        ("超过600万元", "超过600万元", 6_000_000, "more than"),
        ("1,500元", "1,500元", 1500, ""),
        ("500元以上", "500元以上", 500, "more than"),
        ("两千元", "两千元", 2000, ""),
        ("设立近百万专项资金", "近百万", 1_000_000, "about"),
    ],
)
def test_money(text: str, span: str, value: float, qualifier: str) -> None:
    mention = one(text)
    assert (mention.type, mention.text) == (MentionType.MONEY, span)
    assert mention.measure is not None
    assert (mention.measure.value, mention.measure.unit, mention.measure.qualifier) == (value, "元", qualifier)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("每人500元", "each"),
        ("每位职工补助300元", "each"),
        ("价值3000元的奖品", "value"),
        ("礼包总价值近30万元", "total"),
        ("慰问金2万元", ""),
        ("每人都来了，捐出2万元", ""),
    ],
)
def test_the_words_before_a_sum_label_it(text: str, label: str) -> None:
    assert one(text).label == label


@pytest.mark.parametrize(
    ("text", "span", "value", "unit", "qualifier", "item"),
    [
        ("送上50份毛巾礼盒、洗漱大礼包送给大家", "50份", 50, "份", "", "毛巾礼盒、洗漱大礼包"),
        ("准备了近万份清凉礼品，", "近万份", 10_000, "份", "about", "清凉礼品"),
        ("三千多人报名", "三千多人", 3000, "人", "more than", ""),
        ("300名留在本地的外省籍员工领到了红包", "300名", 300, "名", "", "留在本地的外省籍员工"),
        ("100余名职工在欢笑中出发", "100余名", 100, "名", "more than", "职工"),
        ("共2000余名。", "2000余名", 2000, "名", "more than", ""),
        ("服务3.92万人次", "3.92万人次", 39_200, "人次", "", ""),
        ("推出1.3万个就业岗位。", "1.3万个", 13_000, "个", "", "就业岗位"),
        ("采购苹果480箱，", "480箱", 480, "箱", "", "苹果"),
        ("千份春联送到家", "千份", 1000, "份", "", "春联"),
        ("百余人参加", "百余人", 100, "人", "more than", ""),
        ("两辆大巴车停着", "两辆", 2, "辆", "", "大巴车"),
        ("十名社区妈妈志愿者", "十名", 10, "名", "", "社区妈妈志愿者"),
        ("收到160余部作品，", "160余部", 160, "部", "more than", "作品"),
        ("1000亩果园。", "1000亩", 1000, "亩", "", "果园"),
        ("1200份“防暑清凉包”，", "1200份", 1200, "份", "", "防暑清凉包"),
        ("1500份的过年红包，", "1500份", 1500, "份", "", "过年红包"),
        ("递上20杯姜茶", "20杯", 20, "杯", "", "姜茶"),
        ("两期培训", "两期", 2, "期", "", "培训"),
        ("40名家政服务员", "40名", 40, "名", "", "家政服务员"),
        ("80名师生", "80名", 80, "名", "", "师生"),
        ("9名义工", "9名", 9, "名", "", "义工"),
        ("30名不回家的保安", "30名", 30, "名", "", "不回家的保安"),
        ("15桌团圆饭", "15桌", 15, "桌", "", "团圆饭"),
        ("诗作210首，", "210首", 210, "首", "", "诗作"),
        ("上百家驿站开门", "上百家", 100, "家", "more than", "驿站开门"),
        ("300人以上的企业", "300人以上", 300, "人", "more than", "企业"),
        ("3至5名选手", "3至5名", 5, "名", "at most", "选手"),
        ("150个工会驿站", "150个", 150, "个", "", "工会驿站"),
        ("4个专业的技能大赛。", "4个", 4, "个", "", "专业的技能大赛"),
    ],
)
def test_quantities(text: str, span: str, value: float, unit: str, qualifier: str, item: str) -> None:
    mention = one(text)
    assert (mention.type, mention.text) == (MentionType.QUANTITY, span)
    measure = mention.measure
    assert measure is not None
    assert (measure.value, measure.unit, measure.qualifier, measure.item) == (value, unit, qualifier, item)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("20名职工", "people"),
        ("20家企业", "bodies"),
        ("20箱牛奶", "goods"),
        ("20场讲座", "events"),
        ("20公斤西瓜", "measure"),
    ],
)
def test_the_unit_gives_the_kind(text: str, kind: str) -> None:
    assert one(text).concept == kind


@pytest.mark.parametrize(
    "text",
    [
        "第61场发布会",
        "第二届比赛",
        "码头二期的驿站",
        "刚包好的三角粽",
        "人力三轮车夫",
        "2023年",
        "3号楼",
        "电话0571-56781234。",
        "8:30至11:30",
        "7×24小时",
        "增长20%",
        "百分之二十",
        "73岁",
        "30公里外",
        "数百名职工",
        "几十家企业",
        "十几名职工",
        "3个月",
        "2个小时",
        "5个百分点",
        "三部门联合",
        "一次性发放",
        "千家万户",
        "“两节”期间",
        "前三名选手",
        "三位一体",
        "2位于",
        "长三角地区",
        "同一家企业",
        "万家灯火",
        "A4纸",
        "12351热线",
        "今年1月11日",
        "一份份礼物",
        "元旦",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert amounts(text, lexicon=LEXICON) == ()


def test_several_amounts_of_one_sentence() -> None:
    found = amounts("安排资金30余万元，为12家企业的200名职工送去4500份防暑物资。", lexicon=LEXICON)
    assert [mention.text for mention in found] == ["30余万元", "12家", "200名", "4500份"]
    assert found[3].measure is not None and found[3].measure.item == "防暑物资"


def test_an_item_ends_before_the_next_number() -> None:
    found = amounts("600份清凉大礼包、100本各类书籍，", lexicon=LEXICON)
    assert [mention.measure.item for mention in found if mention.measure] == ["清凉大礼包", "各类书籍"]


def test_one_of_something_is_less_certain() -> None:
    assert one("添置一台冰箱。").confidence < one("添置三台冰箱。").confidence < one("添置3台冰箱。").confidence


def test_the_lexicon_decides_on_units(tmp_path: object, lexicon: Lexicon) -> None:
    table = lexicon.table("units")
    assert "份" in table["units"]["goods"] and "年" in table["units"]["silent"]
    kinds = [unit for units in table["units"].values() for unit in units]
    assert len(kinds) == len(set(kinds)), "a unit stands under two kinds"


@given(st.text(alphabet="0123456789一两三十百千万亿余多近约元份名个位人次家的、，。“”礼包职工送每价值至", max_size=60))
def test_positions_are_exact_and_never_overlap(text: str) -> None:
    position = 0
    for mention in amounts(text, lexicon=LEXICON):
        assert position <= mention.begin < mention.end <= len(text)
        assert mention.text == text[mention.begin : mention.end]
        assert mention.measure is not None and mention.measure.value > 0
        assert mention.measure.item == "" or mention.measure.item in text
        position = mention.end


@pytest.mark.parametrize("unit", ["1", "一", "近", "1万", "“1份", "1,234", "10—", "一百"])
def test_time_is_linear(unit: str) -> None:
    started = time.process_time()
    amounts(unit * 10_000, lexicon=LEXICON)
    assert time.process_time() - started < 5


def test_a_range_of_sums_gives_both_its_ends() -> None:
    found = amounts("每人补助800元至2000元。", lexicon=LEXICON)
    assert [mention.measure and mention.measure.value for mention in found] == [800, 2000]
    assert {mention.label for mention in found} == {"each"}


def test_what_stands_before_a_number_is_not_what_the_next_number_counts() -> None:
    found = amounts("开办企业托管班7个、社区托管班9个。", lexicon=LEXICON)
    assert [mention.measure.item for mention in found if mention.measure] == ["企业托管班", "社区托管班"]


@pytest.mark.parametrize(
    ("text", "value", "item"),
    [
        ("为 300 余名环卫工人体检", 300, "环卫工人"),
        ("送去清凉礼包 500 份", 500, "清凉礼包"),
        ("拨付 12 万元", 120_000, ""),
        ("近 1.2 万人次参加", 12_000, ""),
    ],
)
def test_a_space_between_number_and_unit_changes_nothing(text: str, value: float, item: str) -> None:
    measure = one(text).measure
    assert measure is not None
    assert (measure.value, measure.item) == (value, item)


def test_an_ordinal_with_spaces_is_no_quantity() -> None:
    assert amounts("获得第 3 名", lexicon=LEXICON) == ()


def test_people_are_counted_in_ten_thousands_without_their_unit() -> None:
    mention = one("活动吸引150余万职工在线参与。")
    assert mention.measure is not None
    assert (mention.concept, mention.measure.value, mention.measure.unit) == ("people", 1_500_000, "人")
    assert not amounts("百万职工齐上阵。", lexicon=LEXICON)


def test_what_is_counted_may_end_in_a_word_for_a_meeting() -> None:
    mention = one("已举办10场招聘会。")
    assert mention.measure is not None
    assert mention.measure.item == "招聘会"
