"""The bodies that posts point to: those that 该会 or 集团 calls again, and the employer of a union.

Guarantees: only looks at mentions that an article has; pure.
"""

from __future__ import annotations

from kg.model import MentionType
from kg.relate.discourse import Discourse

__all__ = ["antecedent", "employer", "outermost"]

CLASSES = {"医院": "Hospital", "院": "Hospital", "学院": "School", "学校": "School", "大学": "School", "校": "School"}
"""Class of the body by which a word calls it again."""


def antecedent(discourse: Discourse, kind: str, position: int) -> int | None:
    """The body that 该会, 该集团 means: the last one named before whose name ends so; 该会 is a union."""
    for index in range(len(discourse.mentions) - 1, -1, -1):
        mention = discourse.mentions[index]
        if mention.end > position or mention.type not in (MentionType.UNION, MentionType.ORGANIZATION):
            continue
        if (
            mention.text.endswith(kind)
            or (mention.concept == "Company" and kind in mention.text)
            or (kind == "校" and mention.concept == "School")
            or (kind == "所" and mention.text.endswith("事务所"))
            or mention.concept == CLASSES.get(kind)
        ):
            return index
    return None


def employer(discourse: Discourse, body: int) -> int | None:
    """The employer whose union a body is; a body that is no union is its own."""
    union = discourse.mentions[body]
    if union.type is not MentionType.UNION:
        return body
    name = "".join(union.label or union.text).removesuffix("工会")
    same = (
        index
        for index, one in enumerate(discourse.mentions)
        if one.type is MentionType.ORGANIZATION and (one.begin == union.begin or one.text == name)
    )
    return next(same, None)


def outermost(discourse: Discourse, indexes: list[int]) -> list[int]:
    """Those that lie within no other."""
    spans = {index: (discourse.mentions[index].begin, discourse.mentions[index].end) for index in indexes}
    return [
        index
        for index, (begin, end) in spans.items()
        if not any(first <= begin and end <= last and last - first > end - begin for first, last in spans.values())
    ]
