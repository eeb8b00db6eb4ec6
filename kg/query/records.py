"""What the Python API hands out: small frozen records, in the words of the vocabulary.

Guarantees: no links to the graph inside, so that they can be kept, compared, sorted and printed;
labels are those of the graph, positions are characters of the source, end exclusive.
"""

from __future__ import annotations

import msgspec

__all__ = ["AmountRecord", "Doubt", "InitiativeRecord", "Quote"]


class Quote(msgspec.Struct, frozen=True, order=True):
    """A stretch of a source, word for word.

    >>> g.evidence("乔木")
    (Quote(source='questions.txt', begin=286, end=288, text='乔木'),)
    """

    source: str
    """The file's name."""
    begin: int
    end: int
    text: str
    """Exactly the characters ``[begin, end)`` of the decoded file."""


class AmountRecord(msgspec.Struct, frozen=True, order=True):
    """A number of an initiative.

    >>> g.initiatives(place="驿站")[0].amounts[1]
    AmountRecord(role='provision', value=60.0, unit='份', item='保温杯', qualifier='more than')
    """

    role: str
    """``provision`` (handed out or built), ``funding`` (yuan) or ``reached`` (people)."""
    value: float
    unit: str
    """份, 名, …; ``CNY`` for money; empty where the text has none."""
    item: str
    """What is counted, in the text's words; empty for money."""
    qualifier: str
    """Empty (exact), ``more than``, ``about``, ``at least`` or ``at most``."""


class InitiativeRecord(msgspec.Struct, frozen=True):
    """An initiative with everything that the graph says of it; tuples of labels are sorted.

    >>> initiative = g.initiatives(union="梅湾县总工会")[0]
    >>> initiative.label, initiative.groups, initiative.start, initiative.end, initiative.standing
    ('渡口夜校', ('快递员', '摆渡工'), '2031-03-01', '2031-05', 'announced')
    """

    key: str
    """The local part of its IRI: ``initiative/0c1d…``."""
    label: str
    named: bool
    kind: str
    """Local name in the scheme of kinds (``condolence``)."""
    kind_label: str
    """The kind in Chinese."""
    unions: tuple[str, ...]
    partners: tuple[str, ...]
    groups: tuple[str, ...]
    places: tuple[str, ...]
    start: str | None
    """ISO day, month or year, as precise as the text."""
    end: str | None
    amounts: tuple[AmountRecord, ...]
    confidence: float
    """0–1."""
    evidence: tuple[Quote, ...]
    programme: str | None = None
    """The label of the programme that it is a measure of."""
    standing: str = ""
    """Local name in the scheme of standings (``carried-out``)."""
    standing_label: str = ""
    """The standing in Chinese."""
    standing_cues: tuple[str, ...] = ()
    """The words of the texts that show the standing, sorted."""


class Doubt(msgspec.Struct, frozen=True):
    """Something in a graph that its sources do not prove."""

    kind: str
    """``source`` (a file is missing or was changed), ``quote``, ``evidence`` or ``shape``."""
    file: str
    """The name of the source; empty where the graph does not tell it."""
    begin: int | None
    """Character of the source at which it begins, where it has a place."""
    end: int | None
    problem: str
    """What is wrong, one sentence."""
    node: str
    """The IRI of the source, phrase or thing."""
