"""Other layouts of a page whose paragraphs are lines of their own: what a scanner or an editor makes of it.

Guarantees: pure; every layout keeps the page's visible characters and their order, except that
`half_width` and `straight_quotes` write some of them in another width. Only prose is broken into columns,
by-lines and numbers too, never a headline or a masthead.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

__all__ = ["LAYOUTS", "broken", "half_width", "straight_quotes"]

WIDTHS = str.maketrans("，：；！？（）", ",:;!?()")
QUOTES = str.maketrans("“”", '""')
SENTENCE_ENDS = "。！？”）"
NEVER_FIRST = "，。、；：！？）》”’%"
"""A line does not begin with these: a typesetter lets them hang."""


def half_width(text: str) -> str:
    """Punctuation as some papers' sites write it."""
    return text.translate(WIDTHS)


def straight_quotes(text: str) -> str:
    """Quotation marks that do not tell where they open and close."""
    return text.translate(QUOTES)


def with_windows_line_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def with_blank_lines(text: str) -> str:
    """An empty line more between any two lines."""
    return text.replace("\n", "\n\n")


def without_blank_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip()) + "\n"


def indented(text: str) -> str:
    """Paragraphs begin with two ideographic spaces, as in print."""
    return "\n".join("\u3000\u3000" + line if _is_prose(line) else line for line in text.split("\n"))


def broken(text: str, width: int) -> str:
    """Paragraphs in a column of `width` characters, an empty line after each paragraph."""
    found = []
    for line in text.split("\n"):
        if not _is_prose(line) or len(line) <= width:
            found.append(line)
        else:
            found.append("\n".join(_column(line, width)))
    return "\n\n".join(found)


def _is_prose(line: str) -> bool:
    return line.endswith(tuple(SENTENCE_ENDS)) and "。" in line


def _column(line: str, width: int) -> list[str]:
    rows, begin, end = [], 0, width
    while begin < len(line):
        while end < len(line) and line[end] in NEVER_FIRST:
            end += 1
        rows.append(line[begin:end])
        begin, end = end, end + width
    return rows


LAYOUTS: dict[str, Callable[[str], str]] = {
    "windows line ends": with_windows_line_ends,
    "blank lines": with_blank_lines,
    "no blank lines": without_blank_lines,
    "indented": indented,
    "half-width": half_width,
    "straight quotes": straight_quotes,
    **{f"columns of {width}": partial(broken, width=width) for width in (10, 12, 14, 16, 18, 20, 24, 30)},
}
