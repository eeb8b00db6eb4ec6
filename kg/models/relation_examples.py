"""Texts with their gold as examples for the trees of ``relations``: what the right answer is for every row.

Guarantees: only the text and its gold are looked at, never what a model answered, but for drafts, which are those that
the program makes; an answer is None where the gold leaves it open (what it marks optional).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kg.lexicon import Lexicon
from kg.model import Article, MentionType, Source
from kg.read import articles, sources
from kg.recognise import Recogniser, with_page_year
from kg.recognise.gazetteer import Gazetteer
from kg.relate import Relater
from kg.relate.discourse import Discourse
from kg.relate.drafts import Draft
from kg.relate.link_features import LinkRow
from kg.relate.subjects import Subjects
from kg.score.gold import Gold, GoldEntity, GoldInitiative, read_gold
from kg.score.names import likeness, normal_forms

__all__ = ["AnnotatedText", "Example", "annotated_texts", "group_links", "place_links"]

ALIKE, HALF, SHARED_BESIDE = 0.6, 0.5, 0.01
"""As in `kg.score.initiatives`: how alike two names of one initiative are, how much evidence it shares without, and
what shared evidence adds to either."""
SHORTEST_VENUE = 4
"""Characters of a venue's name from which it is known behind the names of divisions."""


class Example(NamedTuple):
    """One row of features with its answer."""

    text: str
    """The name of the text it comes from."""
    features: dict[str, float]
    answer: bool | None


class AnnotatedText(NamedTuple):
    """One text, read and recognised, with its gold."""

    name: str
    source: Source
    discourses: list[Discourse]
    gold: Gold


def annotated_texts(folders: Iterable[tuple[Path, Path]], lexicon: Lexicon) -> Iterator[AnnotatedText]:
    """The annotated texts of folders, given as (folder of texts, folder of gold)."""
    recogniser, subjects = Recogniser(lexicon, Gazetteer.load(lexicon)), Subjects(lexicon)
    for texts, golds in folders:
        for gold in read_gold(golds):
            for source in sources([texts / gold.source], warn=_silent):
                found = with_page_year(articles(source, lexicon=lexicon), lexicon=lexicon)
                discourses = [Discourse(article, recogniser.mentions(article), subjects) for article in found]
                yield AnnotatedText(f"{texts}/{gold.source}", source, discourses, gold)


def places(article: Article, source: Source, begin: int, end: int) -> set[int]:
    """The positions in the source of a stretch of an article."""
    return {place for phrase in article.phrases(source, begin, end) for place in range(phrase.begin, phrase.end)}


def evidence(text: AnnotatedText, initiative: GoldInitiative) -> set[int]:
    """The positions in the source of a gold initiative's evidence."""
    begins = ((text.source.text.find(quote), len(quote)) for quote in initiative.evidence)
    return {place for begin, length in begins if begin >= 0 for place in range(begin, begin + length)}


def matched(text: AnnotatedText, discourse: Discourse, drafts: list[Draft]) -> dict[int, GoldInitiative]:
    """The gold initiative of each draft (by its place) that has one, matched as `kg.score` matches initiatives."""
    labels = {entity.id: _accepted(entity) for entity in text.gold.entities}
    found: list[tuple[float, str, int]] = []
    by_id = {initiative.id: initiative for initiative in text.gold.initiatives}
    for place, draft in enumerate(drafts):
        names = normal_forms((draft.name, *draft.aliases))
        told = {at for stretch in draft.evidence for at in places(discourse.article, text.source, *stretch)}
        unions = _labels(discourse, draft.unions)
        for initiative in text.gold.initiatives:
            alike = likeness(normal_forms((initiative.name, *initiative.accept)), names)
            wanted = evidence(text, initiative)
            shared = len(told & wanted) / max(1, min(len(told), len(wanted)))
            same = any(unions & labels[union] for union in initiative.unions)
            if alike >= ALIKE:
                found.append((alike + SHARED_BESIDE * shared, initiative.id, place))
            elif shared >= HALF and (same or not initiative.unions):
                points = 0.5 * shared + 0.3 * same + 0.2 * alike
                found.append((points + SHARED_BESIDE * shared, initiative.id, place))
    taken: dict[int, GoldInitiative] = {}
    for _, name, place in sorted(found, reverse=True):
        if place not in taken and by_id[name] not in taken.values():
            taken[place] = by_id[name]
    return taken


def group_links(text: AnnotatedText, relater: Relater) -> Iterator[Example]:
    """Whether a draft that the gold has is for a group of its article."""
    yield from _links(text, relater, relater.group_rows, lambda initiative: initiative.groups, _labels)


def place_links(text: AnnotatedText, relater: Relater) -> Iterator[Example]:
    """Whether a draft that the gold has took place at a place of its article, or where a union of it has its seat."""
    seats = {name: entity for entity in text.gold.entities for name in _seat_of(entity, text.gold)}

    def labels(discourse: Discourse, mentions: Sequence[int]) -> frozenset[str]:
        names = _labels(discourse, mentions)
        if discourse.mentions[mentions[0]].type is not MentionType.UNION:
            return names
        return frozenset(label for name in names if name in seats for label in _accepted(seats[name]))

    yield from _links(text, relater, relater.place_rows, lambda initiative: initiative.places, labels)


Rows: TypeAlias = Callable[[list[Draft], list[str], Discourse], list[LinkRow]]
Links: TypeAlias = Callable[[GoldInitiative], Iterable[str]]
Labels: TypeAlias = Callable[[Discourse, Sequence[int]], frozenset[str]]


def _links(text: AnnotatedText, relater: Relater, rows: Rows, links: Links, labels: Labels) -> Iterator[Example]:
    """The rows of the drafts that the gold has, with its answers; `links` are the entities that it links."""
    entities = {entity.id: entity for entity in text.gold.entities}
    for discourse in text.discourses:
        drafts, kinds = relater.drafts(discourse)
        known = matched(text, discourse, drafts)
        for row in rows(drafts, kinds, discourse):
            if row.draft in known:
                names = labels(discourse, row.mentions)
                hit = [entities[one] for one in links(known[row.draft]) if _is_called(entities[one], names)]
                left_open = bool(hit) and all(entity.optional for entity in hit)
                yield Example(text.name, row.features, None if left_open else bool(hit))


def _is_called(entity: GoldEntity, names: frozenset[str]) -> bool:
    """Whether something goes by one of these names; a venue also by one with its divisions in front."""
    accepted = _accepted(entity)
    venue = tuple(name for name in accepted if entity.type == "Place" and len(name) >= SHORTEST_VENUE)
    return bool(names & accepted) or any(name.endswith(venue) for name in names)


def _seat_of(place: GoldEntity, gold: Gold) -> Iterator[str]:
    """The names of the unions that act in a place: those that begin with its name, and with that of none within it."""
    if place.type != "Place":
        return
    others = [other for other in gold.entities if other.type == "Place" and other.id != place.id]
    for union in gold.entities:
        if union.type == "Union":
            own = max((_begun(name, place) for name in _accepted(union)), default=0)
            if own and not any(_begun(name, other) > own for other in others for name in _accepted(union)):
                yield from _accepted(union)


def _begun(name: str, place: GoldEntity) -> int:
    """Characters of a union's name that are a place's, from the first one on."""
    return max((len(label) for label in _accepted(place) if name.startswith(label)), default=0)


def _accepted(entity: GoldEntity) -> frozenset[str]:
    return normal_forms(entity.labels)


def _labels(discourse: Discourse, mentions: Iterable[int]) -> frozenset[str]:
    found = [discourse.mentions[i] for i in mentions]
    return normal_forms(name for mention in found for name in (mention.text, mention.label) if name)


def _silent(message: str) -> None:
    """Take a warning and say nothing."""
