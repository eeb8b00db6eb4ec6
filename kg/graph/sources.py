"""Sources, articles, issues of newspapers and phrases to blocks.

Guarantees: every stretch of a source that anything points at is described once, with exactly the
characters that stand there; a phrase names every entity that it mentions, the rule that found it and why it means
that entity.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.naming import Naming
from kg.graph.terms import Block, Link, Typed, boolean, calendar, integer, text, texts
from kg.model import ArticleRecord, Grounds, Knowledge, Phrase, SourceRecord

__all__ = ["article_blocks", "issue_blocks", "phrase_blocks", "source_blocks"]


def source_blocks(sources: tuple[SourceRecord, ...], naming: Naming) -> Iterator[Block]:
    """A block for every source document."""
    for source in sources:
        block = Block("source", naming.inside("source", source.key), "nif:Context")
        block.add("dcterms:identifier", text(source.name))
        block.add("ukg:length", integer(source.length))
        block.add("ukg:sha256", text(source.sha256))
        if source.url:
            block.add("schema:url", Typed(text(source.url).value, "xsd:anyURI"))
        yield block


def article_blocks(articles: tuple[ArticleRecord, ...], naming: Naming) -> Iterator[Block]:
    """A block for every article."""
    for article in articles:
        block = Block("article", naming.inside("article", article.key), "schema:NewsArticle")
        if article.headline:
            block.add("schema:headline", text(article.headline))
        block.link("schema:author", map(naming.thing, article.authors))
        block.add("schema:datePublished", calendar(article.date))
        if article.newspaper:
            block.add("schema:isPartOf", Link(_issue(article.newspaper, article.date, naming)))
        if article.fragment:
            block.add("ukg:fragment", boolean(True))
        block.add("ukg:stretch", *(Link(naming.phrase(phrase)) for phrase in article.phrases))
        block.add("prov:wasDerivedFrom", *(Link(naming.phrase(phrase)) for phrase in _passages(article)))
        yield block


def _passages(article: ArticleRecord) -> tuple[Phrase, ...]:
    """Its pieces, and the passage of the page that they span where they do not make it up alone."""
    extra = (article.extent,) if article.extent is not None and article.extent not in article.phrases else ()
    return (*article.phrases, *extra)


def issue_blocks(articles: tuple[ArticleRecord, ...], naming: Naming) -> Iterator[Block]:
    """A block for every issue of a newspaper that a masthead names, then one for every newspaper."""
    issues = {(article.newspaper, article.date or "") for article in articles if article.newspaper}
    for newspaper, date in sorted(issues):
        block = Block("issue", _issue(newspaper, date, naming), "schema:PublicationIssue")
        block.add("rdfs:label", text(f"{newspaper} {date}".rstrip()))
        block.add("schema:datePublished", calendar(date))
        block.add("schema:isPartOf", Link(naming.made("newspaper", newspaper)))
        yield block
    for newspaper in sorted({newspaper for newspaper, _ in issues}):
        block = Block("issue", naming.made("newspaper", newspaper), "schema:Newspaper")
        block.add("rdfs:label", text(newspaper))
        yield block


def _issue(newspaper: str, date: str | None, naming: Naming) -> str:
    return naming.made("issue", newspaper, date or "")


def phrase_blocks(knowledge: Knowledge, naming: Naming) -> Iterator[Block]:
    """A block for every phrase, in the order of source and position."""
    mentioned: dict[Phrase, list[str]] = {}
    grounds: dict[Phrase, list[Grounds]] = {}
    for entity in knowledge.entities:
        iri = naming.thing(entity.key)
        for each in entity.grounds:
            grounds.setdefault(each.phrase, []).append(each)
        for phrase in entity.mentions:
            mentioned.setdefault(phrase, []).append(iri)
    for phrase in sorted({*mentioned, *_stating(knowledge)}):
        block = Block("phrase", naming.phrase(phrase), "nif:Phrase")
        block.add("nif:referenceContext", Link(naming.inside("source", phrase.source)))
        block.add("nif:beginIndex", integer(phrase.begin))
        block.add("nif:endIndex", integer(phrase.end))
        block.add("nif:anchorOf", text(phrase.anchor))
        block.link("itsrdf:taIdentRef", mentioned.get(phrase, ()))
        found = grounds.get(phrase, ())
        block.add("ukg:rule", *texts(each.rule for each in found))
        block.add("ukg:reason", *texts(each.reason for each in found if each.reason))
        yield block


def _stating(knowledge: Knowledge) -> Iterator[Phrase]:
    for article in knowledge.articles:
        yield from _passages(article)
    for initiative in knowledge.initiatives:
        yield from initiative.evidence
        for amount in initiative.amounts:
            yield from (amount.phrase, *amount.repeated)
        for dating in initiative.datings:
            yield from dating.phrases
    for membership in knowledge.memberships:
        yield from membership.evidence
