"""What pictures share: the sheet, its style, and the bytes of a file.

Guarantees: settings of matplotlib are changed inside `styled` alone, and are the same whatever the user's own are;
files hold no date, no version and no random name, so that the same sheet gives the same bytes; text in SVG is
drawn as outlines.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError
from kg.plot.text import FAMILY, Lettering, use_font

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FORMATS", "GREY", "GROUP", "INITIATIVE", "UNION", "Sheet", "format_of", "saved", "styled"]

UNION, INITIATIVE, GROUP = "#1f5fa8", "#b3480f", "#1c7553"
"""Colours of the three kinds of thing, here and in every other view of the graph."""
INK, GREY, LINE = "#1b1f24", "#5c6670", "#d5dade"
FORMATS = ("svg", "png")

_STYLE: dict[Any, Any] = {
    "font.family": [FAMILY],
    "font.size": 10,
    "text.parse_math": False,
    "text.color": INK,
    "axes.labelcolor": GREY,
    "axes.edgecolor": LINE,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": False,
    "xtick.color": LINE,
    "ytick.color": LINE,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "savefig.dpi": 200,
    "svg.fonttype": "path",
    "svg.hashsalt": "union-kg",
}


@contextmanager
def styled() -> Iterator[None]:
    """Draw and save inside this. Raises OutputError where matplotlib is not installed."""
    try:
        import matplotlib
    except ImportError as error:
        raise OutputError(
            "pictures need matplotlib, which is not installed; run: pip install 'union-kg[plot]'"
        ) from error
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        for name, value in _STYLE.items():
            matplotlib.rcParams[name] = value
        use_font()
        yield


class Sheet:
    """A figure with one pair of axes, a title above and a note below; lengths in inches."""

    def __init__(self, width: float, height: float, title: str, lettering: Lettering) -> None:
        from matplotlib.figure import Figure

        self.lettering = lettering
        self.figure: Figure = Figure(figsize=(width, height), layout="constrained")
        self.axes: Axes = self.figure.add_subplot()
        self.figure.suptitle(lettering(title), x=0.01, ha="left", fontsize=13)

    def note(self, *sentences: str) -> None:
        """What the reader must know, below the picture."""
        text = "\n".join(filter(None, sentences))
        if text:
            self.figure.supxlabel(self.lettering(text), x=0.01, ha="left", fontsize=8, color=GREY)

    def nothing(self, sentence: str) -> None:
        """An empty picture that says why it is empty."""
        self.axes.set_axis_off()
        self.axes.text(0.5, 0.5, self.lettering(sentence), ha="center", va="center", color=GREY)


def format_of(name: str) -> str:
    """``svg`` or ``png``, by the end of a file's name; OutputError for another."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise OutputError(f"{name}: pictures are written as .svg or .png; name such a file with --out")
    return ending


def saved(figure: Figure, ending: str) -> bytes:
    """The bytes of a file of that format."""
    written = io.BytesIO()
    metadata = {"Date": None, "Creator": None} if ending == "svg" else {"Software": None}
    figure.savefig(written, format=ending, metadata=metadata, facecolor="white")
    return written.getvalue()
