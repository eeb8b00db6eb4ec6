"""The plot room: a graph to pictures for a report, without a browser.

Guarantees: the same graph and choices give the same bytes; every label is drawn in the font that comes with this
package, and as it stands, never as a formula or markup; a character that the font lacks is drawn as `MISSING` and
told. Needs the extra ``plot`` (matplotlib), which is loaded when a picture is drawn.
"""

from kg.plot.choice import Choice, Language, Picture
from kg.plot.drawing import figure, render
from kg.plot.text import MISSING

__all__ = ["MISSING", "Choice", "Language", "Picture", "figure", "render"]
