"""The plot room: a graph to pictures for a report, without a browser.

Guarantees: the same graph and choices give the same bytes; every label is drawn in the font that comes with this
package, and as it stands, never as a formula or markup; a character that the font lacks is drawn as ``〓`` and
told. Needs the extra ``plot`` (matplotlib), which is loaded when a picture is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.plot.choice import Choice, Language, Picture

if TYPE_CHECKING:
    from kg.plot.drawing import figure, render

__all__ = ["Choice", "Language", "Picture", "figure", "render"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.plot import drawing

    return getattr(drawing, name)
