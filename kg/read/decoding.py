"""Bytes to text: which encoding a file is in, told by the bytes alone.

Guarantees: strict UTF-8 first (the usual case, fast); then byte-order marks, UTF-16 without a mark,
GB18030 and Big5, the last two told apart by charset-normalizer. Line ends
and every other character stay as they are; a byte-order mark is no character of the text. Time is
linear in the file's size. Raises `InputError` for what is no text; never guesses silently: damage
that had to be replaced is counted in `Decoded.damaged`.
"""

from __future__ import annotations

import codecs
import re

import msgspec

from kg.errors import InputError

__all__ = ["Decoded", "decode"]

SAMPLE = 1 << 16
"""Bytes looked at where a sample decides."""
TOLERATED = 0.05
"""Share of characters that may be broken before a file is refused."""
READABLE = re.compile("[\\s -~\u00a0-\u024f\u2010-\u2049\u2460-\u27bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\ufffd]")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Decoded(msgspec.Struct, frozen=True):
    """A file's text, and how it was come by."""

    text: str
    encoding: str
    damaged: int = 0
    """Characters that could not be decoded and stand as U+FFFD."""


def decode(data: bytes, place: str) -> Decoded:
    """The text of a file's bytes; `place` names the file in the InputError for binary or unknown data."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _plausible(_with_damage(data, encoding, place), place)
    if b"\0" in data[:SAMPLE]:
        return _utf16(data, place)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, place)
    _refuse_binary(text, place)
    return Decoded(text, "utf-8")


def _utf16(data: bytes, place: str) -> Decoded:
    """UTF-16 without a mark: the zero bytes stand on one side of nearly every ASCII character."""
    sample = data[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if len(data) % 2 or min(even, odd) * 10 > max(even, odd):
        raise _binary(place)
    return _plausible(_with_damage(data, encoding, place), place)


def _plausible(decoded: Decoded, place: str) -> Decoded:
    """Chinese and Latin text pass; the chance characters of a binary file do not."""
    sample = decoded.text[:SAMPLE]
    if len(READABLE.findall(sample)) < 0.8 * len(sample):
        raise _binary(place)
    return decoded


def _not_utf8(data: bytes, place: str) -> Decoded:
    """A file that is not strictly UTF-8: damaged UTF-8, GB18030 or Big5, whichever reads best."""
    damaged = data.decode("utf-8", errors="replace")
    foreign = len(damaged) - _ascii(damaged)
    broken = damaged.count("\ufffd")
    if broken <= max(1, foreign // 10):
        return _with_damage(data, "utf-8", place)
    return _with_damage(data, _national(data[:SAMPLE], place), place)


def _national(sample: bytes, place: str) -> str:
    """GB18030 or Big5, as charset-normalizer tells them apart."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=["gb18030", "big5"]).best()
    if best is None:
        raise _binary(place)
    return best.encoding


def _with_damage(data: bytes, encoding: str, place: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    broken = text.count("\ufffd")
    if broken > max(1, TOLERATED * len(text)):
        raise InputError(f"{place}: {broken} of {len(text)} characters are broken; save the file as UTF-8 again")
    _refuse_binary(text, place)
    return Decoded(text, encoding.removesuffix("-sig"), broken)


def _ascii(text: str) -> int:
    return len(text.encode("ascii", errors="ignore"))


def _refuse_binary(text: str, place: str) -> None:
    """Control characters are no text; a stray one is forgiven."""
    sample = text[:SAMPLE]
    controls = sum(character < " " and character not in "\t\n\r\f\v\x1a\x1b" for character in sample)
    if controls > max(1, len(sample) // 100):
        raise _binary(place)


def _binary(place: str) -> InputError:
    return InputError(f"{place}: binary or in an unknown encoding; give a text file, best in UTF-8")
