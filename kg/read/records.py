"""The records of a .jsonl file as sources: one JSON object a line, `id` and `text` at least.

Guarantees: a bad record is reported to `warn` with its line number and left out, the rest is read;
the name of a record is ``FILE.jsonl/ID``; its date is an ISO day or None.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Iterator

import msgspec

from kg.model import Source

__all__ = ["iso_day", "key_of", "records"]

DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
DAY = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")


class Record(msgspec.Struct):
    """What a line may carry; other fields are ignored."""

    id: str | int
    text: str
    date: str | None = None
    title: str | None = None
    url: str | None = None


def records(text: str, file: str, place: str, *, warn: Callable[[str], None]) -> Iterator[Source]:
    """The sources of a .jsonl file's text; `file` is its bare name, `place` its path for messages."""
    decoder = msgspec.json.Decoder(Record)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeEncodeError) as error:
            warn(f"{place}: line {number}: no record that can be read ({error}); mend it, it was left out")
            continue
        if not record.text.strip():
            warn(f"{place}: line {number}: the text is empty; mend it, it was left out")
            continue
        yield _source(record, file, f"{place}: line {number}", warn)


def _source(record: Record, file: str, place: str, warn: Callable[[str], None]) -> Source:
    name = f"{file}/{record.id}"
    sha256 = hashlib.sha256(record.text.encode("utf-8", errors="surrogatepass")).hexdigest()
    date = iso_day(record.date) if record.date else None
    if record.date and date is None:
        warn(f"{place}: the date {record.date!r} is no day such as 2023-01-31; it was ignored")
    return Source(
        key=key_of(name, sha256),
        name=name,
        text=record.text,
        sha256=sha256,
        date=date,
        title=record.title or None,
        url=record.url or None,
    )


def key_of(name: str, sha256: str) -> str:
    """A source's key: 16 hexadecimal digits from its name and its content's hash."""
    return hashlib.sha256(f"{name}\0{sha256}".encode("utf-8", errors="surrogatepass")).hexdigest()[:16]


def iso_day(text: str) -> str | None:
    """The first full date in `text` (2023-01-31, 2023/1/31, 2023年1月31日, 31.01.2023) as an ISO day, else None."""
    found = DAY.search(text)
    numbers = found.groups() if found else next((one.groups()[::-1] for one in DAY_FIRST.finditer(text)), None)
    if numbers is None:
        return None
    year, month, day = numbers
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
