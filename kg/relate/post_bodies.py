"""The bodies that posts point to: those that 该会 or 集团 calls again, and the employer of a union.

Guarantees: only looks at mentions that an article has; pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import MentionType
from kg.recognise.matching import alternation, words
from kg.relate.discourse import Discourse

__all__ = [
    "EMPLOYERS",
    "BodyReader",
    "body_at",
    "employer",
    "listed_with",
    "outermost",
    "person_listed_at",
    "union_of",
    "union_before",
]

UNION, FIRM = "工会", "公司"
EMPLOYERS = ("Company", "Hospital", "School")
JOINTS = ("、", "和", "及", "暨")


class BodyReader:
    """Tells which body of an article a post means that names none itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        posts = lexicon.table("people")["posts"]
        self._classes = {word: name for name, listed in posts["classes"].items() for word in words(listed)}
        self._anaphor = re.compile(rf"[^，。；]{{0,6}}?该({alternation(posts['meant'])})")
        kinds, organs = alternation(posts["called_again"]), alternation(lexicon.table("people")["bodies"]["committees"])
        self._called_again = re.compile(f"[，。；]?[在由与和对向受随]?({kinds})(?=[\u4e00-\u9fff]{{2}})")
        self._called_short = re.compile(f"([{posts['called_short']}])(?=(?:{organs})[\u4e00-\u9fff]{{2}})")
        self._of_unions = tuple(words(posts["of_unions"]))
        departments, heads = alternation(posts["union_departments"]), alternation(posts["department_titles"])
        work, ends = alternation(posts["department_work"]), alternation(posts["department_ends"])
        self._of_union_departments = re.compile(f"(?:{departments})(?:{work})?(?:{ends})?副?(?:{heads})")

    def called_again(self, text: str, begin: int, end: int, *, short: bool) -> re.Match[str] | None:
        """The words that call a body again (该集团); with `short`, those without 该 too (集团董事长, 院党委委员)."""
        anaphor = self._anaphor.match(text, begin, end)
        if anaphor is None and short:
            anaphor = self._called_again.match(text, begin, end) or self._called_short.match(text, begin, end)
        return anaphor

    def antecedent(self, discourse: Discourse, kind: str, position: int) -> int | None:
        """The body that 该会, 该集团 means: the last one named before whose name ends so; 该会 is a union."""
        for index in range(len(discourse.mentions) - 1, -1, -1):
            mention = discourse.mentions[index]
            if mention.end > position or mention.type not in (MentionType.UNION, MentionType.ORGANIZATION):
                continue
            if (
                mention.text.endswith((kind, kind.removesuffix(FIRM) or kind))
                or (mention.concept == "Company" and kind in mention.text)
                or (mention.concept is not None and mention.concept == self._classes.get(kind))
            ):
                return index
        return None

    def subject(self, discourse: Discourse, names: Sequence[int], position: int, titles: Sequence[str]) -> int | None:
        """The union that begins the sentence, whose officers its later clauses call by their titles alone.

        市总工会召开会议，党组书记、常务副主席张某主持: every title is one that unions have.
        """
        before = [index for index in names if discourse.mentions[index].end <= position]
        first = min(
            before, key=lambda index: (discourse.mentions[index].begin, -discourse.mentions[index].end), default=None
        )
        if first is None or discourse.mentions[first].type is not MentionType.UNION:
            return None
        return first if all(map(self._is_of_union, titles)) else None

    def workplace(self, discourse: Discourse, names: Sequence[int], position: int) -> int | None:
        """The employer that the sentence named last before, whose head its later clauses call by the title alone.

        慰问组来到某公司，在总经理张某陪同下走进车间.
        """
        before = [index for index in names if discourse.mentions[index].end <= position]
        last = max(before, key=lambda index: discourse.mentions[index].end, default=None)
        return last if last is not None and discourse.mentions[last].concept in EMPLOYERS else None

    def _is_of_union(self, title: str) -> bool:
        """Whether a title is one that unions have: of their head, or in one of their departments."""
        return title.endswith(self._of_unions) or self._of_union_departments.fullmatch(title) is not None


def body_at(discourse: Discourse, names: Sequence[int], position: int) -> int | None:
    """The longest body that begins at a view position."""
    starting = [index for index in names if discourse.mentions[index].begin == position]
    return max(starting, key=lambda index: discourse.mentions[index].end, default=None)


def union_before(discourse: Discourse, position: int) -> list[int]:
    """The union named last before a view position, alone, or none."""
    return [
        index for index, one in enumerate(discourse.mentions) if one.type is MentionType.UNION and one.end <= position
    ][-1:]


def union_of(discourse: Discourse, body: int) -> int | None:
    """The union of an employer, where the article names it."""
    one = discourse.mentions[body]
    if one.type is not MentionType.ORGANIZATION:
        return None
    name = "".join((one.label or one.text).split()) + UNION
    return next(
        (
            index
            for index, union in enumerate(discourse.mentions)
            if union.type is MentionType.UNION and "".join((union.label or union.text).split()) == name
        ),
        None,
    )


def employer(discourse: Discourse, body: int) -> int | None:
    """The employer whose union a body is; a body that is no union is its own."""
    union = discourse.mentions[body]
    if union.type is not MentionType.UNION:
        return body
    name = "".join(union.label or union.text).removesuffix(UNION)
    same = (
        index
        for index, one in enumerate(discourse.mentions)
        if one.type is MentionType.ORGANIZATION and (one.begin == union.begin or one.text == name)
    )
    return next(same, None)


def listed_with(discourse: Discourse, bodies: Sequence[int], index: int) -> list[int]:
    """The bodies listed directly before one with nothing between, which end as it does (餐饮业商会、烹饪协会)."""
    listed = list[int]()
    for before in reversed(bodies[: bodies.index(index)]):
        one, next_one = discourse.mentions[before], discourse.mentions[listed[-1] if listed else index]
        between = discourse.text[one.end : next_one.begin]
        if between not in JOINTS or one.type is not next_one.type or one.text[-1] != next_one.text[-1]:
            break
        listed.append(before)
    return listed[::-1]


def person_listed_at(discourse: Discourse, position: int) -> bool:
    """Whether a list of people goes on at a view position: each is of one of the bodies listed before."""
    if discourse.text[position : position + 1] not in JOINTS:
        return False
    return any(one.begin == position + 1 and one.type is MentionType.PERSON for one in discourse.mentions)


def outermost(discourse: Discourse, indexes: list[int]) -> list[int]:
    """Those that lie within no other."""
    spans = {index: (discourse.mentions[index].begin, discourse.mentions[index].end) for index in indexes}
    return [
        index
        for index, (begin, end) in spans.items()
        if not any(first <= begin and end <= last and last - first > end - begin for first, last in spans.values())
    ]
