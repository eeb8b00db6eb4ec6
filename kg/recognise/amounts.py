"""Quantities and sums of money: 30余万元, 近万份暖心礼品, 100余名职工, 苹果480箱, 每人500元.

Guarantees: a pure function of the text and ``lexicons/units.toml``; time linear in the text; mentions
come in text order and do not overlap; each covers qualifier, number and unit, with what is counted
apart in ``measure.item``; a space between number and unit changes nothing (300 余名). ``concept`` is
the unit's kind (people, bodies, goods, events, measure), and for money empty; ``label`` of a sum is
"each" (每人500元), "value" (价值3000元), "total" (总价近30万元) or empty. Ordinals, percentages, clock
times, ages, distances, dates, 百万职工 and unknown numbers (数百名) are no amounts and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Measure, Mention, MentionType
from kg.recognise.bounds import bounds
from kg.recognise.counted_items import ItemRules, item_after, item_before
from kg.recognise.matching import alternation
from kg.recognise.numerals import NUMERAL, numeral_value

__all__ = ["amounts"]

CLAUSE = re.compile(r"[，。；！？：,;!?\n]")
LABEL_REACH = 12
"""How many characters before a sum its label word may begin."""


def amounts(text: str, *, lexicon: Lexicon) -> tuple[Mention, ...]:
    """All quantities and sums of `text`, in view positions, sorted by begin."""
    rules = _rules(lexicon)
    idioms = {position for match in rules.idioms.finditer(text) for position in range(*match.span())}
    return tuple(_mentions(text, rules, idioms))


class AmountRules:
    """The units lexicon, compiled once a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("units")
        self.kinds: dict[str, str] = {unit: kind for kind, units in table["units"].items() for unit in units}
        self.money: dict[str, float] = table["money"]
        self.before: dict[str, str] = table["before"]
        self.inside: dict[str, str] = table["inside"]
        self.after: dict[str, str] = table["after"]
        self.manners: dict[str, str] = {word: manner for manner, words in table["bounds"].items() for word in words}
        self.labels: dict[str, list[str]] = table["labels"]
        self.never_after = frozenset(table["context"]["never_after"])
        self.one_never_after = frozenset(table["context"]["one_never_after"])
        self.rank_after: str = table["context"]["rank_after"]
        self.not_rank: tuple[str, ...] = tuple(table["context"]["not_rank"])
        self.items = ItemRules(table["items"])
        self.idioms = re.compile(alternation(table["idioms"]["phrases"]))
        self.amount = re.compile(self._source(table))

    def _source(self, table: dict[str, dict[str, str]]) -> str:
        """One alternation; the unit is the longest that its context allows."""
        not_before = {unit: f"(?![{re.escape(chars)}])" for unit, chars in table["not_before"].items() if chars}
        units = sorted({*self.kinds, *self.money}, key=lambda unit: (-len(unit), unit))
        unit = "|".join(re.escape(unit) + not_before.get(unit, "") for unit in units)
        nouns = alternation(table["money_nouns"]["nouns"])
        people = alternation(table["people_nouns"]["nouns"])
        joins = re.escape(table["context"]["range"])
        round_only = table["round_only"]["words"]
        before = alternation(word for word in self.before if word not in round_only)
        before += rf"|(?:{alternation(round_only)})(?=[百千万亿])"
        inside = alternation(self.inside)
        return (
            rf"(?:(?P<before>{before}) ?)?(?P<range>(?:{NUMERAL})[名个位人万]?[{joins}])?"
            rf"(?P<number>{NUMERAL})(?: ?(?P<inside>{inside}))?(?: ?(?P<scale>[万亿]{{1,2}}))?"
            rf"(?: ?(?P<unit>{unit})(?P<after>{alternation(self.after)})?|(?<=[万亿])(?={nouns})"
            rf"|(?P<people>(?<=万)(?={people})))"
        )


@lru_cache(maxsize=8)
def _rules(lexicon: Lexicon) -> AmountRules:
    return AmountRules(lexicon)


def _mentions(text: str, rules: AmountRules, idioms: set[int]) -> Iterator[Mention]:
    for match in rules.amount.finditer(text):
        number = match["number"]
        if match.start("number") in idioms or not _counts(text, match, rules):
            continue
        value = numeral_value(number + (match["scale"] or ""))
        if not value:
            continue
        unit = match["unit"] or ("元" if match["people"] is None else "人")
        if unit in rules.money:
            mention = _money(text, match, rules, value * rules.money[unit], unit)
        elif rules.kinds[unit] != "silent":
            mention = _quantity(text, match, rules, value, unit)
        else:
            continue
        if mention is not None:
            yield mention


def _counts(text: str, match: re.Match[str], rules: AmountRules) -> bool:
    """Whether the number before the unit counts: no ordinal (二期, not 两期), no tail of a longer number or code."""
    begin = match.start("range") if match["range"] else match.start("number")
    previous = text[max(0, begin - 2) : begin].rstrip(" ")[-1:]
    number, unit = match["number"], match["unit"]
    if match["people"] is not None and not number[0].isdigit():
        return False  # 百万职工 are the workers at large
    if number == "二" or (number == "一" and unit and text.startswith(unit, match.end("unit"))):
        return False
    if not previous or match["before"]:
        return True
    if previous in rules.never_after or (number == "一" and previous in rules.one_never_after):
        return False
    if previous == rules.rank_after and not text.endswith(rules.not_rank, 0, begin):
        return False
    return not (number[0].isdigit() and _inside_code(text, begin))


def _inside_code(text: str, begin: int) -> bool:
    """Whether the digits at `begin` go on from letters or digits before them (0571-56000319, CN33)."""
    before = text[begin - 1]
    if before in ".:-/#" and begin > 1:
        before = text[begin - 2]
    return before.isascii() and before.isalnum()


def _begin_and_qualifier(match: re.Match[str], rules: AmountRules) -> tuple[int, str]:
    """Where the mention begins, and its qualifier from the words around the number."""
    before = rules.before.get(match["before"] or "", "")
    begin = match.start() if before else match.start("range") if match["range"] else match.start("number")
    inside = rules.inside.get(match["inside"] or "", "")
    after = rules.after.get(match["after"] or "", "")
    ranged = "at most" if match["range"] else ""
    return begin, before or inside or after or ranged


def _measure(
    match: re.Match[str], rules: AmountRules, value: float, unit: str, qualifier: str, item: str = ""
) -> Measure:
    told = (match["before"], match["inside"], match["after"])
    manner = next((rules.manners[word] for word in told if word in rules.manners), "")
    lower, upper = bounds(value, qualifier, manner if qualifier else "")
    return Measure(value, unit, qualifier, item, lower, upper)


def _money(text: str, match: re.Match[str], rules: AmountRules, value: float, unit: str) -> Mention | None:
    begin, qualifier = _begin_and_qualifier(match, rules)
    bare = not match["number"].strip("十百千万亿") and not qualifier
    if bare and match["unit"]:
        return None
    clause = text[max(0, begin - LABEL_REACH) : begin]
    clause = CLAUSE.split(clause)[-1]
    unit = "元" if unit == "块钱" or unit == "角" else unit
    return Mention(
        MentionType.MONEY,
        begin,
        match.end(),
        text[begin : match.end()],
        "money" if match["unit"] else "money-noun",
        0.95 if match["unit"] else 0.7,
        label=_label(clause, rules),
        measure=_measure(match, rules, round(value, 2), unit, qualifier),
    )


def _label(clause: str, rules: AmountRules) -> str:
    """What the words before a sum, in its clause, say of it: each, value, total or nothing."""
    for label in ("total", "value", "each"):
        if any(word in clause for word in rules.labels[label]):
            return label
    return ""


def _quantity(text: str, match: re.Match[str], rules: AmountRules, value: float, unit: str) -> Mention:
    begin, qualifier = _begin_and_qualifier(match, rules)
    kind = rules.kinds[unit]
    item = item_after(text, match.end(), kind == "people", rules.items)
    if not item:
        item = item_before(text, begin, rules.items)
    return Mention(
        MentionType.QUANTITY,
        begin,
        match.end(),
        text[begin : match.end()],
        _rule(match["number"]) if match["unit"] else "quantity-noun",
        _confidence(match["number"]),
        concept=kind,
        measure=_measure(match, rules, value, unit, qualifier, item),
    )


def _rule(number: str) -> str:
    if number[0].isdigit():
        return "quantity-digits"
    if number == "一":
        return "quantity-one"
    return "quantity-numeral" if number.strip("百千万亿") else "quantity-round"


def _confidence(number: str) -> float:
    return {"quantity-digits": 0.95, "quantity-one": 0.5, "quantity-numeral": 0.85}.get(_rule(number), 0.8)
