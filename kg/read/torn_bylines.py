"""By-lines and sign-offs that a column's edge broke: 本报讯 记者麦 / 清和报道.

Guarantees: names are whole, their positions are those of the visible text, and a name may reach from one line
into the next; only what a closing word or a bracket ends is taken for a by-line, and only what `kg.read.bylines`
would take for one, or for a sign-off, were it printed in one line. Linear: at most `LINES` short lines are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from kg.model import Byline
from kg.read.bylines import Opening, SignOff, opening, sign_off
from kg.read.cues import Cues
from kg.read.visible import Line, Visible

__all__ = ["torn_opening", "torn_sign_off"]

LINES = 4
"""A by-line spreads over at most so many."""
WIDEST = 40
"""Characters of the widest column in which by-lines are looked for across lines."""
BRACKETS = {"）": "（", "】": "【"}
LAST_RUN = re.compile("[\u4e00-\u9fff]{1,12}$")
FIRST_RUN = re.compile("[\u4e00-\u9fff]{1,12}")
TRAILING = " \u3000、，：:"


class Joined(msgspec.Struct):
    """Lines as one text; `places` holds the visible position of each of its characters."""

    text: str
    places: list[int]
    seams: list[int]
    """Where in `text` each line begins."""

    def add(self, page: Visible, line: Line, cues: Cues) -> None:
        """One line more, a space before it where two names or two words meet."""
        text = page.of(line)
        if self.text and not _torn_word(self.text, text, cues):
            self.text += " "
            self.places.append(line.begin)
        self.seams.append(len(self.text))
        self.text += text
        self.places.extend(range(line.begin, line.end))

    def placed(self, names: Sequence[Byline]) -> tuple[Byline, ...]:
        """Names with their visible positions."""
        return tuple(Byline(name.role, self.places[name.begin], self.places[name.end - 1] + 1) for name in names)


def torn_opening(page: Visible, lines: Sequence[Line], index: int, cues: Cues) -> tuple[Opening, int] | None:
    """The by-line that begins a line and ends in a later one, and in how many lines below it goes on; else None."""
    text = page.of(lines[index])
    if len(text) > WIDEST or not (text[0] in BRACKETS.values() or cues.dispatch.match(text) or cues.role.match(text)):
        return None
    joined = Joined("", [], [])
    for line in lines[index : index + LINES]:
        joined.add(page, line, cues)
    found = opening(joined.text, 0, len(joined.text), cues)
    if found is None or not found.names:
        return None
    bare = joined.text[: found.end].rstrip(TRAILING)
    if len(bare) <= len(text) or not _is_closed(bare, cues):
        return None
    below = sum(seam < len(bare) for seam in joined.seams) - 1
    return Opening(joined.places[len(bare) - 1] + 1, joined.placed(found.names)), below


def torn_sign_off(page: Visible, lines: Sequence[Line], index: int, cues: Cues) -> tuple[SignOff, int] | None:
    """The bracketed sign-off that a line ends and an earlier one begins, and how many lines above that is; else None.

    It begins, for those who cut it off, with the line that ends it."""
    text = page.of(lines[index])
    bracket = BRACKETS.get(text[-1])
    if bracket is None or bracket in text or len(text) > WIDEST:
        return None
    for above in range(1, min(LINES, index + 1)):
        if bracket in page.of(lines[index - above]):
            break
    else:
        return None
    joined = Joined("", [], [])
    for line in lines[index - above : index + 1]:
        joined.add(page, line, cues)
    found = sign_off(joined.text, 0, len(joined.text), cues)
    if found is None or not found.names:
        return None
    return SignOff(lines[index].begin, joined.placed(found.names), found.photo), above


def _is_closed(text: str, cues: Cues) -> bool:
    """True where a by-line ends with a bracket or a closing word (报道)."""
    return text[-1] in BRACKETS or any(
        found.end() == len(text) for found in cues.closing.finditer(text, max(0, len(text) - 6))
    )


def _torn_word(before: str, after: str, cues: Cues) -> bool:
    """True where the seam cuts a role's word, a closing word, or a name of which one character stands alone."""
    near, seam = before[-6:] + after[:6], len(before[-6:])
    for words in (cues.role, cues.closing):
        if any(found.start() < seam < found.end() for found in words.finditer(near)):
            return True
    return len(_last_name(before, cues)) == 1 or len(_first_name(after, cues)) == 1


def _last_name(text: str, cues: Cues) -> str:
    """The characters of a name with which a line breaks off."""
    run = LAST_RUN.search(text)
    name = run[0] if run else ""
    while word := cues.role.match(name):
        name = name[word.end() :]
    return name


def _first_name(text: str, cues: Cues) -> str:
    """The characters of a name with which a line goes on."""
    run = FIRST_RUN.match(text)
    name = run[0] if run else ""
    if cues.role.match(name):
        return ""
    end = cues.closing.search(name)
    return name[: end.start()] if end else name
