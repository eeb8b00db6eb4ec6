"""Files into the output folder, all or none.

Guarantees: every file is written in full, in a hidden folder inside the output folder (one file
system, so that a rename is atomic), before the first is renamed into place; where anything fails,
the files of the previous build stand as they were; files that the build does not write are never
touched. Names are plain file names; texts are written as UTF-8 with ``\\n``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kg.errors import OutputError

__all__ = ["write_files"]


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write `files` (name to content) into `folder`, made where missing; the names, in the given order.

    Raises OutputError, one sentence, where `folder` is a file or cannot be written.
    """
    made = _first_missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".kg-writing-", dir=folder))
    except FileExistsError as error:
        raise OutputError(f"{folder}: is a file, not a folder; choose another --out") from error
    except OSError as error:
        raise OutputError(f"{folder}: cannot be written ({_why(error)}); choose another --out") from error
    try:
        _stage(folder, staging, files)
        _rename(folder, staging, files)
    except OSError as error:
        _remove_empty(staging, folder, made)
        raise OutputError(f"{folder}: cannot be written ({_why(error)}); what it held is unchanged") from error
    except BaseException:
        _remove_empty(staging, folder, made)
        raise
    shutil.rmtree(staging, ignore_errors=True)
    return tuple(files)


def _stage(folder: Path, staging: Path, files: Mapping[str, bytes]) -> None:
    (staging / "new").mkdir()
    (staging / "old").mkdir()
    for name, content in files.items():
        if (folder / name).is_dir():
            raise IsADirectoryError(21, "is a folder", name)
        (staging / "new" / name).write_bytes(content)


def _rename(folder: Path, staging: Path, files: Mapping[str, bytes]) -> None:
    """Rename every new file into place; on any failure put the previous ones back."""
    kept: list[str] = []
    done: list[str] = []
    try:
        for name in files:
            if (folder / name).exists():
                _keep(folder / name, staging / "old" / name)
                kept.append(name)
        for name in files:
            (staging / "new" / name).replace(folder / name)
            done.append(name)
    except BaseException:
        for name in done:
            if name in kept:
                (staging / "old" / name).replace(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise


def _keep(file: Path, copy: Path) -> None:
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy2(file, copy)


def _first_missing(folder: Path) -> Path | None:
    """The highest folder that `mkdir` will have to make, or None."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    return missing[-1] if missing else None


def _remove_empty(staging: Path, folder: Path, made: Path | None) -> None:
    """Leave nothing behind of an attempt that failed."""
    shutil.rmtree(staging, ignore_errors=True)
    if made is not None:
        for path in (folder, *folder.parents):
            try:
                path.rmdir()
            except OSError:
                return
            if path == made:
                return


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
