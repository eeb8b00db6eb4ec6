"""A page as a scanner leaves it: the articles that a reader would see on it, written down by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.lexicon import Lexicon
from kg.model import Article, Source
from kg.read import anatomy, articles

Make = Callable[..., Source]


@pytest.fixture(scope="module")
def found(page: Source, lexicon: Lexicon) -> tuple[Article, ...]:
    return articles(page, lexicon=lexicon)


def names(article: Article) -> list[tuple[str, str]]:
    return [(name.role, article.text[name.begin : name.end]) for name in article.bylines]


def test_headlines_in_the_sources_own_characters(found: tuple[Article, ...]) -> None:
    assert [article.headline for article in found] == [
        "烈日下的一杯茶 云川市总工会为户外劳动者送清凉",
        "松河县举办焊工比武",
        "",
        "白塔镇:职工书屋夜里不关灯",
    ]


def test_masthead_is_no_article_and_dates_all(found: tuple[Article, ...], page: Source, lexicon: Lexicon) -> None:
    assert {article.date for article in found} == {"2022-07-15"}
    assert {article.newspaper for article in found} == {"江海劳动者报"}
    furniture = [page.text[begin:end] for begin, end in anatomy(page, lexicon=lexicon).furniture]
    assert furniture == [
        "江海劳动者报",
        "2022年7月15日 星期五 农历壬寅年六月十七",
        "第2版 工会新闻",
        "责任编辑:柳 青 版式:郝月",
    ]


def test_cut_article_goes_on_behind_another(found: tuple[Article, ...], page: Source) -> None:
    tea, welders = found[0], found[1]
    assert tea.text.endswith("云川市总工会还将把“一杯茶”行动延伸到工地、车站和货运市场，让更多云川劳动者喝上“一杯茶”。")
    assert len(tea.stretches) == 2
    assert "云川" not in welders.text
    assert not any(article.fragment for article in found)


def test_broken_line_is_joined_and_section_head_stays(found: tuple[Article, ...]) -> None:
    assert "环卫工人、快递员送去凉茶" in found[0].text
    assert "\n站点开到家门口\n" in found[0].text


def test_names_of_bylines_and_credits(found: tuple[Article, ...]) -> None:
    assert names(found[0]) == [("reporter", "覃 朗"), ("correspondent", "米小松"), ("correspondent", "舒怀远")]
    assert names(found[1]) == [("correspondent", "皮文彬")]
    assert names(found[2]) == [("photographer", "苗可欣")]
    assert names(found[3]) == [("correspondent", "白 工")]


def test_body_begins_behind_the_headline(found: tuple[Article, ...]) -> None:
    bodies = [article.text[article.body : article.body + 4] for article in found]
    assert bodies == ["本报讯（", "本报讯 ", "7月13", "7月以来"]
    assert found[0].text[: found[0].body] == "烈日下的一杯茶\n云川市总工会为户外劳动者送清凉\n"


def test_phrases_point_into_the_untouched_file(found: tuple[Article, ...], page: Source) -> None:
    article = found[0]
    place = article.text.index("环卫工人、快递员")
    phrase = article.phrase(page, place, place + 8)
    assert phrase.anchor == "环卫工人、快\n\n递员" == page.text[phrase.begin : phrase.end]


SINGLE = """暮色里的补习班 {gap}青禾市工会托管班办到厂区

本报讯（记者 郎宁）8月2日，青禾市总工会的托管班在星河电子厂区开班，60名职工子女报到。

怎么选老师

“老师都是退休教师。”青禾市总工会女工部部长文静介绍，报名的老师要经过三轮试讲。

怎么管安全

近日，厂区为托管班装上了门禁。文静说，孩子们的安全是第一位的。

今年，青禾市总工会计划办班12个。
"""


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_single_clean_article_is_one_with_its_sections(make: Make, lexicon: Lexicon, gap: str) -> None:
    found = articles(make(SINGLE.replace("{gap}", gap)), lexicon=lexicon)
    assert len(found) == 1
    assert found[0].headline.split() == ["暮色里的补习班", "青禾市工会托管班办到厂区"]
    assert "\n怎么管安全\n" in found[0].text


def test_line_ends_of_windows_change_nothing_but_places(make: Make, lexicon: Lexicon, page: Source) -> None:
    windows = make(page.text.replace("\n", "\r\n"))
    assert [a.text for a in articles(windows, lexicon=lexicon)] == [a.text for a in articles(page, lexicon=lexicon)]
    for article in articles(windows, lexicon=lexicon):
        for begin, end in article.stretches:
            assert windows.text[begin:end].strip() == windows.text[begin:end]


def test_piece_above_the_first_headline_is_a_fragment_or_placed(make: Make, lexicon: Lexicon) -> None:
    text = "送到每一名职工手里，让大家安心度夏，这样的慰问已经持续了三年。\n\n" + SINGLE.replace("{gap}", "")
    found = articles(make(text), lexicon=lexicon)
    assert [article.fragment for article in found] in ([True, False], [False])


def test_day_without_year_needs_a_single_year(make: Make, lexicon: Lexicon) -> None:
    one = "工运快报\n\n中工网云川2月25日电（记者 宫木）2019年以来，云川市总工会建成驿站80个。今天，又有3个驿站开放。"
    two = one + "2020年，还将再建20个。"
    dates = [articles(make(text), lexicon=lexicon)[-1].date for text in (one, two, one.replace("2019年以来，", ""))]
    assert dates == ["2019-02-25", None, None]


def test_record_gives_date_and_title(make: Make, lexicon: Lexicon) -> None:
    record = make("云川市总工会举办健步走，200名职工参加。", date="2021-05-01", title="走起来")
    (article,) = articles(record, lexicon=lexicon)
    assert (article.headline, article.date, article.fragment, article.body) == ("走起来", "2021-05-01", False, 0)


def test_traditional_text_reads_as_simplified_and_quotes_as_it_stands(make: Make, lexicon: Lexicon) -> None:
    source = make("雲川市總工會為環衛工人送清涼\n\n本報訊（記者 覃朗）雲川市總工會為環衛工人送去涼茶，讓勞動者歇腳。")
    (article,) = articles(source, lexicon=lexicon)
    place = article.text.index("云川市总工会为环卫工人送去凉茶")
    assert article.phrase(source, place, place + 6).anchor == "雲川市總工會"
    assert article.headline == "雲川市總工會為環衛工人送清涼"


def test_no_text_no_article(make: Make, lexicon: Lexicon) -> None:
    assert articles(make(" \n\n"), lexicon=lexicon) == ()


BRIEFS = """云川市总工会:清凉送上塔吊

7月15日,云川市总工会为12名塔吊司机送去凉茶和毛巾。

白塔镇工会联合会:书屋夜里不关灯

梨园街上的职工书屋把关门时间推迟到晚上十点,已接待职工2000人次。

松河县总工会:一堂课讲清加班费

律师走进铁马机械的车间,为60名工人讲加班费怎么算。
"""


def test_headlines_that_name_a_body_and_a_colon_open_a_brief_each(make: Make, lexicon: Lexicon) -> None:
    found = articles(make(BRIEFS), lexicon=lexicon)
    assert [article.headline for article in found] == [
        "云川市总工会:清凉送上塔吊",
        "白塔镇工会联合会:书屋夜里不关灯",
        "松河县总工会:一堂课讲清加班费",
    ]
    assert [article.text[article.body :][-12:] for article in found] == [
        "塔吊司机送去凉茶和毛巾。",
        "十点，已接待职工2000人次。"[-12:],
        "60名工人讲加班费怎么算。"[-12:],
    ]


def test_one_headline_of_a_body_in_an_article_is_a_section(make: Make, lexicon: Lexicon) -> None:
    text = SINGLE.format(gap="").replace("怎么管安全", "青禾市总工会：安全怎么管")
    assert len(articles(make(text), lexicon=lexicon)) == 1


def test_name_of_a_body_and_a_colon_above_a_headline_belongs_to_it(make: Make, lexicon: Lexicon) -> None:
    text = "云川市梨园区总工会：\n一杯茶送到岗亭\n\n7月15日，梨园区总工会为40名交警送去凉茶。"
    (found,) = articles(make(text), lexicon=lexicon)
    assert (found.headline, found.fragment) == ("云川市梨园区总工会： 一杯茶送到岗亭", False)


def test_a_columns_name_before_a_bar_is_part_of_the_headline(make: Make, lexicon: Lexicon) -> None:
    text = "文明实践 | 松河县总工会开展夏送清凉活动\n8月6日,松河县总工会来到铁马机械,为焊工送去防暑降温物资。"
    (found,) = articles(make(text), lexicon=lexicon)
    assert (found.headline, names(found)) == ("文明实践 | 松河县总工会开展夏送清凉活动", [])


def test_a_role_before_a_bar_is_a_byline(make: Make, lexicon: Lexicon) -> None:
    text = "松河县总工会送清凉\n通讯员 | 皮文彬 单一鸣\n8月6日,松河县总工会来到铁马机械,为焊工送去防暑降温物资。"
    (found,) = articles(make(text), lexicon=lexicon)
    assert names(found) == [("correspondent", "皮文彬"), ("correspondent", "单一鸣")]


WEB = """当前位置:首页 > 工会动态

松河县总工会:新春送温暖

作者:皮文彬
来源:松河新闻网 2022-01-25

松河新闻网讯 1月24日,松河县总工会开展送温暖活动,向每户困难职工家庭送上3000元慰问金。

初审:单一鸣 复审:米小松 终审:卓然
"""


def test_a_page_of_the_web_is_one_article_under_its_headline(make: Make, lexicon: Lexicon) -> None:
    (found,) = articles(make(WEB), lexicon=lexicon)
    assert found.headline == "松河县总工会:新春送温暖"
    assert found.text.endswith("送上3000元慰问金。")
    assert names(found) == [("correspondent", "皮文彬")]


@pytest.mark.parametrize(
    "line",
    [
        "更新时间:2019-09-29 15:39:45",
        "2014-08-04 15:26:09 来源: 江海网",
        "时间:2017年11月14日 09:46 来源:江海日报 段晓",
        "江海晚报 2013-01-15",
        "《江海劳动报》(2018年04月30日 02版)",
    ],
)
def test_a_line_that_tells_when_a_report_was_published_is_no_headline(make: Make, lexicon: Lexicon, line: str) -> None:
    text = f"云川市总工会走访慰问劳模\n{line}\n本报讯 日前,云川市总工会走访慰问劳动模范,送上鲜花和慰问金。\n"
    (article,) = articles(make(text), lexicon=lexicon)
    assert article.headline == "云川市总工会走访慰问劳模"
    assert article.date is not None
