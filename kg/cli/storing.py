"""``kg load``: a graph into its store on disk, where every question finds it at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.application import LONG_WORK, OutFolder, app, plain_errors

if TYPE_CHECKING:
    from rich.progress import TaskID

__all__ = ["fill", "load"]


@app.command()
def load(
    out: OutFolder = Path("out"),
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="RDF file to load: .nt, .ttl, .rdf or .jsonld; give it again for each file.",
            show_default="graph.nt or graph.ttl of OUT",
        ),
    ] = None,
) -> None:
    """Fill the store of a graph on disk, so that no question has to read its file again.

    The store, OUT/store, is replaced as a whole: where loading fails or is interrupted, the previous one stays.
    After the next build it counts no longer, until it is filled again (or built with kg build --store).
    """
    with plain_errors():
        fill(out, files or ())


def fill(out: Path, files: list[Path] | tuple[Path, ...] = ()) -> None:
    """Fill the store of the folder `out`, with progress on a terminal, and print what it holds."""
    from kg.query.loading import fill_store
    from kg.query.stamp import STORE

    with _progress_bar() as progress:
        number = fill_store(out, files, progress=progress)
    typer.echo(f"{number} statements in {out / STORE}")


@contextmanager
def _progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A function for progress in bytes; the bar shows on a terminal, once work is long."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    began = time.monotonic()
    task: TaskID | None = None

    def progress(done: int, total: int) -> None:
        nonlocal task
        if time.monotonic() - began < LONG_WORK:
            return
        if task is None:
            bar.start()
            task = bar.add_task("loading", total=total)
        bar.update(task, completed=done, description="loading" if done < total else "sorting")

    try:
        yield progress
    finally:
        bar.stop()
