"""The NER pass: one spaCy pipeline on pkuseg tokens that finds every mention of an article.

Guarantees: `Recogniser.mentions` is a pure function of the article and the lexicons; mentions are
exact on characters whatever the segmenter cut; they come sorted by position, at most one of a type at
a place, and names do not cross. The pipeline's Doc carries them too: ``doc.spans["mentions"]`` (all,
laid over tokens by expansion, with ``span._.rule``, ``span._.confidence``, ``span._.mention``) and
``doc.ents`` (the longest that do not overlap).
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.lexicon import Lexicon
from kg.model import Article, Mention, MentionType
from kg.recognise.abbreviations import ShortNameFinder
from kg.recognise.amounts import amounts
from kg.recognise.boundaries import NameBoundary, NameContext
from kg.recognise.dates import dates
from kg.recognise.gazetteer import Gazetteer
from kg.recognise.groups import GroupFinder
from kg.recognise.host_lists import HostFinder
from kg.recognise.listed_firms import ListedFirmFinder
from kg.recognise.located_places import LocatedPlaceFinder
from kg.recognise.officer_unions import OfficerUnionFinder
from kg.recognise.offices import OfficeFinder
from kg.recognise.organizations import OrganizationFinder
from kg.recognise.people import PeopleFinder
from kg.recognise.places import PlaceFinder
from kg.recognise.programmes import ProgrammeFinder
from kg.recognise.tokens import chinese_pipeline
from kg.recognise.trade_firms import TradeFirmFinder
from kg.recognise.unions import UnionFinder
from kg.recognise.venues import VenueFinder

__all__ = ["Recogniser"]

COMPONENT = "union_mentions"
WELL_KNOWN, UNIONS = "organization-known", ("工会", "集团工会", "公司工会")
NAMES = (MentionType.UNION, MentionType.ORGANIZATION, MentionType.PLACE, MentionType.PERSON)


@Language.factory(COMPONENT)
def _component(nlp: Language, name: str) -> MentionComponent:
    return MentionComponent()


class MentionComponent:
    """The pipeline's component; `Recogniser` gives it the finders and each Doc its article."""

    recogniser: Recogniser | None = None

    def __call__(self, doc: Doc) -> Doc:
        article = doc._.article
        if self.recogniser is None or article is None:
            return doc
        spans = []
        for mention in self.recogniser.find(doc, article):
            span = doc.char_span(mention.begin, mention.end, label=mention.type.upper(), alignment_mode="expand")
            if span is not None:
                span._.mention, span._.rule, span._.confidence = mention, mention.rule, mention.confidence
                spans.append(span)
        doc.spans["mentions"] = spans
        doc.ents = filter_spans(spans)
        return doc


class Recogniser:
    """Finds the mentions of articles. Building one loads the segmentation model and the gazetteer."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer | None = None) -> None:
        self.lexicon = lexicon
        self.gazetteer = gazetteer or Gazetteer.load(lexicon)
        boundary = NameBoundary(lexicon)
        self._organizations = OrganizationFinder(lexicon, boundary)
        self._listed_firms = ListedFirmFinder(lexicon)
        self._hosts = HostFinder(lexicon)
        self._trade_firms = TradeFirmFinder(lexicon)
        self._unions = UnionFinder(lexicon, boundary)
        self._places = PlaceFinder(lexicon, self.gazetteer, boundary)
        self._venues = VenueFinder(lexicon, boundary)
        self._short_names = ShortNameFinder(lexicon)
        self._located = LocatedPlaceFinder(lexicon, self.gazetteer, boundary)
        self._people = PeopleFinder(lexicon)
        self._groups = GroupFinder(lexicon)
        self._offices = OfficeFinder(lexicon, boundary)
        self._officers = OfficerUnionFinder(lexicon, boundary)
        self._programmes = ProgrammeFinder(lexicon)
        _register_extensions()
        self.pipeline = chinese_pipeline()
        component = self.pipeline.add_pipe(COMPONENT)
        if isinstance(component, MentionComponent):
            component.recogniser = self

    def doc(self, article: Article) -> Doc:
        """The article as a spaCy Doc with its mentions in ``spans`` and ``ents``."""
        doc = self.pipeline.make_doc(article.text)
        doc._.article = article
        for _, component in self.pipeline.pipeline:
            doc = component(doc)
        return doc

    def mentions(self, article: Article) -> tuple[Mention, ...]:
        """Every mention of the article, sorted by begin, end and type."""
        return tuple(self.find(self.pipeline.make_doc(article.text), article))

    def find(self, doc: Doc, article: Article) -> list[Mention]:
        """The mentions of an article whose text `doc` holds as tokens."""
        text = article.text
        context = NameContext(text, [token.idx for token in doc])
        divisions = self._places.divisions(context)
        unions = self._unions.mentions(context)
        organizations = self._organizations.mentions(context)
        unions = _with_employers(unions, self._unions.mentions(context))
        venues = self._venues.mentions(context)
        people = self._people.mentions(article, context)
        venues = [venue for venue in venues if not _cuts_any(venue, people)]
        names = _without_crossings([*unions, *organizations, *venues], divisions)
        names += self._listed_firms.mentions(context, [*names, *divisions, *people])
        names += self._trade_firms.mentions(context, [*names, *divisions, *people])
        names += self._hosts.mentions(context, [*names, *divisions, *people])
        names += self._located.mentions(context, [*names, *divisions, *people])
        names += self._short_names.mentions(text, [name for name in names if name.type is not MentionType.PLACE])
        names = _with_officers(names, self._officers.mentions(context, people, names))
        names += self._officers.employers(context, people, [*names, *divisions])
        names = _with_offices(names, self._offices.mentions(context, people, names, divisions))
        groups = self._groups.before_names(text, self._groups.mentions(text, context.divisions), people)
        whole = [one for one in divisions if one.text == one.label]
        groups = [one for one in groups if not any(other.begin <= one.begin and one.end < other.end for other in whole)]
        groups = _clear_of(groups, [name for name in names if name.type is not MentionType.PLACE])
        days = dates(text, article.date, year=article.year, lexicon=self.lexicon)
        found = [
            *names,
            *_uncrossed(_outside_names(divisions, names), [*people, *groups, *days]),
            *people,
            *groups,
            *self._programmes.mentions(context),
            *days,
            *_clear_of(amounts(text, lexicon=self.lexicon), [*divisions, *names, *people]),
        ]
        return sorted(set(found), key=lambda mention: (mention.begin, mention.end, mention.type, mention.rule))


def _with_employers(first: list[Mention], second: list[Mention]) -> list[Mention]:
    """Unions found once more when the organisations are known, so that 某集团工会 begins with its employer."""
    ends = {mention.end: mention for mention in first}
    ends.update({mention.end: mention for mention in second})
    return [ends[end] for end in sorted(ends)]


def _cuts_any(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether a mention ends within another (某某中学学生江 with 江某)."""
    return any(other.begin < mention.end < other.end for other in others)


def _with_offices(names: list[Mention], offices: list[Mention]) -> list[Mention]:
    """Names with the bodies of posts, which take the place of the bare names that they complete (政协工委)."""
    return [
        *(
            name
            for name in names
            if not any(office.begin <= name.begin and name.end <= office.end for office in offices)
        ),
        *offices,
    ]


def _with_officers(names: list[Mention], unions: list[Mention]) -> list[Mention]:
    """Names with the unions of officers, and the employers with which those begin; no other name inside them."""
    return [
        *(
            name
            for name in names
            if not any(
                union.begin < name.end and name.begin < union.end for union in unions if not _may_hold(union, name)
            )
        ),
        *unions,
    ]


def _without_crossings(names: Iterable[Mention], divisions: list[Mention]) -> list[Mention]:
    """Names without those that lie inside or across a longer one, and unions before all others."""
    order = {MentionType.UNION: 0, MentionType.ORGANIZATION: 1, MentionType.PLACE: 2}
    kept: list[Mention] = []
    for mention in sorted(names, key=lambda m: (-(m.end - m.begin), order[m.type], m.begin)):
        clash = [other for other in kept if other.begin < mention.end and mention.begin < other.end]
        if all(_may_hold(other, mention) for other in clash):
            kept.append(mention)
    return kept


def _may_hold(outer: Mention, inner: Mention) -> bool:
    """A union inside a body's name (某市总工会职工服务中心), or a body with which a union's or venue's begins."""
    if outer.begin > inner.begin or inner.end >= outer.end:
        return False
    if outer.type is MentionType.ORGANIZATION:
        return inner.type is MentionType.UNION
    if inner.rule == WELL_KNOWN and outer.text[inner.end - outer.begin :] not in UNIONS:
        return False  # 中国某某|马钢集团|工会, 某某商圈
    begins = outer.type in (MentionType.UNION, MentionType.PLACE) and outer.begin == inner.begin
    return begins and inner.type is MentionType.ORGANIZATION


def _outside_names(divisions: list[Mention], names: list[Mention]) -> list[Mention]:
    """Divisions without the short forms inside another body's name: 上海 in 上海洋山港 is not spoken of."""
    others = [name for name in names if name.type is not MentionType.UNION]
    return [
        division
        for division in divisions
        if division.text == division.label
        or not any(other.begin <= division.begin and division.end <= other.end for other in others)
    ]


def _uncrossed(divisions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Divisions that no person's name holds and no other mention crosses (玉林 in 王玉林, 新会 in 新会员)."""
    return [
        division
        for division in divisions
        if not any(
            other.begin < division.end
            and division.begin < other.end
            and (other.type is MentionType.PERSON or not other.begin <= division.begin < division.end <= other.end)
            for other in others
        )
    ]


def _clear_of(mentions: Iterable[Mention], names: list[Mention]) -> list[Mention]:
    """Mentions that share no character with a name: the 六枝 of 六枝特区 counts nothing."""
    taken = {position for name in names for position in range(name.begin, name.end)}
    return [
        mention for mention in mentions if not any(position in taken for position in range(mention.begin, mention.end))
    ]


def _register_extensions() -> None:
    if not Doc.has_extension("article"):
        Doc.set_extension("article", default=None)
        for name in ("mention", "rule", "confidence"):
            Span.set_extension(name, default=None)
