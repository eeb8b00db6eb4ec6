"""Whose unions are meant where a text speaks of many (全市各级工会, 某市县两级工会, 各基层工会).

Guarantees: an identity made from the division (or employer) and the kind of many, never that of a federation; 全市,
该县 mean the article's division of that level, no division at all means that of the union that it is joined to,
else that of the article's first; where nothing
tells whose they are, the identity is the article's own.
"""

from __future__ import annotations

from kg.model import Mention
from kg.recognise.collective_unions import COLLECTIVE
from kg.recognise.gazetteer import Division, Gazetteer
from kg.resolve.identity import key
from kg.resolve.locale import is_level
from kg.resolve.union_identity import Name, Surroundings, UnionIdentity

__all__ = ["collective_identity", "with_their_own"]

JOIN = 2
"""Characters between a collective and the union that it is joined to."""
HERE = "全我本该"
AUTONOMOUS = ("自治区", "自治州", "自治县")


def collective_identity(
    name: Name, around: Surroundings, earlier: list[UnionIdentity], gazetteer: Gazetteer
) -> UnionIdentity | None:
    """The identity of a mention of many unions; None for a mention of one."""
    mention = name.mention
    if mention.rule != COLLECTIVE:
        return None
    tail = mention.label
    stem = "".join(mention.text.split())
    owner = _owner_before(stem, tail)
    if name.leading:
        division, reason = gazetteer.by_code.get(name.leading[-1].concept), f"“{mention.text}”点明了地区"
    elif owner:
        label = owner + tail
        return UnionIdentity(key("union", "collective", label), label, "joint", reason="名称完整", many=True)
    else:
        joined = around.previous_end(mention) >= mention.begin - JOIN
        division, reason = _here(stem, joined, around, earlier, gazetteer)
    if division is None:
        return UnionIdentity(
            key("union", "collective", around.article, mention.concept), tail, "joint", reason="只知本文", many=True
        )
    first = tail[0]
    short = tail[1:] if tail.endswith("级工会") and division.name.endswith(first) else tail
    label = division.name + short
    above = gazetteer.chain(division.code)[1:2]
    return UnionIdentity(
        key("union", "collective", division.code, mention.concept),
        label,
        "joint",
        division.code,
        reason=reason,
        forms=tuple(one.name + label for one in above),
        many=True,
    )


def with_their_own(mentions: list[Mention], identities: list[UnionIdentity]) -> list[UnionIdentity]:
    """金华工会 in an article of 金华市各级工会 that never names the federation: the unions, not their federation."""
    named = {
        one.key for mention, one in zip(mentions, identities, strict=True) if mention.text.endswith(("总工会", "总"))
    }
    many = {one.jurisdiction: one for one in reversed(identities) if one.many and one.jurisdiction}
    return [
        many[one.jurisdiction]
        if one.key == f"union/{one.jurisdiction}" and one.key not in named and one.jurisdiction in many
        else one
        for one in identities
    ]


def _owner_before(stem: str, tail: str) -> str:
    """The employer that stands before 各级工会; empty for 全市, 该县, 辖区 and where nothing does."""
    owner = stem.removesuffix("组织").removesuffix(tail)
    return owner if owner != stem and len(owner) >= 4 and owner[0] not in HERE else ""


def _here(
    stem: str, joined: bool, around: Surroundings, earlier: list[UnionIdentity], gazetteer: Gazetteer
) -> tuple[Division | None, str]:
    """The division that 全市 means; without such a word, that of the article's first union."""
    federations = [one for one in reversed(earlier) if one.jurisdiction in gazetteer.by_code]
    if stem[0] not in HERE:
        for one in federations[:1] if joined else federations[-1:]:
            return gazetteer.by_code[one.jurisdiction], f"近文提到{one.label}"
        weights = around.locale.weights
        code = max(sorted(weights), key=lambda one: weights[one], default="")
        return gazetteer.by_code.get(code), "文中提到的地区"
    level = next((one for one in AUTONOMOUS if stem.startswith(one, 1)), stem[1])
    for one in federations:
        for division in gazetteer.chain(one.jurisdiction):
            if is_level(division, {"自治区": "省", "自治州": "州", "自治县": "县"}.get(level, level)):
                return division, f"近文提到{one.label}"
    home = around.locale.division(level[-1] if len(level) > 1 else level, around.source_weights)
    return home or (None, "")
