"""The records that pass between the rooms. Frozen and typed; no behaviour beyond their own invariants.

Two kinds of position occur, and never mix:

* *source positions*: characters of the file decoded to Unicode, line ends as they are in the file,
  half-open ``[begin, end)``. A `Phrase` carries them, and they are all that leaves the program.
* *view positions*: characters of `Article.text`, the cleaned, joined, simplified reading of one
  article. `Article.begins`/`Article.ends` map every view character back to the source.

``Source → (read) → Article → (recognise) → Mention → (relate) → ArticleFacts → (resolve) → Knowledge``
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

__all__ = [
    "Amount",
    "Article",
    "ArticleFacts",
    "ArticleRecord",
    "Byline",
    "Dating",
    "Entity",
    "EntityType",
    "Initiative",
    "InitiativeFact",
    "Knowledge",
    "Measure",
    "Membership",
    "Mention",
    "MentionType",
    "Phrase",
    "PostFact",
    "Source",
    "SourceRecord",
    "Standing",
]


class Phrase(msgspec.Struct, frozen=True, order=True):
    """A stretch of one source: ``anchor == source.text[begin:end]``, always and exactly."""

    source: str
    """Key of the `Source`."""
    begin: int
    end: int
    anchor: str


class Source(msgspec.Struct, frozen=True):
    """One file (or one record of a .jsonl file) as it was read, untouched."""

    key: str
    """16 hexadecimal digits made from `name` and `sha256`; part of every phrase's IRI."""
    name: str
    """The file's name, or ``FILE.jsonl/ID`` for a record; ``dcterms:identifier`` in the graph."""
    text: str
    """The decoded text; source positions count its characters."""
    sha256: str
    """Of the file's bytes (of the record's text in UTF-8 for .jsonl)."""
    markup: str = "text"
    """``text``, ``markdown`` or ``html``: how `text` is to be looked at."""
    date: str | None = None
    """ISO date that came with the source (a .jsonl field), else None."""
    title: str | None = None
    url: str | None = None


class Byline(msgspec.Struct, frozen=True):
    """A name in a by-line or sign-off, in view positions of its article."""

    role: str
    """``reporter`` (记者), ``correspondent`` (通讯员 and sign-offs) or ``photographer`` (摄)."""
    begin: int
    end: int


class Article(msgspec.Struct, frozen=True):
    """One article of a source as a reader would see it.

    ``len(text) == len(begins) == len(ends)``; view character ``i`` is source ``[begins[i], ends[i])``.
    The view joins lines that a scanner broke, keeps one ``\\n`` between paragraphs (its begin and end
    are the position after the character before it), has traditional characters simplified and
    half-width punctuation between Chinese characters and full-width digits and letters made regular,
    one character for one character.
    """

    key: str
    """16 hexadecimal digits made from the source's key and the position of the body's first character."""
    source: str
    text: str
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    body: int
    """View position where the body begins; the headline's lines stand before it."""
    headline: str
    """The headline's lines joined by a space, in the source's own characters; may be empty."""
    stretches: tuple[tuple[int, int], ...]
    """Source positions ``(begin, end)`` of the article's pieces, headline included, in reading order."""
    bylines: tuple[Byline, ...] = ()
    date: str | None = None
    """ISO date (day) of publication from masthead, date line or record; None where the text tells none."""
    newspaper: str | None = None
    """The newspaper's name where a masthead tells it."""
    fragment: bool = False
    """True for a piece that has neither headline nor by-line and could not be joined to an article."""

    def phrases(self, source: Source, begin: int, end: int) -> tuple[Phrase, ...]:
        """The source phrases of view positions ``[begin, end)``, in reading order: one, or one a piece
        where the range runs over the joint of two pieces of the article. ValueError where it is empty."""
        if not 0 <= begin < end <= len(self.text):
            raise ValueError(f"article {self.key}: view positions {begin},{end} are empty or outside")
        found: list[Phrase] = []
        start = begin
        for position in range(begin, end):
            if position + 1 == end or self._piece(position) != self._piece(position + 1):
                first, last = self.begins[start], self.ends[position]
                if first < last:
                    found.append(Phrase(source.key, first, last, source.text[first:last]))
                start = position + 1
        return tuple(found)

    def phrase(self, source: Source, begin: int, end: int) -> Phrase:
        """The longest of `phrases`, the first among equals: where a mention stands."""
        return max(self.phrases(source, begin, end), key=lambda phrase: phrase.end - phrase.begin)

    def _piece(self, position: int) -> int:
        """Index of the stretch that a view character stands in; that of the character before for a line break."""
        while position > 0 and self.text[position] == "\n":
            position -= 1
        begin = self.begins[position]
        return next((index for index, (first, last) in enumerate(self.stretches) if first <= begin < last), -1)


class MentionType(StrEnum):
    """What a mention names."""

    UNION = "union"
    ORGANIZATION = "organization"
    PERSON = "person"
    PLACE = "place"
    GROUP = "group"
    PROGRAMME = "programme"
    QUANTITY = "quantity"
    MONEY = "money"
    DATE = "date"
    TITLE = "title"


class Measure(msgspec.Struct, frozen=True):
    """A number read from the text: ``30余万元`` is value 300000.0, unit 元, qualifier "more than"."""

    value: float
    unit: str
    qualifier: str = ""
    """"" (exact), "more than", "about", "at least" or "at most"."""
    item: str = ""
    """What is counted, in the text's words (坚果礼盒); empty for money."""


class Mention(msgspec.Struct, frozen=True):
    """One stretch of an article's view that names something."""

    type: MentionType
    begin: int
    end: int
    text: str
    """``article.text[begin:end]``."""
    rule: str
    """The name of the rule or model that found it."""
    confidence: float
    """0–1."""
    label: str = ""
    """The canonical form so far (快递员 for 快递小哥, 宁波市 for 甬); empty where it is `text`."""
    concept: str = ""
    """Local name in the groups scheme (GROUP), gazetteer code (administrative PLACE), subtype
    (ORGANIZATION: Company, PublicBody, School, Hospital, Media, Association or ""), ISO date (DATE)."""
    measure: Measure | None = None
    """QUANTITY and MONEY only."""


class Amount(msgspec.Struct, frozen=True):
    """A number of an initiative, with the phrase that states it."""

    role: str
    """``provision`` (handed out or built), ``funding`` (yuan) or ``reached`` (people)."""
    measure: Measure
    phrase: Phrase
    repeated: tuple[Phrase, ...] = ()
    """Where other reports tell the same number, sorted."""


class Dating(msgspec.Struct, frozen=True, order=True):
    """A day, month or year on which one report has an initiative start, with the phrases that tell it."""

    start: str
    phrases: tuple[Phrase, ...]


class Standing(StrEnum):
    """How an initiative stands by what the texts tell: local names in the standings scheme, strongest first."""

    CARRIED_OUT = "carried-out"
    UNDER_WAY = "under-way"
    ANNOUNCED = "announced"
    CALLED_FOR = "called-for"
    PAST = "past"

    @property
    def rank(self) -> int:
        """0 for the strongest: what one report tells as carried out is so, whoever else only announced it."""
        return list(Standing).index(self)


class InitiativeFact(msgspec.Struct, frozen=True):
    """An initiative as one article states it. Numbers index the article's tuple of mentions."""

    name: str
    named: bool
    kind: str
    """Local name in the kinds scheme (``condolence``)."""
    unions: tuple[int, ...]
    partners: tuple[int, ...]
    groups: tuple[int, ...]
    places: tuple[int, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Phrase, ...]
    confidence: float
    rule: str
    cues: tuple[str, ...] = ()
    """The words that made it an initiative, for `kg why`."""
    aliases: tuple[str, ...] = ()
    start: str | None = None
    """ISO day, month or year."""
    end: str | None = None
    parent: int | None = None
    """Index, in the same article's facts, of the programme it is a measure of."""
    standing: Standing = Standing.CARRIED_OUT
    standing_cue: str = ""
    """The words that show `standing`; empty where only the telling of a deed does."""
    start_phrase: Phrase | None = None
    """The words that tell `start`."""


class PostFact(msgspec.Struct, frozen=True):
    """A person's post as one article states it. `person` and `organization` index the mentions."""

    person: int
    organization: int
    title: str
    evidence: Phrase
    confidence: float
    rule: str


class ArticleFacts(msgspec.Struct, frozen=True):
    """Everything that one article says, before articles are compared."""

    article: Article
    mentions: tuple[Mention, ...]
    phrases: tuple[Phrase, ...]
    """``phrases[i]`` is where ``mentions[i]`` stands in the source."""
    initiatives: tuple[InitiativeFact, ...]
    posts: tuple[PostFact, ...]
    stretches: tuple[Phrase, ...]
    """The article's pieces in the source, in reading order."""
    extent: Phrase | None = None
    """From the first character of its first piece to the last of its last: on a page whose articles are
    interleaved, lines of others stand in it."""


class EntityType(StrEnum):
    """The classes of things that the graph's entities belong to."""

    UNION = "Union"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    PLACE = "Place"
    GROUP = "WorkerGroup"


class Entity(msgspec.Struct, frozen=True):
    """One thing, one node.

    `key` is the local part of its IRI under the id: base (``union/330203``, ``person/1f0c…``);
    for a worker group of the scheme it is ``group/NAME`` and the IRI is ``group:NAME``.
    """

    key: str
    type: EntityType
    label: str
    alternatives: tuple[str, ...]
    """Every other surface form found, sorted."""
    mentions: tuple[Phrase, ...]
    """Sorted; may be empty for a thing that is only the parent of another (a province)."""
    confidence: float
    subtype: str = ""
    """Union: level (national, provincial, prefectural, county, township, village, industry,
    enterprise, joint). Organization: Company, PublicBody, School, Hospital, Media, Association or "".
    Place: ``AdministrativeArea`` or ""."""
    parent: str | None = None
    """Key: the parent federation of a union, the place that contains a place, the broader group."""
    jurisdiction: str | None = None
    """Union only: key of the place."""
    employer: str | None = None
    """Union only: key of the organisation whose workers it organises."""
    location: str | None = None
    """Organization only: key of the place."""
    code: str = ""
    """Place only: GB/T 2260 code (2, 4, 6, 9 or 12 digits padded to 6 at least), or ""."""
    reasons: tuple[str, ...] = ()
    """The chain of resolution, one readable sentence each, sorted."""


class Initiative(msgspec.Struct, frozen=True):
    """One initiative, from every article that reports it. Links are entity keys, sorted."""

    key: str
    label: str
    alternatives: tuple[str, ...]
    named: bool
    kind: str
    unions: tuple[str, ...]
    partners: tuple[str, ...]
    groups: tuple[str, ...]
    places: tuple[str, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Phrase, ...]
    articles: tuple[str, ...]
    confidence: float
    start: str | None = None
    end: str | None = None
    parent: str | None = None
    """Key of the programme it is a measure of."""
    standing: Standing = Standing.CARRIED_OUT
    """The strongest that a report tells."""
    standing_cues: tuple[str, ...] = ()
    """The words of all reports that show how it stands, sorted."""
    datings: tuple[Dating, ...] = ()
    """Every start that reports tell where they tell different ones; else empty."""


class Membership(msgspec.Struct, frozen=True):
    """One person's post in one organisation."""

    key: str
    person: str
    organization: str
    title: str
    evidence: tuple[Phrase, ...]
    confidence: float


class ArticleRecord(msgspec.Struct, frozen=True):
    """What the graph says of an article itself."""

    key: str
    headline: str
    authors: tuple[str, ...]
    """Person keys, sorted."""
    date: str | None
    newspaper: str | None
    fragment: bool
    phrases: tuple[Phrase, ...]
    """Its stretches, in reading order."""
    extent: Phrase | None = None
    """The passage of the page that it takes up, lines of other articles included."""


class SourceRecord(msgspec.Struct, frozen=True):
    """What the graph says of a source."""

    key: str
    name: str
    sha256: str
    length: int
    """Characters."""
    url: str | None = None


class Knowledge(msgspec.Struct, frozen=True):
    """All that a build found, resolved; every tuple is sorted by key. The graph room reads only this."""

    sources: tuple[SourceRecord, ...]
    articles: tuple[ArticleRecord, ...]
    entities: tuple[Entity, ...]
    initiatives: tuple[Initiative, ...]
    memberships: tuple[Membership, ...]
