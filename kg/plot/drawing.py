"""From a graph to a picture: chooses initiatives, draws, and gives a figure or the bytes of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import QueryError
from kg.plot import matrix, money, network, timeline
from kg.plot.canvas import Sheet, saved, styled
from kg.plot.choice import Choice, Picture
from kg.plot.deeds import Deed, deeds
from kg.plot.text import MISSING, Lettering
from kg.query.graph import Graph

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["figure", "render"]

Draw: TypeAlias = Callable[[Sequence[Deed], Choice, Lettering], Sheet]

_DRAW: dict[Picture, Draw] = {
    Picture.MATRIX: matrix.draw,
    Picture.TIMELINE: timeline.draw,
    Picture.NETWORK: network.draw,
    Picture.MONEY: money.draw,
}


def figure(graph: Graph, picture: Picture | str, choice: Choice | None = None) -> Figure:
    """A picture as a ``matplotlib.figure.Figure``, to change or to show in a notebook.

    Raises QueryError for a picture, a name or a period that there is not, OutputError without matplotlib.
    """
    with styled():
        return _sheet(graph, picture, choice or Choice()).figure


def render(
    graph: Graph,
    picture: Picture | str,
    choice: Choice | None = None,
    *,
    format: str = "svg",
    warn: Callable[[str], None] | None = None,
) -> bytes:
    """A picture as the bytes of an SVG or PNG file; the same for the same graph and choice.

    `warn` is called with one sentence where characters are missing from the font. Raises as `figure` does.
    """
    with styled():
        sheet = _sheet(graph, picture, choice or Choice())
        written = saved(sheet.figure, format)
    if sheet.lettering.missing and warn:
        characters = " ".join(f"{each} (U+{ord(each):04X})" for each in sorted(sheet.lettering.missing))
        warn(f"the font lacks {characters}; drawn as {MISSING}")
    return written


def _sheet(graph: Graph, picture: Picture | str, choice: Choice) -> Sheet:
    if picture not in list(Picture):
        raise QueryError(f"{str(picture)[:40]!r} is no picture; there are {', '.join(Picture)}")
    return _DRAW[Picture(picture)](deeds(graph, choice), choice, Lettering())
