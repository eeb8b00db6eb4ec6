"""One article's mentions turned into its facts.

Guarantees: pure; every fact carries phrases of the untouched source; indexes point into the article's
tuple of mentions; a draft's groups are cleaned of what its own words make redundant (职工 beside 困难职工)
and its numbers told apart: money, things handed out, people reached.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.lexicon import Lexicon
from kg.model import (
    Article,
    ArticleFacts,
    InitiativeFact,
    Mention,
    Phrase,
    PostFact,
    Source,
)
from kg.recognise.sentences import Stretch
from kg.relate.audience import Audience
from kg.relate.deeds import DeedReader
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.group_links import GroupLinks
from kg.relate.initiatives import InitiativeFinder
from kg.relate.kinds import KindClassifier
from kg.relate.link_features import LinkFeatures, LinkRow
from kg.relate.numbers import NumberReader
from kg.relate.partners import PartnerReader
from kg.relate.place_links import PlaceLinks, Placing
from kg.relate.places import PlaceReader
from kg.relate.posts import Post, PostFinder
from kg.relate.standing import StandingReader
from kg.relate.subjects import Subjects
from kg.relate.trace import Trace

__all__ = ["Relater"]


class Relater:
    """Finds the facts of articles. Building one reads the lexicons once for all of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._numbers = NumberReader(lexicon)
        self._audience = Audience(lexicon)
        self._initiatives = InitiativeFinder(lexicon)
        self._kinds = KindClassifier(lexicon)
        features = LinkFeatures(lexicon, DeedReader(lexicon))
        self._group_links = GroupLinks(lexicon, features)
        self._place_links = PlaceLinks(lexicon, features)
        self._partners = PartnerReader(lexicon)
        self._places = PlaceReader(lexicon)
        self._posts = PostFinder(lexicon)
        self._standings = StandingReader(lexicon)
        self._subjects = Subjects(lexicon)

    def facts(
        self, article: Article, source: Source, mentions: tuple[Mention, ...], trace: Trace | None = None
    ) -> ArticleFacts:
        """Everything that one article states; `trace` takes down what was decided on the way."""
        discourse = Discourse(article, mentions, self._subjects, trace)
        drafts, kinds = self.drafts(discourse)
        groups = self._group_links.groups(discourse, drafts, kinds, self._chosen(drafts, discourse))
        placing = self._placing(drafts, discourse)
        places = self._place_links.places(discourse, drafts, kinds, placing)
        return ArticleFacts(
            article=article,
            mentions=tuple(mentions),
            phrases=tuple(article.phrase(source, mention.begin, mention.end) for mention in mentions),
            initiatives=tuple(
                self._initiative(place, drafts, kind, addressed, put, placing, discourse, source)
                for place, (kind, addressed, put) in enumerate(zip(kinds, groups, places, strict=True))
            ),
            posts=tuple(_post(post, article, source) for post in self._posts.posts(discourse)),
            stretches=tuple(Phrase(source.key, begin, end, source.text[begin:end]) for begin, end in article.stretches),
            extent=_extent(article, source),
        )

    def _initiative(
        self,
        place: int,
        drafts: list[Draft],
        kind: str,
        groups: list[int],
        places: tuple[int, ...],
        placing: Placing,
        discourse: Discourse,
        source: Source,
    ) -> InitiativeFact:
        draft, mentions = drafts[place], discourse.mentions
        # 春节期间 says when a holiday is, not when the initiative was: the doubtful dates are left out.
        date = next((i for i in draft.dates if mentions[i].concept and mentions[i].confidence > 0.6), None)
        if date is None:
            date = self._places.day(draft, placing.sentences)
        begin, _, end = ("" if date is None else mentions[date].concept).partition("/")
        standing = self._standings.reading(draft, discourse)
        confidence, reasons = _confidence(draft)
        return InitiativeFact(
            name=draft.name,
            named=draft.named,
            kind=kind,
            unions=tuple(placing.hosts[place]),
            partners=self._partners.partners(draft, discourse),
            groups=self._one_each(draft, groups, discourse),
            places=places,
            amounts=self._numbers.amounts(
                draft, kind, discourse, source, self._numbers.present(draft, drafts, discourse)
            ),
            evidence=tuple(
                phrase
                for stretch in dict.fromkeys(draft.evidence)
                for phrase in _phrases(discourse.article, source, stretch)
            ),
            confidence=confidence,
            rule=draft.rule,
            cues=tuple(dict.fromkeys(draft.cues)),
            aliases=tuple(dict.fromkeys(draft.aliases)),
            start=begin or None,
            end=end or None,
            parent=drafts.index(draft.parent) if draft.parent in drafts else None,
            standing=standing.standing,
            standing_cue=standing.cue,
            start_phrase=None if date is None else _phrase(discourse.article, source, mentions[date]),
            reasons=reasons,
        )

    def drafts(self, discourse: Discourse) -> tuple[list[Draft], list[str]]:
        """The initiatives of an article as rules find them, and their kinds."""
        drafts = self._initiatives.drafts(discourse)
        return drafts, [self._kinds.kind(draft, discourse) for draft in drafts]

    def group_rows(self, drafts: list[Draft], kinds: list[str], discourse: Discourse) -> list[LinkRow]:
        """What groups are judged by: every draft beside every group that the article names."""
        return self._group_links.rows(discourse, drafts, kinds, self._chosen(drafts, discourse))

    def place_rows(self, drafts: list[Draft], kinds: list[str], discourse: Discourse) -> list[LinkRow]:
        """What places are judged by: every draft beside every place that the article names and its unions' seats."""
        return self._place_links.rows(discourse, drafts, kinds, self._placing(drafts, discourse))

    def _placing(self, drafts: list[Draft], discourse: Discourse) -> Placing:
        """What rules say of where drafts took place."""
        scenes = self._places.scenes(discourse)
        chosen = [self._places.places(draft, discourse, scenes) for draft in drafts]
        return Placing(scenes, chosen, [self._places.hosts_first(draft, discourse) for draft in drafts])

    def _chosen(self, drafts: list[Draft], discourse: Discourse) -> list[tuple[int, ...]]:
        """The mentions of groups that rules choose for each draft."""
        return [self._one_each(draft, draft.groups, discourse) for draft in drafts]

    def _one_each(self, draft: Draft, groups: Sequence[int], discourse: Discourse) -> tuple[int, ...]:
        """One mention a concept; general concepts (职工) only where no specific one stands."""
        mentions = discourse.mentions
        by_concept: dict[str, int] = {}
        for index in groups:
            by_concept.setdefault(mentions[index].concept, index)
        specific = {mentions[i].concept for i in groups if not self._audience.is_general(mentions[i])}
        if not specific and len(by_concept) > 1:
            by_concept.pop("enterprise", None)  # 全县企业的职工 are workers
        for concept in sorted(by_concept.keys() - (specific or by_concept.keys())):
            mention = mentions[by_concept[concept]]
            beside = (mentions[by_concept[other]].label for other in sorted(specific))
            discourse.note("group-beside-specific", mention.begin, mention.end, draft.name, *beside)
        return tuple(by_concept[concept] for concept in sorted(specific or by_concept))


def _extent(article: Article, source: Source) -> Phrase | None:
    """From the article's first piece to its last in reading order; none where that runs backwards.

    What lies between a head and a tail that stands above it is the page's, not the article's.
    """
    begin, end = article.stretches[0][0], article.stretches[-1][1]
    return Phrase(source.key, begin, end, source.text[begin:end]) if begin < end else None


def _post(post: Post, article: Article, source: Source) -> PostFact:
    evidence = article.phrase(source, post.begin, post.end)
    return PostFact(post.person, post.organization, post.title, evidence, 0.9, "titles-before-name")


def _phrases(article: Article, source: Source, stretch: Stretch) -> tuple[Phrase, ...]:
    """The stretch without the white space around it, in as many phrases as the article's pieces make of it."""
    begin, end = stretch
    while begin < end - 1 and article.text[begin].isspace():
        begin += 1
    while begin < end - 1 and article.text[end - 1].isspace():
        end -= 1
    return article.phrases(source, begin, end)


def _phrase(article: Article, source: Source, mention: Mention) -> Phrase:
    return article.phrase(source, mention.begin, mention.end)


def _confidence(draft: Draft) -> tuple[float, tuple[str, ...]]:
    """More for a named programme with its own actor; less for what is inherited or only described. And why."""
    parts = [(0.95, "文中给出名称") if draft.named else (0.82, "无名称，据动词认定")]
    if draft.inherited:
        parts.append((-0.06, "执行工会承自他句"))
    if draft.rule == "programme-head":
        parts.append((-0.08, "名称未加引号"))
    if draft.told_apart or not draft.groups:
        parts.append((-0.05, "群体出自他句或未提及"))
    value = round(max(sum(weight for weight, _ in parts), 0.1), 2)
    return value, tuple(f"{reason} {weight:+.2f}" for weight, reason in parts)
