"""What one article says: mentions, and the facts related from them.

Guarantees: a fact names mentions by their index in the article's tuple of mentions, and carries phrases.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from kg.model.texts import Article, Phrase

__all__ = [
    "Amount",
    "ArticleFacts",
    "Dating",
    "InitiativeFact",
    "Measure",
    "Mention",
    "MentionType",
    "PostFact",
    "Standing",
]


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
    lower: float | None = None
    upper: float | None = None
    """Between which the number lies by its qualifier, both included; None where the words leave a side open."""


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
    reasons: tuple[str, ...] = ()
    """What `confidence` is made of, a readable sentence each."""


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
    interleaved, lines of others stand in it. None where the article runs backwards."""
