"""``kg load``: a graph into its store on disk, where every question finds it at once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import OutFolder, app, plain_errors
from kg.cli.progress import progress_bar

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

    with progress_bar("loading", last="sorting", in_bytes=True) as progress:
        number = fill_store(out, files, progress=progress.advance)
    typer.echo(f"{number} statements in {out / STORE}")
