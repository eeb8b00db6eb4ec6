"""A bar on a terminal for work that takes long, and warnings that do not tear it.

Guarantees: nothing is drawn where stderr is no terminal, nor in the first `LONG_WORK` seconds; the bar is gone when
the work is done, however it ends.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from rich.progress import TaskID

__all__ = ["LONG_WORK", "Progress", "progress_bar"]

LONG_WORK = 2.0
"""Seconds after which a terminal is shown a progress bar."""


class Progress(NamedTuple):
    """What work calls while it goes on."""

    warn: Callable[[str], None]
    """Says one line on stderr, above the bar where there is one."""
    advance: Callable[[int, int], None]
    """Takes what is done, and of how much in all."""


@contextmanager
def progress_bar(doing: str, *, last: str = "", in_bytes: bool = False) -> Iterator[Progress]:
    """A bar that says what is `doing` (reading); `last` is what goes on once all is counted, where anything does."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    count = DownloadColumn() if in_bytes else MofNCompleteColumn()
    columns = (TextColumn("{task.description}"), BarColumn(), count, TimeRemainingColumn())
    bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
    began = time.monotonic()
    task: TaskID | None = None

    def warn(message: str) -> None:
        line = "kg: warning: " + " ".join(message.split())
        if bar.live.is_started:
            console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            typer.echo(line, err=True)

    def advance(done: int, total: int) -> None:
        nonlocal task
        if time.monotonic() - began < LONG_WORK:
            return
        if task is None:
            bar.start()
            task = bar.add_task(doing, total=total)
        bar.update(task, completed=done, description=doing if done < total else last or doing)

    try:
        yield Progress(warn, advance)
    finally:
        bar.stop()
