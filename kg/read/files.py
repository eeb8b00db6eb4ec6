"""Files and folders to sources.

Guarantees: the result depends on the files' names and contents alone, not on the order of the
arguments, on where a folder lies or on how often a file is named; every source's text is the decoded
file, untouched. What the user named and cannot be read is an `InputError`; what merely lies in a
folder is reported to `warn` and left out.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from kg.errors import InputError
from kg.model import Source
from kg.read.decoding import decode
from kg.read.records import key_of, records

__all__ = ["readable_sources", "sources"]

MARKUP = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
}
KINDS = ".txt, .md, .html, .jsonl"


class Candidate(msgspec.Struct, frozen=True, order=True):
    """A file that will be read; `named` where the user named it, rather than its folder."""

    name: str
    path: str
    named: bool


def sources(paths: Iterable[str | os.PathLike[str]], *, warn: Callable[[str], None]) -> Iterator[Source]:
    """Every source of the files and folders, sorted by name and content, each once.

    Raises InputError at once for a path that is missing, of a kind that is not read, or a folder
    without anything to read, and while reading for a named file that is empty, binary or broken.
    """
    return _read(_candidates(paths), warn)


def readable_sources(paths: Iterable[str | os.PathLike[str]], *, warn: Callable[[str], None]) -> Iterator[Source]:
    """As `sources`, but whatever cannot be read is told to `warn` and left out, be it named or not."""
    found: list[Candidate] = []
    for path in paths:
        try:
            found.extend(_candidates([path]))
        except InputError as error:
            warn(f"{error}; it was left out")
    once = {os.path.realpath(each.path): Candidate(each.name, each.path, False) for each in sorted(found)}
    return _each_once(sorted(once.values()), warn)


def _candidates(paths: Iterable[str | os.PathLike[str]]) -> list[Candidate]:
    named: dict[str, tuple[str, bool]] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found = list(_inside(path))
            if not found:
                raise InputError(f"{path}: holds nothing to read; give a folder with {KINDS} files")
            for file in found:
                named.setdefault(os.path.realpath(file), (file, False))
        elif not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
        elif path.suffix.lower() not in MARKUP:
            raise InputError(f"{path}: not a kind that is read; give {KINDS} files")
        else:
            named[os.path.realpath(path)] = (str(path), True)
    if not named:
        raise InputError(f"no file to read; give files or folders of {KINDS}")
    return sorted(Candidate(Path(path).name, path, given) for path, given in named.values())


def _inside(folder: Path) -> Iterator[str]:
    """Files of a folder and its folders, whose kind is read; hidden ones are passed over."""
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in MARKUP:
                yield str(Path(parent, name))


def _read(candidates: list[Candidate], warn: Callable[[str], None]) -> Iterator[Source]:
    empty = True
    for source in _each_once(candidates, warn):
        empty = False
        yield source
    if empty:
        place = os.path.commonpath([Path(candidate.path).resolve().parent for candidate in candidates])
        raise InputError(f"{place}: none of its {len(candidates)} files can be read; give {KINDS} files with text")


def _each_once(candidates: list[Candidate], warn: Callable[[str], None]) -> Iterator[Source]:
    seen: set[str] = set()
    for _, namesakes in groupby(candidates, key=lambda candidate: candidate.name):
        for source in _namesakes(list(namesakes), warn):
            if source.key not in seen:
                seen.add(source.key)
                yield source


def _namesakes(candidates: list[Candidate], warn: Callable[[str], None]) -> Iterator[Source]:
    """The sources of files of one name, in the order of their contents."""
    loaded = []
    for candidate in candidates:
        data = _bytes(candidate, warn)
        if data is not None:
            loaded.append((hashlib.sha256(data).hexdigest(), candidate, data))
    for sha256, candidate, data in sorted(loaded, key=lambda entry: entry[:2]):
        try:
            yield from _sources_of(candidate, data, sha256, warn)
        except InputError as error:
            if candidate.named:
                raise
            warn(f"{error}; it was left out")


def _bytes(candidate: Candidate, warn: Callable[[str], None]) -> bytes | None:
    try:
        return Path(candidate.path).read_bytes()
    except OSError as error:
        message = f"{candidate.path}: cannot be read ({error.strerror}); check its permissions"
        if candidate.named:
            raise InputError(message) from error
        warn(f"{message}; it was left out")
        return None


def _sources_of(candidate: Candidate, data: bytes, sha256: str, warn: Callable[[str], None]) -> Iterator[Source]:
    path, name = candidate.path, candidate.name
    if not data.strip():
        raise InputError(f"{path}: the file is empty; give a file with text")
    decoded = decode(data, path)
    if decoded.damaged:
        warn(f"{path}: {decoded.damaged} broken characters were replaced; save the file as UTF-8 again")
    if not decoded.text.strip():
        raise InputError(f"{path}: the file is empty; give a file with text")
    markup = MARKUP[Path(name).suffix.lower()]
    if markup != "jsonl":
        yield Source(key=key_of(name, sha256), name=name, text=decoded.text, sha256=sha256, markup=markup)
        return
    read = 0
    for source in records(decoded.text, name, path, warn=warn):
        read += 1
        yield source
    if not read:
        raise InputError(f"{path}: no line holds a record that can be read; give objects with id and text")
