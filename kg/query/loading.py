"""Filling the store of a folder: RDF files in, an on-disk store out, that the next question opens at once.

Guarantees: one streaming pass in bounded memory; a store counts only when it is whole, so that a load that is
interrupted or fails leaves the previous store as it was and nothing of its own; a reader never meets half a
store. What a load replaces is removed, what this program did not write is never touched. Statements of named
graphs are refused, since no question would see them.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph

from kg.errors import OutputError
from kg.query.stamp import STORE, HashedReader, SourceFile, Stamp, read_stamp, write_stamp
from kg.query.store import graph_file

__all__ = ["fill_store"]

_DATA = "data-"
_FORMATS = "N-Triples .nt, Turtle .ttl, RDF/XML .rdf, JSON-LD .jsonld"


def fill_store(folder: Path, files: Iterable[Path] = (), *, progress: Callable[[int, int], None] | None = None) -> int:
    """Fill the store of `folder` and return its number of statements.

    Parameters
    ----------
    folder : holds the graph that a build wrote; made where it is missing and `files` are given.
    files : RDF files to fill the store from, by their endings; the graph of `folder` unless given. A folder with a
        graph of its own has it among them, since its store answers for it.
    progress : called with the bytes read and the bytes in all.

    Raises
    ------
    OutputError : there is nothing to fill from, a file cannot be read or is no RDF, or `folder` cannot be written.
    """
    sources = _sources(folder, tuple(files))
    made = _make(folder)
    try:
        data = folder / STORE / f"{_DATA}{secrets.token_hex(4)}"
        data.mkdir()
        try:
            stamp = _fill(data, folder, sources, progress or (lambda done, total: None))
            write_stamp(folder, stamp)
        except BaseException:
            shutil.rmtree(data, ignore_errors=True)
            raise
    except OSError as error:
        _remove_empty(made)
        raise OutputError(f"{folder / STORE}: cannot be written ({_said(error)}); the previous store stands") from error
    except BaseException:
        _remove_empty(made)
        raise
    _remove_others(folder / STORE, data)
    return stamp.statements


def _sources(folder: Path, files: tuple[Path, ...]) -> tuple[Path, ...]:
    own = graph_file(folder)
    if not files:
        if own is None:
            raise OutputError(
                f"{folder}: holds neither graph.nt nor graph.ttl; build it with kg build, or name files with --from"
            )
        return (own,)
    for file in files:
        if not file.is_file():
            raise OutputError(f"{file}: is no file; name an RDF file with --from")
        if _format(file) is None:
            raise OutputError(f"{file}: its ending is of no known format; known are {_FORMATS}")
    if own is not None and not any(own.samefile(file) for file in files):
        raise OutputError(f"{folder}: holds a graph of its own; add --from {own}, or fill the store of another folder")
    return files


def _format(file: Path) -> pyoxigraph.RdfFormat | None:
    return pyoxigraph.RdfFormat.from_extension(file.suffix.removeprefix(".").lower())


def _fill(data: Path, folder: Path, sources: tuple[Path, ...], progress: Callable[[int, int], None]) -> Stamp:
    """Load the sources, one after another, into the empty folder `data`; the stamp of the outcome."""
    store = pyoxigraph.Store(data)
    total = sum(file.stat().st_size for file in sources)
    done = 0

    def told(number: int) -> None:
        nonlocal done
        done += number
        progress(done, total)

    files = tuple(_load(store, file, folder, told) for file in sources)
    if next(iter(store.named_graphs()), None) is not None:
        raise OutputError(f"{sources[0]}: statements stand in named graphs; give them without graphs, as N-Triples")
    store.optimize()  # as it was loaded, questions take half as long again
    store.flush()
    return Stamp.of(data.name, len(store), files)


def _load(store: pyoxigraph.Store, file: Path, folder: Path, told: Callable[[int], None]) -> SourceFile:
    try:
        opened = file.open("rb")
    except OSError as error:
        raise OutputError(f"{file}: cannot be read ({_said(error)}); check that it may be read") from error
    with opened:
        before = os.fstat(opened.fileno())
        reader = HashedReader(opened, told)
        try:
            # Lenient would be faster, and would let in what no parser reads back.
            store.bulk_load(input=reader, format=_format(file), base_iri=file.absolute().as_uri())  # type: ignore[arg-type]
        except (SyntaxError, ValueError) as error:
            raise OutputError(f"{file}: is not the RDF that its ending tells ({_said(error)}); mend it") from error
        after = os.fstat(opened.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise OutputError(f"{file}: changed while it was read; fill the store again when it is whole")
    own = file.resolve().parent == folder.resolve()
    return SourceFile(file.name, own, after.st_size, after.st_mtime_ns, reader.sha256)


def _make(folder: Path) -> list[Path]:
    """Make the store's folder; the folders that were missing, the innermost first."""
    place = folder / STORE
    missing = [path for path in (place, *place.parents) if not path.exists()]
    try:
        place.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(f"{place}: is a file; move it away") from error
    except OSError as error:
        _remove_empty(missing)
        raise OutputError(f"{place}: cannot be made ({_said(error)}); choose another folder") from error
    return missing


def _remove_empty(folders: Iterable[Path]) -> None:
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def _remove_others(place: Path, kept: Path) -> None:
    """Remove stores that no stamp names: the previous one, and what a load that was killed left behind."""
    stamp = read_stamp(place.parent)
    for path in place.glob(f"{_DATA}*"):
        if path != kept and path.is_dir() and not (stamp and path.name == stamp.data) and not _is_being_filled(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_being_filled(data: Path) -> bool:
    """Whether another load, which then holds the lock of its store, is at work in `data`."""
    try:
        pyoxigraph.Store(data)
    except OSError:
        return True
    return False


def _said(error: BaseException) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return " ".join(str(reason).split())
