"""Dates: where they stand and what they mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import MentionType
from kg.recognise.dates import dates

ANCHOR = "2023-01-31"


def found(text: str, anchor: str | None = ANCHOR) -> list[tuple[str, str]]:
    return [(mention.text, mention.concept) for mention in dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("1月11日", "2023-01-11"),
        ("2023年1月", "2023-01"),
        ("去年12月", "2022-12"),
        ("今年1月", "2023-01"),
        ("昨日", "2023-01-30"),
        ("昨天下午", "2023-01-30"),
        ("2月4日上午", "2023-02-04"),
        ("1月下旬", "2023-01"),
        ("12月25日", "2022-12-25"),
        ("12月", "2022-12"),
        ("2022年的10月", "2022-10"),
        ("2021年11月份", "2021-11"),
        ("2023-01-05", "2023-01-05"),
        ("2023.1.5", "2023-01-05"),
        ("二〇二三年一月五日", "2023-01-05"),
        ("今年以来", "2023"),
        ("去年底", "2022"),
        ("2019年", "2019"),
        ("前年", "2021"),
        ("今天上午", "2023-01-31"),
    ],
)
def test_a_date_is_normalised_by_the_anchor(text: str, concept: str) -> None:
    assert found(f"{text}，活动举行。") == [(text, concept)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("春节", "2023-01-22"),
        ("除夕", "2023-01-21"),
        ("元旦", "2023-01-01"),
        ("元宵节", "2023-02-05"),
        ("正月初六", "2023-01-27"),
        ("腊月廿三", "2023-01-14"),
        ("大年初二", "2023-01-23"),
        ("七夕", "2022-08-04"),
        ("国庆节", "2022-10-01"),
        ("春节期间", "2023-01-21/2023-01-27"),
        ("明年春节", "2024-02-10"),
        ("2024年端午节", "2024-06-10"),
        ("三八妇女节", "2023-03-08"),
    ],
)
def test_festivals_take_the_year_nearest_to_the_anchor(text: str, concept: str) -> None:
    assert found(f"{text}，大家在一起。") == [(text, concept)]


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("1月14日至16日", "2023-01-14/2023-01-16"),
        ("2月11日除夕至17日正月初六", "2023-02-11/2023-02-17"),
        ("2月11-16日", "2023-02-11/2023-02-16"),
        ("1-2月", "2023-01/2023-02"),
        ("7月30日到8月4日", "2023-07-30/2023-08-04"),
        ("2025年7月20日至8月20日", "2025-07-20/2025-08-20"),
        ("2022年12月28日至1月3日", "2022-12-28/2023-01-03"),
        ("即日起至2月底", "2023-01-31/2023-02"),
    ],
)
def test_a_range_has_begin_and_end(text: str, concept: str) -> None:
    assert found(f"活动{text}举行。") == [(text, concept)]


@pytest.mark.parametrize(
    "text",
    [
        "日前，大家去了。",
        "近年来一直如此。",
        "近日和连日来",
        "7×24小时值守",
        "73岁的老人",
        "11·9消防日",
        "80年代建成",
        "3日内办结",
        "今天的生活",
        "五一路社区",
        "电话0571-12345678",
        "满分100分",
        "8:30开门",
    ],
)
def test_what_is_no_date_is_left_out(text: str) -> None:
    assert found(text) == []


def test_a_day_alone_belongs_to_the_month_named_before() -> None:
    assert found("3月5日开班，22日结业。", "2023-04-01") == [("3月5日", "2023-03-05"), ("22日", "2023-03-22")]
    assert found("22日，比赛开始。", "2023-04-25") == [("22日", "2023-04-22")]
    assert found("28日，比赛开始。", "2023-04-03") == [("28日", "2023-03-28")]


def test_the_same_day_is_the_last_day_named() -> None:
    assert found("1月5日启动，当天来了很多人，次日结束。") == [
        ("1月5日", "2023-01-05"),
        ("当天", "2023-01-05"),
        ("次日", "2023-01-06"),
    ]
    assert found("活动当天，人很多。") == [("当天", "")]


def test_the_same_year_is_the_last_year_named() -> None:
    assert found("2020年4月成立，当年11月完工。") == [("2020年4月", "2020-04"), ("当年11月", "2020-11")]


def test_without_anchor_a_full_date_gives_the_year() -> None:
    assert found("2018年2月10日出发，2月12日到达，去年也是。", None) == [
        ("2018年2月10日", "2018-02-10"),
        ("2月12日", "2018-02-12"),
        ("去年", "2017"),
    ]


def test_without_anchor_an_events_own_year_gives_the_year() -> None:
    assert found("2022年全市职工运动会开幕。8月1日，选手入场。", None)[1] == ("8月1日", "2022-08-01")


@pytest.mark.parametrize(
    "text",
    [
        "该中心自2016年以来服务职工。9月16日，活动举行。",
        "早在2019年，这里就有驿站。9月16日，活动举行。",
        "公司成立于2011年。9月16日，活动举行。",
        "《规划（2021—2025年）》发布。9月16日，活动举行。",
        "2019年全市运动会、2021年全市运动会都办了。9月16日，活动举行。",
    ],
)
def test_without_anchor_a_year_of_the_past_gives_none(text: str) -> None:
    assert found(text, None)[-1] == ("9月16日", "")


def test_only_the_end_of_an_open_range_is_known_without_anchor() -> None:
    assert found("2023年全省招聘月开始，即日起至2月底报名。", None)[-1] == ("即日起至2月底", "/2023-02")


def test_an_impossible_day_has_no_concept() -> None:
    assert found("2月30日") == [("2月30日", "")]


def test_an_unreadable_anchor_is_none() -> None:
    assert dates("1月5日", "soon") == dates("1月5日", None)


def test_mentions_are_dates_with_rule_and_confidence() -> None:
    mention = dates("在1月5日", ANCHOR)[0]
    assert (mention.type, mention.begin, mention.end, mention.label, mention.rule) == (
        MentionType.DATE,
        1,
        5,
        "",
        "date-day",
    )
    assert mention.confidence > dates("春节", ANCHOR)[0].confidence > dates("1月5日", None)[0].confidence


@given(
    st.text(alphabet="0123456789年月日至到-—号今去昨春节除夕正初六底旬当天，。\n", max_size=60),
    st.sampled_from([None, ANCHOR]),
)
def test_positions_are_exact_and_never_overlap(text: str, anchor: str | None) -> None:
    position = 0
    for mention in dates(text, anchor):
        assert position <= mention.begin < mention.end <= len(text)
        assert mention.text == text[mention.begin : mention.end]
        position = mention.end


@pytest.mark.parametrize("unit", ["1", "1月", "2023年", "春节", "一", "2月11日至", "今年"])
def test_time_is_linear(unit: str) -> None:
    started = time.process_time()
    dates(unit * 10_000, ANCHOR)
    assert time.process_time() - started < 5
