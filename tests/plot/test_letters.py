"""Labels from strangers: drawn as they stand, in a font that has them, or told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from matplotlib.ft2font import FT2Font

import kg
from kg.plot import Choice, Picture, figure, render
from kg.plot.subset_font import wanted
from kg.plot.text import FONT, MISSING, Lettering, shortened

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("picture", Picture)
def test_hostile_labels_are_outlines(hostile: kg.Graph, picture: Picture) -> None:
    root = ElementTree.fromstring(render(hostile, picture, Choice(top=100)))
    tags = {element.tag for element in root.iter()}
    assert SVG + "path" in tags
    assert not tags & {SVG + name for name in ("script", "text", "image", "foreignObject", "a")}
    links = {value for element in root.iter() for name, value in element.items() if name.endswith("href")}
    assert all(value.startswith("#") for value in links)
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]


def test_dollars_are_no_formula(graph: kg.Graph) -> None:
    drawn = figure(graph, "matrix", Choice(title=r"$\frac{1}{2}$ and $\nosuchmacro$"))
    assert drawn.get_suptitle() == r"$\frac{1}{2}$ and $\nosuchmacro$"
    assert not [text for text in drawn.findobj(lambda each: hasattr(each, "get_parse_math")) if text.get_parse_math()]
    render(graph, "matrix", Choice(title=r"$\nosuchmacro$"))


def test_a_character_that_the_font_lacks_is_told(graph: kg.Graph) -> None:
    told: list[str] = []
    render(graph, "money", Choice(title="𠮷庆"), warn=told.append)
    assert told == ["the font lacks 𠮷 (U+20BB7); drawn as 〓"]
    lettering = Lettering()
    assert lettering("a\u202e𠮷\x00b\nc") == f"a{MISSING}b\nc"


def test_the_font_has_what_the_project_knows() -> None:
    """All of GB 2312 and Big5's common characters, and every character of the ontology's and gazetteer's names."""
    have = set(FT2Font(str(FONT)).get_charmap())
    lacking = {code for code in wanted() - have if code > 0x20}
    assert not [chr(code) for code in lacking if "CJK" in _name(code)]
    assert ord(MISSING) in have
    assert FONT.stat().st_size < 5_000_000


def _name(code: int) -> str:
    import unicodedata

    return unicodedata.name(chr(code), "")


def test_glyphs_are_drawn_where_the_machine_has_no_font(tmp_path: Path, root: Path) -> None:
    """A process that finds no font of the system: each character has ink of its own, not the box of the missing."""
    program = """
import matplotlib.font_manager as manager
manager.findSystemFonts = lambda *a, **k: []
from kg.plot.canvas import styled
with styled():
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    def ink(text):
        sheet = Figure(figsize=(0.5, 0.5)); canvas = FigureCanvasAgg(sheet)
        sheet.text(0.2, 0.2, text, fontsize=20); canvas.draw()
        return bytes(canvas.buffer_rgba())
    drawn = {text: ink(text) for text in "工会为快递员鄞莪镇總" + chr(0x20BB7)}
    blank = ink("")
assert blank not in drawn.values()
assert len(set(drawn.values())) == len(drawn)
"""
    environment = {**os.environ, "PYTHONPATH": str(root), "MPLCONFIGDIR": str(tmp_path), "HOME": str(tmp_path)}
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program],
        env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(
    ("text", "line", "lines", "wanted"),
    [
        ("", 4, 2, ""),
        ("workers returning home", 9, 2, "workers\nreturning home"),
        ("一二三四五六七八九", 4, 2, "一二三四\n五六七…"),
        ("一二三四五六七八九", 4, 3, "一二三四\n五六七八\n九"),
    ],
)
def test_long_names(text: str, line: int, lines: int, wanted: str) -> None:
    assert shortened(text, line, lines) == wanted
