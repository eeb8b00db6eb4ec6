"""Which format a client gets: its Accept header held against what can be written.

Guarantees: quality values and the precedence of the more specific range are those of RFC 9110 (12.5.1); of equals
the one that the client named first wins, then the one offered first; what cannot be read in a header is passed over.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

__all__ = ["GRAPHS", "SOLUTIONS", "Format", "choose"]


class Format(msgspec.Struct, frozen=True):
    """A format of answers: the name that the engine knows it by, and the one that the client is told."""

    engine: str
    """The media type by which Oxigraph knows it."""
    media_type: str


def _formats(*names: tuple[str, ...]) -> tuple[Format, ...]:
    """Formats of (own media type, other media types…), own ones first, so that ``*/*`` finds those."""
    own = [Format(first, first) for first, *_ in names]
    return (*own, *(Format(first, other) for first, *others in names for other in others))


SOLUTIONS = _formats(
    ("application/sparql-results+json", "application/json"),
    ("application/sparql-results+xml", "application/xml", "text/xml"),
    ("text/csv",),
    ("text/tab-separated-values",),
)
"""For SELECT and ASK."""

GRAPHS = _formats(
    ("text/turtle", "application/x-turtle"),
    ("application/n-triples", "text/plain"),
    ("application/ld+json", "application/json"),
    ("application/rdf+xml", "application/xml"),
)
"""For CONSTRUCT and DESCRIBE."""


def choose(accept: str | None, offers: Sequence[Format]) -> Format | None:
    """The offer that an Accept header likes best, or None where it takes none of them; no header takes any."""
    ranges = _ranges(accept) if accept is not None else []
    if not ranges:
        return offers[0]
    rated = [(*_rating(offer.media_type, ranges), -place) for place, offer in enumerate(offers)]
    best = max(rated)
    return offers[-best[2]] if best[0] > 0 else None


def _rating(media_type: str, ranges: list[tuple[str, float]]) -> tuple[float, int]:
    """Quality and, as a negative number, place of the most specific range that takes `media_type`."""
    whole, kind = (media_type, media_type.split("/")[0] + "/*")
    for wanted in (whole, kind, "*/*"):
        found = [(quality, -place) for place, (name, quality) in enumerate(ranges) if name == wanted]
        if found:
            return max(found)
    return 0.0, 0


def _ranges(accept: str) -> list[tuple[str, float]]:
    """Media ranges in lower case with their quality, 0 to 1, in the header's order."""
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = _quality(parameters)
        if "/" in name and quality is not None:
            found.append((name, quality))
    return found


def _quality(parameters: list[str]) -> float | None:
    """The value of ``q``, 1 where there is none, None where it is no quality."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = float(value)
            except ValueError:
                return None
            return quality if 0 <= quality <= 1 else None
    return 1.0
