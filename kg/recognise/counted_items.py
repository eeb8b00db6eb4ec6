"""What a number counts: the noun phrase after its unit (50份坚果礼盒、零食大礼包), or before it (苹果480箱).

Guarantees: the item is a stretch of the text without quotation marks around it; it never crosses
sentence punctuation or a line end, nor runs over into another number; at most `REACH` characters.
"""

from __future__ import annotations

import re

from kg.recognise.matching import alternation

__all__ = ["ItemRules", "item_after", "item_before"]

REACH = 30
STOPS = frozenset("，。；！？：,;!?:\n（）()… 　")
OPEN, CLOSE = '“‘《「『"', '”’》」』"'
QUOTES = OPEN + CLOSE


class ItemRules:
    """Word lists of ``units.toml``, compiled."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        self.heads = re.compile(alternation(table["heads"]))
        self.continues = re.compile(alternation(table["continues"]))
        self.ends = re.compile(alternation(table["ends"]))
        self.keeps = re.compile(alternation(table["keeps"]))
        self.begins = re.compile(alternation(table["begins"]))
        self.counted = re.compile(rf"[和、]?(?:\d|[一两二三四五六七八九十百千](?:{alternation(table['measures'])}))")
        """Another number: the phrase ends before it."""


def item_after(text: str, begin: int, people: bool, rules: ItemRules) -> str:
    """The noun phrase that begins at `begin`, or an empty string: 托管班17个、夏令营3个 goes on with another."""
    begin += text.startswith(" ", begin)
    if text.startswith("、", begin):
        return ""
    clause = _clause(text, begin)
    if clause[:1] == "的":
        clause = clause[1:]
    found = _people(clause, rules) if people else ""
    return _bare(found or _until_end(clause, rules))


def item_before(text: str, end: int, rules: ItemRules) -> str:
    """The noun phrase that ends at `end`, behind the last verb of its clause, or an empty string."""
    end -= text.endswith(" ", 0, end)
    begin = end
    while begin > max(0, end - REACH) and text[begin - 1] not in STOPS and text[begin - 1] != "、":
        begin -= 1
    clause = text[begin:end]
    for match in rules.begins.finditer(clause):
        begin = match.end()
        clause = text[end - len(clause) : end]
        tail = clause[match.end() :]
        if not rules.begins.search(tail):
            return _bare(tail)
    return _bare(clause)


def _clause(text: str, begin: int) -> str:
    """The text from `begin` to the end of its clause; quotation marks that open in it may hold stops."""
    end, last, quoted = begin, min(len(text), begin + REACH), False
    while end < last:
        char = text[end]
        if char in OPEN and not quoted:
            quoted = True
        elif char in CLOSE:
            if not quoted:
                break
            quoted = False
        elif (
            (not quoted and char in STOPS)
            or char == "\n"
            or (char == "、" and end + 1 < len(text) and text[end + 1].isdigit())
        ):
            break
        end += 1
    return text[begin:end]


def _people(clause: str, rules: ItemRules) -> str:
    """Up to the last head noun that follows without a break (职工代表; 司机、快递员; 职工的子女)."""
    match = rules.heads.search(clause)
    if match is None or (rules.ends.match(clause) and not rules.keeps.match(clause)):
        return ""
    end = match.end()
    while end < len(clause):
        nearby = rules.heads.search(clause, end)
        if nearby is None or nearby.start() - end > 9:
            break
        between = clause[end : nearby.start()]
        joined = between == "" or between[0] == "、" or rules.continues.match(between) is not None
        if not joined or rules.ends.search(between.removeprefix("的")):
            break
        end = nearby.end()
    while end < len(clause) and clause[end] in CLOSE:
        end += 1
    follow = rules.continues.match(clause, end)
    if follow is not None and follow.group() not in ("的", "和", "及其"):
        end = follow.end()
    return clause[:end]


def _until_end(clause: str, rules: ItemRules) -> str:
    """Up to the first word that ends a noun phrase, not looking into quotation marks."""
    position = 0
    while position < len(clause):
        if clause[position] in OPEN:
            close = next((i for i in range(position + 1, len(clause)) if clause[i] in CLOSE), len(clause) - 1)
            position = close + 1
            continue
        kept = rules.keeps.match(clause, position)
        if kept is not None:
            position = kept.end()
        elif rules.ends.match(clause, position) or rules.counted.match(clause, position):
            return clause[:position]
        else:
            position += 1
    return clause


def _bare(phrase: str) -> str:
    """Without quotation marks around the whole, and without joining marks at the ends."""
    phrase = phrase.strip("、的 ")
    if len(phrase) > 1 and phrase[0] in OPEN and phrase[-1] in CLOSE and not any(c in QUOTES for c in phrase[1:-1]):
        return phrase[1:-1]
    if sum(c in QUOTES for c in phrase) % 2:
        phrase = phrase.strip(QUOTES)
    return phrase
