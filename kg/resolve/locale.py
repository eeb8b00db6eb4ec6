"""Where an article is at home: the division that 市, 区, 县, 省 mean in it.

Guarantees: pure; decided by the divisions that the article itself names (that of the paper which sends it counts most,
those in names of unions and in the headline and first sentence more than others), then by those of its source; every
decision comes with a reason in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.model import Article, Mention, MentionType
from kg.recognise.gazetteer import Division, Gazetteer

__all__ = ["Locale"]

OF_PAPER, IN_UNION, IN_LEAD, PLAIN = 24, 6, 3, 1


class Locale:
    """The divisions of one article, weighted."""

    def __init__(
        self, article: Article, mentions: Iterable[Mention], gazetteer: Gazetteer, papers: re.Pattern[str]
    ) -> None:
        """`papers` is what stands behind a place in the name of the paper that sends a report (…新闻网讯)."""
        self._gazetteer = gazetteer
        listed = list(mentions)
        unions = [m for m in listed if m.type is MentionType.UNION]
        lead_end = article.text.find("。", article.body)
        lead_end = lead_end if lead_end >= 0 else len(article.text)
        self.weights: Counter[str] = Counter()
        self._of_unions: set[str] = set()
        for mention in listed:
            if mention.type is not MentionType.PLACE or not mention.concept:
                continue
            in_union = any(u.begin <= mention.begin and mention.end <= u.end for u in unions)
            weight = IN_UNION if in_union else IN_LEAD if mention.begin < lead_end else PLAIN
            begins_line = article.text[: mention.begin].endswith("\n") or not mention.begin
            if begins_line and article.body <= mention.begin < lead_end and papers.match(article.text, mention.end):
                weight = OF_PAPER
            self.weights[mention.concept] += weight
            if in_union:
                self._of_unions.add(mention.concept)

    def division(self, level: str, fallback: Counter[str]) -> tuple[Division, str] | None:
        """The division that the word `level` (市) means in the article, with the reason."""
        best = self._heaviest(self.weights, level)
        if best is not None:
            above = self.city_of_several(best.code)
            return above or (best, f"文中多次提到{best.name}")
        best = self._heaviest(fallback, level)
        return (best, f"同一来源多次提到{best.name}") if best is not None else None

    def city_of_several(self, code: str) -> tuple[Division, str] | None:
        """The city above a county-level city, where the article names the union of another county of it too."""
        chain = self._gazetteer.chain(code)
        if len(chain) < 2 or chain[0].level != "county" or not chain[0].name.endswith("市"):
            return None
        city = chain[1]
        for other in sorted(self._of_unions):
            of_other = self._gazetteer.chain(other)
            codes = [one.code for one in of_other]
            beside = any(one.level == "county" for one in of_other) and code not in codes and city.code in codes
            if beside and city.name.endswith("市"):
                return city, f"文中多个县区同属{city.name}"
        return None

    def _heaviest(self, weights: Counter[str], level: str) -> Division | None:
        scores: Counter[str] = Counter()
        for code, weight in weights.items():
            for division in self._gazetteer.chain(code):
                if is_level(division, level):
                    scores[division.code] += weight
                    break
        if not scores:
            return None
        code = max(sorted(scores), key=lambda c: scores[c])
        return self._gazetteer.by_code[code]


def is_level(division: Division, level: str) -> bool:
    """Whether a division is what the word means: 省 any province, 市 a city, 区 a district …"""
    if level == "省":
        return division.level == "province"
    if level == "州":
        return division.level == "prefecture" and division.name.endswith("州")
    if level == "市":
        return division.name.endswith("市")
    return division.name.endswith(level)
