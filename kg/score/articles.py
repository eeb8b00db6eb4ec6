"""Measures of the page: whether quotes are exact, and whether articles are told apart.

Guarantees: an article is right where it and one of the gold share at least half of all characters that
either covers; one to one, the best overlap first.
"""

from __future__ import annotations

from kg.score.counts import Counts
from kg.score.facts import Stretch
from kg.score.gold import GoldArticle
from kg.score.outcome import Miss, Outcome
from kg.score.page import Page, characters

__all__ = ["articles", "extent", "quotes"]

ENOUGH = 0.5
"""Characters in both, as a share of characters in either."""


def quotes(page: Page) -> Outcome:
    """Phrases of the graph whose words stand in the text exactly where it says."""
    found = page.facts.quotes.get(page.source, [])
    wrong = [quote for quote in found if page.text[quote.stretch.begin : quote.stretch.end] != quote.anchor]
    misses = tuple(Miss("evidence quote", False, quote.anchor, f"at {quote.stretch.begin}") for quote in wrong)
    counts = Counts(len(found) - len(wrong), len(found), len(found))
    return Outcome({"evidence quotes exact": counts}, misses)


def articles(page: Page) -> Outcome:
    """Articles of the graph that are articles of the gold."""
    wanted = {
        article.id: characters([whole]) for article in page.gold.articles if (whole := extent(page.text, article))
    }
    found = {node: characters(stretches) for node, stretches in page.facts.articles.get(page.source, {}).items()}
    overlaps = sorted(
        (
            (len(one & other) / len(one | other), name, node)
            for name, one in wanted.items()
            for node, other in found.items()
            if one & other
        ),
        reverse=True,
    )
    matched: dict[str, str] = {}
    for overlap, name, node in overlaps:
        if overlap >= ENOUGH and name not in matched and node not in matched.values():
            matched[name] = node
    headlines = {article.id: article.headline or article.first for article in page.gold.articles}
    missing = [Miss("article", True, headlines[name]) for name in wanted if name not in matched]
    wrong = [Miss("article", False, page.facts.name(node)) for node in found if node not in matched.values()]
    return Outcome({"articles": Counts(len(matched), len(found), len(wanted))}, (*missing, *wrong))


def extent(text: str, article: GoldArticle) -> Stretch | None:
    """From its first words to its last; None for an article whose words stand in reversed order."""
    first, last = text.find(article.first), text.find(article.last)
    return Stretch(first, last + len(article.last)) if last > first else None
