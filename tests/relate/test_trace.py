"""What the rules of relate take down: each rule on a sentence that it decides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.relate
from kg.relate.trace import RULES, Decision, Trace
from tests.rooms import article_of, facts_of, recogniser, relater

LEAD = "本报讯 近日，徐州市云龙区总工会开展“暖灯行动”，为快递员送上60份保温杯。"


def decided(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Rule, words of the text that it is about, words that decided."""
    source, article = article_of(text)
    trace = Trace()
    relater().facts(article, source, recogniser().mentions(article), trace)
    return [(one.rule, article.text[one.stretch.begin : one.stretch.end], one.words) for one in trace.decisions]


@pytest.mark.parametrize(
    ("sentence", "rule", "about", "words"),
    [
        ("“云龙区总工会为我们送来了热水，真好！”张师傅说。", "speech", None, ()),
        ("他向云龙区总工会申请了300元补助。", "actor-spoken-to", "云龙区总工会", ("向",)),
        ("徐州市总工会对两家公司工会联合会的300名快递员进行慰问。", "actor-spoken-to", "公司工会联合会", ("对",)),
        ("云龙区网约车司机工会组建2个，会员60人。", "actor-by-word-behind", "云龙区网约车司机工会", ("组建2个",)),
        ("云龙区总工会获悉，快递员的头盔已换新。", "actor-by-word-behind", "云龙区总工会", ("获悉",)),
        ("云龙区总工会很热闹。", "actor-without-verb", "云龙区总工会", ()),
        ("云龙区总工会表示，将为环卫工人送上礼包。", "not-done", "云龙区总工会表示，", ("表示",)),
        ("为丰富职工生活，云龙区总工会很忙。", "purpose", "为丰富职工生活，", ()),
        ("云龙区总工会很忙，职工也很忙。", "no-deed", None, ()),
        ("活动中，一名外卖骑手坐下来喝水。", "group-one-person", "外卖骑手", ()),
        ("云龙区总工会请来区医院的护士为职工义诊。", "group-engaged", "护士", ()),
    ],
)
def test_a_rule_is_taken_down_with_what_it_is_about(
    sentence: str, rule: str, about: str | None, words: tuple[str, ...]
):
    found = decided(f"{LEAD}\n{sentence}")
    assert (rule, about or sentence, words) in found, found


def test_a_general_group_beside_a_specific_one_is_taken_down():
    found = decided("本报讯 近日，徐州市总工会为职工和环卫工人送去500份清凉礼包。")
    assert any(rule == "group-beside-specific" and about == "职工" for rule, about, _ in found), found


def test_a_sentence_that_adds_to_an_initiative_names_it():
    found = decided(f"{LEAD}\n活动现场，工作人员为环卫工人量血压。")
    assert ("tells-more", "活动现场，工作人员为环卫工人量血压。", ("暖灯行动",)) in found, found


def test_a_trace_changes_no_fact():
    text = f"{LEAD}\n“云龙区总工会真好！”张师傅说。\n云龙区总工会表示，将为环卫工人送上礼包。"
    source, article = article_of(text)
    mentions = recogniser().mentions(article)
    assert relater().facts(article, source, mentions, Trace()) == facts_of(text)


def test_decisions_are_kept_once_in_order():
    trace = Trace()
    for begin in (5, 1, 5):
        trace.note("speech", begin, begin + 1, ("说",))
    assert [one.stretch.begin for one in trace.decisions] == [5, 1]
    assert trace.decisions[0] == Decision("speech", (5, 6), ("说",))  # type: ignore[arg-type]


def test_every_rule_that_is_noted_has_a_sentence_and_every_sentence_a_rule():
    folder = Path(kg.relate.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")) if path.name != "trace.py")
    noted = set(re.findall(r'note\(\s*"([a-z-]+)"', text))
    assert noted <= RULES.keys()
    assert all(f'"{rule}"' in text for rule in RULES)
