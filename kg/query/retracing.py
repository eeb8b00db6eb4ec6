"""Sentences of the articles, with what the rules decided about them where the texts are at hand.

Guarantees: positions are characters of the source; with the texts, the stages read, recognise and relate run as a
build runs them, and a text that is not the one the graph was built from is told and not used; without, sentences are
cut from the stretches that the graph quotes, line breaks ignored, and no decision is known.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Article, ArticleFacts, MentionType, Phrase, Source
from kg.query.passages import Passages
from kg.query.records import Quote
from kg.query.statements import Statements
from kg.recognise.group_standing import GroupStanding
from kg.recognise.one_person import ONE_PERSON
from kg.recognise.sentences import Stretch, sentences
from kg.relate.trace import Decision, Trace

__all__ = ["Passage", "Ruling", "quoted_passages", "retraced_passages", "texts_of_graph"]


class Ruling(NamedTuple):
    """A decision of a rule, in source positions."""

    rule: str
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


class Met(NamedTuple):
    """A worker group that a sentence names and the graph does not link: it is only met there."""

    concept: str
    label: str
    begin: int
    end: int
    words: str
    one_person: bool
    """Whether the words only tell the work of one person."""


class Passage(NamedTuple):
    """One sentence."""

    source: str
    """IRI of the source."""
    spans: tuple[tuple[int, int], ...]
    """Source positions of its pieces: several where it runs over the joint of two pieces of an article."""
    quote: Quote
    """From its first character to its last; where it has several pieces, their text joined."""
    rulings: tuple[Ruling, ...] = ()
    unknown: tuple[str, ...] = ()
    """Names of initiatives told there for which no text names a union."""
    not_in_graph: tuple[str, ...] = ()
    """Names of initiatives that the stages find there and the graph does not hold."""
    met: tuple[Met, ...] = ()
    """Groups that it names in passing."""

    def holds(self, source: str, begin: int) -> bool:
        """Whether a source position stands in it."""
        return source == self.source and any(first <= begin < last for first, last in self.spans)


def texts_of_graph(
    read: Statements, paths: Iterable[str | os.PathLike[str]], warn: Callable[[str], None]
) -> tuple[dict[str, Source], list[str]]:
    """The sources of `paths` by the IRI that they have in the graph, and what is to be said of the others.

    Raises InputError where a path is missing or cannot be read.
    """
    from kg.read import sources

    contexts = read.of_class("nif:Context")
    by_hash = {read.value(node, "ukg:sha256"): node for node in contexts}
    exact = {(read.value(node, "dcterms:identifier"), read.value(node, "ukg:sha256")): node for node in contexts}
    names = {read.value(node, "dcterms:identifier"): node for node in contexts}
    found: dict[str, Source] = {}
    notes = []
    for source in sources([Path(path) for path in paths], warn=warn):
        node = exact.get((source.name, source.sha256)) or by_hash.get(source.sha256)
        if node is not None and read.value(node, "ukg:length") == str(len(source.text)):
            found[node] = source
        elif source.name in names:
            notes.append(
                f"{source.name} is not the file that the graph was built from: SHA-256 {source.sha256},"
                f" in the graph {read.value(names[source.name], 'ukg:sha256')}; it was left out"
            )
    return found, notes


def quoted_passages(read: Statements, passages: Passages, source: str) -> Iterator[Passage]:
    """The sentences of the stretches of a source that the graph quotes."""
    for stretch in read.subjects("nif:referenceContext", source):
        if not read.subjects("ukg:stretch", stretch):
            continue
        whole = passages.quote(stretch)
        text = whole.text.replace("\r", " ").replace("\n", " ")
        for begin, end in sentences(text):
            begin += len(text[begin:end]) - len(text[begin:end].lstrip())
            span = (whole.begin + begin, whole.begin + end)
            yield Passage(source, (span,), Quote(whole.source, *span, whole.text[begin:end]))


def retraced_passages(
    read: Statements, passages: Passages, texts: dict[str, Source], lexicon: Lexicon
) -> Iterator[Passage]:
    """The sentences of sources, by IRI, as the stages read them, with their decisions."""
    if not texts:
        return
    from kg.read import articles
    from kg.recognise import Recogniser, with_page_year
    from kg.relate import Relater

    recogniser, relater, standing = Recogniser(lexicon), Relater(lexicon), GroupStanding(lexicon)
    stated = {
        passages.span(phrase)
        for initiative in read.of_class("ukg:Initiative")
        for phrase in read.values(initiative, "prov:wasDerivedFrom")
    }
    for node, source in texts.items():
        phrases = read.subjects("nif:referenceContext", node)
        linked = {passages.span(phrase) for phrase in phrases if read.value(phrase, "itsrdf:taIdentRef")}
        for article in with_page_year(articles(source, lexicon=lexicon), lexicon=lexicon):
            trace = Trace()
            facts = relater.facts(article, source, recogniser.mentions(article), trace)
            met = [each for each in _met(facts, standing) if (node, each.begin, each.end) not in linked]
            yield from _of_article(node, source, facts, trace, stated, met)


def _met(facts: ArticleFacts, standing: GroupStanding) -> Iterator[Met]:
    """The groups of an article that are a thing of their own only where something is for them."""
    for mention, phrase in zip(facts.mentions, facts.phrases, strict=True):
        if mention.type is MentionType.GROUP and standing.is_told_in_passing(mention):
            words, one_person = "".join(phrase.anchor.split()), mention.rule == ONE_PERSON
            yield Met(mention.concept, mention.label, phrase.begin, phrase.end, words, one_person)


def _of_article(
    node: str,
    source: Source,
    facts: ArticleFacts,
    trace: Trace,
    stated: set[tuple[str, int, int]],
    met: list[Met],
) -> Iterator[Passage]:
    article = facts.article
    for stretch in sentences(article.text):
        pieces = _pieces(article, source, stretch)
        if not pieces:
            continue
        spans = tuple((piece.begin, piece.end) for piece in pieces)
        quote = Quote(source.name, spans[0][0], spans[-1][1], "".join(piece.anchor for piece in pieces))
        decided = [each for each in trace.decisions if stretch.begin <= each.stretch.begin < stretch.end]
        rulings = tuple(_ruling(article, source, decision) for decision in decided)
        told = [
            (fact, any((node, phrase.begin, phrase.end) in stated for phrase in fact.evidence))
            for fact in facts.initiatives
            if any(_meets(phrase, spans) for phrase in fact.evidence)
        ]
        unknown = tuple(fact.name for fact, known in told if not fact.unions and not known)
        missing = tuple(fact.name for fact, known in told if fact.unions and not known)
        named = tuple(each for each in met if any(first <= each.begin < last for first, last in spans))
        yield Passage(node, spans, quote, rulings, unknown, missing, named)


def _pieces(article: Article, source: Source, stretch: Stretch) -> tuple[Phrase, ...]:
    begin, end = stretch
    while begin < end and article.text[begin].isspace():
        begin += 1
    while begin < end and article.text[end - 1].isspace():
        end -= 1
    return article.phrases(source, begin, end) if begin < end else ()


def _ruling(article: Article, source: Source, decision: Decision) -> Ruling:
    pieces = _pieces(article, source, decision.stretch)
    return Ruling(decision.rule, tuple((piece.begin, piece.end) for piece in pieces), decision.words)


def _meets(phrase: Phrase, spans: Iterable[tuple[int, int]]) -> bool:
    return any(phrase.begin < last and first < phrase.end for first, last in spans)
