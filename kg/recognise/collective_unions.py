"""Unions spoken of as many (全市各级工会, 某市、县两级工会, 各基层工会, 各乡镇工会, 该市工会).

Guarantees: a mention stands where a clause begins or behind a word that lets it act, and its sentence tells what
it does; unions that are called upon, addressed or only counted among readers are none. The label is the tail of the
name (各级工会), the concept the kind of many: ``levels`` or ``below``; whose they are is left to `resolve`.
Linear in the length of the name.
"""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.model import Mention, MentionType
from kg.recognise.boundaries import NameContext
from kg.recognise.matching import FormMatcher, alternation, words

__all__ = ["COLLECTIVE", "CollectiveFinder"]

COLLECTIVE = "union-collective"
"""The rule of every mention found here: unions spoken of as many."""

LONGEST = 28
"""Characters before the head within which a collective's name stands."""
CLAUSE_END = re.compile(r"[。；！？\n]")
LONGEST_DIVISION = 12
LONGEST_KIND = 6
"""Characters between a number and the noun of what has the unions (六家货运行业工会联合会)."""
COUNTS = "0123456789一二三四五六七八九十百千"
KINDS = ("every", "list", "below", "counted", "levels")
MARKS = "，。；：！？、“”（）》 \u3000\n"


class CollectiveFinder:
    """Reads the words before a head 工会 as a collective."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = lexicon.table("unions")["collective"]
        level, part, count = alternation(table["levels"]), alternation(table["parts"]), alternation(table["together"])
        here, around = alternation(table["here"]), alternation(table["around"])
        grassroots = alternation(table["grassroots"])
        number = r"(?:[0-9]+|[一二三四五六七八九十百千]+)(?:多|余)?(?:家|个)"
        parts = rf"各(?:个|家)?(?:(?:{part})[、和及]?|（(?:(?:{part})[、和及]?)+）[、和及]?)+"
        counted = rf"(?![1一](?:家|个)){number}[^，。；：、\n]{{0,{LONGEST_KIND}}}?(?:{alternation(table['counted'])})"
        kinds = (
            rf"(?P<every>(?:{alternation(table['every'])})(?:{grassroots})?)",
            rf"(?P<list>(?:(?:{level})[、和及]?)*(?:{count}))",
            rf"(?P<below>{parts}|(?:{number}|各(?:个|家)?)?(?:{grassroots}))",
            rf"(?P<counted>{counted})",
            rf"(?P<levels>(?:{alternation(table['levels_together'])}))",
        )
        scope = rf"(?P<here>(?:{here})(?:{level}))?(?P<around>{around})?的?"
        self._name = re.compile(rf"{scope}(?:{'|'.join(kinds)})?(?=总?$)")
        self._free = frozenset(words(table["without_scope"]))
        self._openers = words(table["openers"])
        self._joins = words(table["joins"])
        self._not_after = words(table["not_after"])
        verbs = lexicon.table("actions")["verbs"]
        self._verbs = FormMatcher({verb: kind for kind, listed in verbs.items() for verb in words(listed)})

    def read(self, context: NameContext, begin: int, end: int) -> tuple[bool, Mention | None]:
        """Whether the head at ``[begin, end)`` ends a collective's name, and its mention where the collective acts."""
        name = self._longest(context, begin)
        if name is None:
            return False, None
        start, scope, match = name
        if not self._may_act(context, start) or not self._tells(context.text, end):
            return True, None
        return True, Mention(
            MentionType.UNION,
            start,
            end,
            context.text[start:end],
            COLLECTIVE,
            0.9 if scope else 0.85,
            label=_tail(match) + (context.text[begin:end] if match["counted"] else "工会"),
            concept="below" if match["below"] or match["counted"] or match["levels"] else "levels",
        )

    def _longest(self, context: NameContext, begin: int) -> tuple[int, bool, re.Match[str]] | None:
        """Where the name begins, whether it says whose unions they are, and what stands between."""
        text = context.text
        for start in range(max(0, begin - LONGEST), begin):
            match = self._name.match(text[start:begin])
            if match is None or start + match.end() < begin - 1 or self._inside(context, start):
                continue
            if not any(match[kind] for kind in KINDS):
                if match["here"] and not match["here"].endswith("企业") and text.startswith("工会", begin):
                    return start, True, match
                continue
            owner = self._owner(context, start, match)
            if owner is not None and match["list"] and text[owner - 1] in "、和与及" and owner - 1 in context.divisions:
                return None  # 某市、某县两级工会: two federations
            scoped = owner is not None or bool(match["here"]) or bool(match["around"])
            return (start if owner is None else owner, scoped, match) if scoped or self._stands_alone(match) else None
        return None

    def _stands_alone(self, match: re.Match[str]) -> bool:
        """Whether a kind of many says enough without the words for whose they are: 各级, 市县两级, 各基层, 20家基层."""
        below = match["below"]
        if match["counted"] or match["levels"]:
            return True
        if below:
            return below[0] == "各" or below[0] in COUNTS
        return (match["every"] or match["list"]) not in self._free

    def _inside(self, context: NameContext, start: int) -> bool:
        """Whether a division's name runs over a position, and on over the character behind it: the 州 of 某州市."""
        ends = range(start + 2, start + LONGEST_DIVISION)
        if context.text[start] in COUNTS and any(context.divisions.get(end) == start for end in ends):
            return True  # 五家渠 counts nothing
        return any(context.divisions.get(end, start) < start for end in ends)

    def _owner(self, context: NameContext, start: int, match: re.Match[str]) -> int | None:
        """Where the division or employer before a collective begins; its end may be the first level (某市、县两级)."""
        if match["here"]:
            return None
        ends = (start, start + 1, start + 2) if match["list"] else (start,)
        for end in ends:
            owner = context.divisions.get(end, context.names.get(end))
            if owner is None or owner >= start:
                continue
            while owner in context.divisions:
                owner = context.divisions[owner]
            return owner
        return None

    def _may_act(self, context: NameContext, start: int) -> bool:
        """Whether a name stands where a subject may: behind a mark, an opener, or a union that it is joined to."""
        text = context.text
        if start == 0 or text[start - 1] in MARKS or text.endswith(self._openers, 0, start):
            return True
        return any(text.endswith(word, 0, start) and (start - len(word)) in context.names for word in self._joins)

    def _tells(self, text: str, end: int) -> bool:
        """Whether the sentence goes on with what the collective did."""
        stop = CLAUSE_END.search(text, end)
        rest = text[end : stop.start() if stop else len(text)].removeprefix("组织")
        if rest.startswith(self._not_after):
            return False
        return any(match.value != "promote" for match in self._verbs.matches(rest))


def _tail(match: re.Match[str]) -> str:
    """The words of a collective's kind: 各级 for all that means every level."""
    if match["counted"]:
        return match["counted"]
    if match["levels"]:
        return "各" + match["levels"].removeprefix("各")
    if match["below"]:
        return "各" + match["below"].lstrip(COUNTS + "多余家个各")
    if match["list"]:
        return re.sub("[、和及]", "", match["list"])
    return match["every"] or "各级"
