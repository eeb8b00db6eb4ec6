"""The year of a page that bears no date: the one in which most of its articles have their events.

Guarantees: pure; an article tells a year by a full date or by the name of an event of its own (2023年全国…), as
in `date_resolution`; nothing is said where two years are told by as many articles; an article that knows
its day keeps it, and its own year goes before that of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from kg.lexicon import Lexicon
from kg.model import Article
from kg.recognise.date_expressions import calendar_rules
from kg.recognise.date_resolution import told_year

__all__ = ["with_page_year"]


def with_page_year(articles: Sequence[Article], *, lexicon: Lexicon | None = None) -> list[Article]:
    """The articles of one source, those without a day with the year of their page."""
    rules = calendar_rules(lexicon)
    year = _most(told_year(article.text, rules) for article in articles if article.date is None)
    if year is None:
        return list(articles)
    return [msgspec.structs.replace(one, year=year) if one.date is None else one for one in articles]


def _most(years: Iterable[int | None]) -> int | None:
    """The year that more articles tell than any other."""
    ranked = Counter(year for year in years if year is not None).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
