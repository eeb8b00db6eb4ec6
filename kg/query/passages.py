"""Which words state something about an initiative, and in which articles they stand.

Guarantees: reads only; a phrase belongs to the article one of whose stretches it begins in, so that articles
interleaved on a page are told apart; quotes are word for word.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.query.records import Quote
from kg.query.statements import Statements

__all__ = ["Passages"]


class Passages:
    """The phrases of one graph by what they state."""

    def __init__(self, statements: Statements) -> None:
        self._read = statements
        self._stretches: dict[str, list[tuple[int, int, str]]] = {}
        for article in statements.of_class("schema:NewsArticle"):
            for stretch in statements.values(article, "ukg:stretch"):
                source, begin, end = self.span(stretch)
                self._stretches.setdefault(source, []).append((begin, end, article))

    def of(self, initiative: str, node: str) -> tuple[str, ...]:
        """The phrases that state `node` (a number, a start) or, for a thing, name it where the initiative is told."""
        own = self._read.values(node, "prov:wasDerivedFrom")
        if own:
            return tuple(own)
        evidence = self._read.values(initiative, "prov:wasDerivedFrom")
        mentions = self._read.subjects("itsrdf:taIdentRef", node)
        return tuple(phrase for phrase in mentions if any(self._holds(stated, phrase) for stated in evidence))

    def articles(self, phrases: Iterable[str]) -> set[str]:
        """The articles that phrases stand in."""
        found: set[str] = set()
        for phrase in phrases:
            source, begin, _ = self.span(phrase)
            found.update(self._at(source, begin))
        return found

    def article_at(self, source: str, begin: int) -> str:
        """The article that a place of a source stands in; empty where it stands in none."""
        return min(self._at(source, begin), default="")

    def _at(self, source: str, begin: int) -> list[str]:
        return [article for first, last, article in self._stretches.get(source, ()) if first <= begin < last]

    def sentences(self, initiative: str, phrases: Iterable[str]) -> tuple[Quote, ...]:
        """The initiative's evidence that holds each phrase, else the phrase itself; by source and position."""
        evidence = self._read.values(initiative, "prov:wasDerivedFrom")
        told = {next((stated for stated in evidence if self._holds(stated, phrase)), phrase) for phrase in phrases}
        return tuple(sorted(map(self.quote, told)))

    def _holds(self, outer: str, inner: str) -> bool:
        source, begin, end = self.span(outer)
        other, first, last = self.span(inner)
        return source == other and begin <= first and last <= end

    def span(self, phrase: str) -> tuple[str, int, int]:
        """The source (an IRI), begin and end of a phrase."""
        read = self._read
        begin, end = (int(read.value(phrase, name) or 0) for name in ("nif:beginIndex", "nif:endIndex"))
        return read.value(phrase, "nif:referenceContext") or "", begin, end

    def quote(self, phrase: str) -> Quote:
        """The characters of a phrase."""
        source, begin, end = self.span(phrase)
        name = self._read.value(source, "dcterms:identifier") or source
        return Quote(name, begin, end, self._read.value(phrase, "nif:anchorOf") or "")
