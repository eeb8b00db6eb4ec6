"""One regular spelling for scanned Chinese text: one character for one character.

Guarantees: ``len(regular(text)) == len(text)``, line ends stay, what is regular already stays.
Traditional characters become simplified where the text is written in them (a lone rare character in
a simplified text is somebody's name and stays); full-width letters and digits become half-width;
half-width punctuation beside Chinese becomes full-width, full stops only in a text that ends more of its sentences
with them than with 。 (elsewhere they may stand in names: 阿卜杜拉.买买提); straight quotation marks become pairs.
Linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["is_chinese", "regular"]

CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
HAN = re.compile(f"[{CHINESE}]")
SPACES = "\u00a0\u3000\uffa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3164\t"
WIDTHS = (
    {0xFF10 + i: chr(0x30 + i) for i in range(10)}
    | {0xFF21 + i: chr(0x41 + i) for i in range(26)}
    | {0xFF41 + i: chr(0x61 + i) for i in range(26)}
    | {ord("％"): "%", ord("．"): ".", ord("＋"): "+"}
    | {ord(space): " " for space in SPACES}
)
BESIDE = f"{CHINESE}“”‘’《》〈〉「」『』【】，。、；：！？（）…—·"
PUNCTUATION = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
HALF = re.compile(rf"(?<=[{BESIDE}])[,:;!?()]|[,:;!?()](?=[{BESIDE}])")
BRACKETED = re.compile(r"\(([^()\n]{0,80}(?:\n[^()\n]{0,80})?)\)")
"""A pair of brackets, over the end of one line at most."""
STOP = re.compile(rf"(?<=[{CHINESE}”’》」』】）)])\.(?!\.)")
"""A full stop behind Chinese, none of three points."""
DASHES = re.compile(rf"(?<=[{BESIDE}])-{{2,4}}|-{{2,4}}(?=[{BESIDE}])")
QUOTES = {'"': "“”", "'": "‘’"}
LETTER = re.compile(r"[A-Za-z0-9]")
CHUNK = 400
SHARE = 0.05
"""Share of a text's Chinese characters that must be traditional ones for it to be converted."""


def is_chinese(character: str) -> bool:
    """True for a Chinese character."""
    return bool(HAN.match(character))


def regular(text: str) -> str:
    """`text` in regular spelling, of the same length."""
    if text.isascii():
        return text.replace("\t", " ")
    text = _simplified(text).translate(WIDTHS)
    if '"' in text or "'" in text:
        text = _with_pairs(text)
    text = BRACKETED.sub(_brackets, text)
    text = HALF.sub(lambda found: PUNCTUATION[found.group()], text)
    text = HALF.sub(lambda found: PUNCTUATION[found.group()], text)
    if len(STOP.findall(text)) > text.count("。"):
        text = STOP.sub("。", text)
    return DASHES.sub(lambda found: "—" * len(found[0]), text)


def _brackets(found: re.Match[str]) -> str:
    """A pair of brackets around, or beside, Chinese becomes full-width as a pair."""
    begin, end, text = found.start(), found.end(), found.string
    around = text[max(0, begin - 1) : begin] + text[end : end + 1]
    return f"（{found[1]}）" if HAN.search(found[1]) or HAN.search(around) else found[0]


def _simplified(text: str) -> str:
    """Simplified characters where the text is a traditional one."""
    rare = _outside_gb2312(text)
    if not rare:
        return text
    from opencc import OpenCC

    converter = OpenCC("t2s")
    traditional = {character for character in rare if converter.convert(character) != character}
    count = sum(text.count(character) for character in traditional)
    if len(traditional) < 2 or count < SHARE * len(HAN.findall(text)):
        return text
    return "".join(_converted(chunk, converter) for chunk in _chunks(text))


def _outside_gb2312(text: str) -> list[str]:
    """The distinct Chinese characters that the simplified character set of 1980 lacks, sorted."""
    return sorted(c for c in set(text) if HAN.match(c) and not c.encode("gb2312", errors="ignore"))


def _chunks(text: str) -> Iterator[str]:
    for begin in range(0, len(text), CHUNK):
        yield text[begin : begin + CHUNK]


def _converted(chunk: str, converter: object) -> str:
    convert = converter.convert  # type: ignore[attr-defined]
    result: str = convert(chunk)
    if len(result) == len(chunk):
        return result
    return "".join(single if len(single) == 1 else c for c in chunk for single in (convert(c),))


def _with_pairs(text: str) -> str:
    """Straight marks as pairs, line by line; a quotation may go on in the next line."""
    lines, inside = [], False
    for line in text.splitlines(keepends=True):
        if ('"' in line or "'" in line) and HAN.search(line):
            for straight, pair in QUOTES.items():
                line = _paired(line, straight, pair, inside)
        if line.strip():
            inside = line.rfind("“") > line.rfind("”") or (inside and "”" not in line)
        lines.append(line)
    return "".join(lines)


def _paired(line: str, straight: str, pair: str, inside: bool) -> str:
    """Marks alternate; which comes first is what fits the neighbours of all marks best."""
    places = [i for i, c in enumerate(line) if c == straight and not _apostrophe(line, i)]
    if not places:
        return line
    misfits = [0, 0]
    for number, place in enumerate(places):
        before = line[place - 1] if place else "\n"
        after = line[place + 1] if place + 1 < len(line) else "\n"
        for first in (0, 1):
            misfits[first] += _misfit(before, after, closing=(number + first) % 2 == 1)
    first = int(misfits[1] - (inside and len(places) % 2) < misfits[0])
    characters = list(line)
    for number, place in enumerate(places):
        characters[place] = pair[(number + first) % 2]
    return "".join(characters)


def _apostrophe(line: str, place: int) -> bool:
    around = line[max(0, place - 1) : place] + line[place + 1 : place + 2]
    return line[place] == "'" and len(LETTER.findall(around)) == 2


def _misfit(before: str, after: str, *, closing: bool) -> int:
    """How badly an opening or closing mark sits between two characters."""
    ends, begins = after in "，。、；：！？）》,;:!?)\r\n", before in "：（《:(\r\n "
    return (begins - ends) if closing else (ends - begins)
