"""Articles and facts made from a few lines of text, for the tests of the rooms after `read`.

Names of people, firms and programmes in these tests are invented; divisions are real ones.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from kg.lexicon import Lexicon
from kg.model import (
    Article,
    ArticleFacts,
    Entity,
    EntityType,
    Initiative,
    Knowledge,
    Mention,
    MentionType,
    Source,
    SourceRecord,
)
from kg.read import articles
from kg.recognise import Recogniser
from kg.relate import Relater
from kg.resolve import resolve


@cache
def lexicon() -> Lexicon:
    return Lexicon()


@cache
def recogniser() -> Recogniser:
    return Recogniser(lexicon())


@cache
def relater() -> Relater:
    return Relater(lexicon())


def source_of(text: str, name: str = "page.txt") -> Source:
    return Source(key=blake2b(name.encode(), digest_size=8).hexdigest(), name=name, text=text, sha256="0" * 64)


def article_of(text: str) -> tuple[Source, Article]:
    """The one article that the text is."""
    source = source_of(text)
    found = articles(source, lexicon=lexicon())
    assert len(found) == 1, [article.text for article in found]
    return source, found[0]


def mentions_of(text: str, kind: MentionType) -> list[Mention]:
    """The mentions of one type in a text, in order."""
    _, article = article_of(text)
    return [mention for mention in recogniser().mentions(article) if mention.type is kind]


def texts_of(text: str, kind: MentionType) -> list[str]:
    return [mention.text for mention in mentions_of(text, kind)]


def places(text: str) -> list[str]:
    """The words of a text that are places."""
    return texts_of(text, MentionType.PLACE)


def bodies(text: str) -> list[str]:
    """The words of a text that are organisations."""
    return texts_of(text, MentionType.ORGANIZATION)


def facts_of(text: str) -> ArticleFacts:
    source, article = article_of(text)
    return relater().facts(article, source, recogniser().mentions(article))


def knowledge_of(*texts: str) -> Knowledge:
    """What sources of these texts tell together; each may hold several articles."""
    facts, records = [], []
    for number, text in enumerate(texts):
        source = source_of(text, f"page{number}.txt")
        records.append(SourceRecord(source.key, source.name, source.sha256, len(source.text)))
        for article in articles(source, lexicon=lexicon()):
            facts.append(relater().facts(article, source, recogniser().mentions(article)))
    return resolve(records, facts, lexicon=lexicon(), gazetteer=recogniser().gazetteer)


def labels(knowledge: Knowledge, kind: EntityType) -> set[str]:
    """Labels of the entities of one type that the text mentions."""
    return {entity.label for entity in knowledge.entities if entity.type is kind and entity.mentions}


def entity(knowledge: Knowledge, label: str) -> Entity:
    found = [one for one in knowledge.entities if one.label == label]
    assert len(found) == 1, sorted(one.label for one in knowledge.entities)
    return found[0]


def initiative(knowledge: Knowledge, part: str) -> Initiative:
    """The one initiative whose label holds `part`."""
    found = [one for one in knowledge.initiatives if part in one.label]
    assert len(found) == 1, [one.label for one in knowledge.initiatives]
    return found[0]


def named(knowledge: Knowledge, keys: tuple[str, ...]) -> set[str]:
    """Labels of the entities with these keys."""
    by_key = {one.key: one.label for one in knowledge.entities}
    return {by_key[key] for key in keys}
