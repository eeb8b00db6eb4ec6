"""One article's mentions turned into its facts.

Guarantees: pure; every fact carries phrases of the untouched source; indexes point into the article's
tuple of mentions; a draft's groups are cleaned of what its own words make redundant (职工 beside 困难职工)
and its numbers told apart: money, things handed out, people reached.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import (
    Amount,
    Article,
    ArticleFacts,
    InitiativeFact,
    Mention,
    MentionType,
    Phrase,
    PostFact,
    Source,
)
from kg.recognise.sentences import Stretch
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.initiatives import InitiativeFinder
from kg.relate.kinds import KindClassifier
from kg.relate.posts import PostFinder

__all__ = ["facts"]

KINDS_OF_BODIES = frozenset({"employment", "service-station", "organising"})
"""Kinds of initiative that are measured in bodies: firms at a fair, stations built, unions set up."""


def facts(article: Article, source: Source, mentions: tuple[Mention, ...], *, lexicon: Lexicon) -> ArticleFacts:
    """Everything that one article states."""
    discourse = Discourse(article, mentions)
    drafts = InitiativeFinder(lexicon).drafts(discourse)
    classifier = KindClassifier(lexicon)
    initiatives = tuple(_initiative(draft, drafts, discourse, source, classifier, lexicon) for draft in drafts)
    posts = tuple(
        PostFact(
            post.person,
            post.organization,
            post.title,
            article.phrase(source, post.begin, post.end),
            0.9,
            "titles-before-name",
        )
        for post in PostFinder(lexicon).posts(discourse)
    )
    phrases = tuple(article.phrase(source, mention.begin, mention.end) for mention in mentions)
    stretches = tuple(Phrase(source.key, begin, end, source.text[begin:end]) for begin, end in article.stretches)
    return ArticleFacts(article, tuple(mentions), phrases, initiatives, posts, stretches)


def _initiative(
    draft: Draft,
    drafts: list[Draft],
    discourse: Discourse,
    source: Source,
    classifier: KindClassifier,
    lexicon: Lexicon,
) -> InitiativeFact:
    article, mentions = discourse.article, discourse.mentions
    sentence = " ".join(discourse.text[stretch.begin : stretch.end] for stretch in draft.evidence[:1])
    dates = [mentions[i].concept for i in draft.dates if mentions[i].concept]
    kind = classifier.kind(draft.name, sentence)
    begin, _, end = (dates[0] if dates else "").partition("/")
    return InitiativeFact(
        name=draft.name,
        named=draft.named,
        kind=kind,
        unions=tuple(dict.fromkeys(draft.unions)),
        partners=tuple(dict.fromkeys(draft.partners)),
        groups=_groups(draft, mentions, lexicon),
        places=_places(draft, mentions),
        amounts=_amounts(draft, kind, discourse, source),
        evidence=tuple(
            phrase for stretch in dict.fromkeys(draft.evidence) for phrase in _phrases(article, source, stretch)
        ),
        confidence=_confidence(draft),
        rule=draft.rule,
        cues=tuple(dict.fromkeys(draft.cues)),
        aliases=tuple(dict.fromkeys(draft.aliases)),
        start=begin or None,
        end=end or None,
        parent=drafts.index(draft.parent) if draft.parent in drafts else None,
    )


def _phrases(article: Article, source: Source, stretch: Stretch) -> tuple[Phrase, ...]:
    """The stretch without the white space around it, in as many phrases as the article's pieces make of it."""
    begin, end = stretch
    while begin < end - 1 and article.text[begin].isspace():
        begin += 1
    while begin < end - 1 and article.text[end - 1].isspace():
        end -= 1
    return article.phrases(source, begin, end)


def _groups(draft: Draft, mentions: tuple[Mention, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """One mention a concept; a concept that only restates a narrower one found is dropped."""
    by_concept: dict[str, int] = {}
    for index in draft.groups:
        by_concept.setdefault(mentions[index].concept, index)
    general = {"worker", "enterprise", "volunteer", "union-cadre", "model-worker"}
    if any(concept not in general for concept in by_concept):
        by_concept = {concept: index for concept, index in by_concept.items() if concept not in general}
    return tuple(by_concept[concept] for concept in sorted(by_concept))


def _places(draft: Draft, mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    by_place: dict[str, int] = {}
    for index in draft.places:
        by_place.setdefault(mentions[index].concept or mentions[index].text, index)
    return tuple(sorted(by_place.values()))


def _amounts(
    draft: Draft,
    kind: str,
    discourse: Discourse,
    source: Source,
) -> tuple[Amount, ...]:
    """The draft's numbers by what they measure; 一场, numbers in names and numbers of mere bodies are none."""
    found: dict[tuple[str, float, str], Amount] = {}
    names = [mention for mention in discourse.mentions if mention.type is MentionType.PROGRAMME]
    for index in draft.amounts:
        mention = discourse.mentions[index]
        measure = mention.measure
        if measure is None or mention.text.startswith("一"):
            continue
        if mention.concept == "bodies" and kind not in KINDS_OF_BODIES:
            continue
        if any(name.begin <= mention.begin and mention.end <= name.end for name in names):
            continue
        if mention.type is MentionType.MONEY:
            role = "funding"
            if mention.label in ("each", "value"):
                continue
        else:
            role = "reached" if mention.concept == "people" else "provision"
        found.setdefault(
            (role, measure.value, measure.unit),
            Amount(role, measure, discourse.article.phrase(source, mention.begin, mention.end)),
        )
    return tuple(found.values())


def _confidence(draft: Draft) -> float:
    """0.9 for a named programme with its own actor; less for what is inherited or only described."""
    value = 0.9 if draft.named else 0.75
    if draft.inherited:
        value -= 0.15
    if draft.rule == "programme-head":
        value -= 0.1
    if not draft.groups:
        value -= 0.1
    return round(max(value, 0.1), 2)
