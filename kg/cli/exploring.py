"""``kg explore``: the explorer of a graph, written where it is missing and opened in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import OntologyFolder, OutFolder, app, open_lexicon, plain_errors, say

__all__ = ["explore"]


@app.command()
def explore(
    out: OutFolder = Path("out"),
    texts: Annotated[
        list[Path] | None,
        typer.Option("--texts", help="Files or folders that the graph was built from; writes the page anew with them."),
    ] = None,
    show: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    ontology: OntologyFolder = None,
) -> None:
    """Open the explorer: who did what for whom, as a matrix, a network, a timeline and a list with its evidence."""
    with plain_errors():
        from kg.explore import FILE

        page = out / FILE
        if texts or not page.is_file():
            _write(out, texts or [], ontology)
        typer.echo(page)
        if show:
            import webbrowser

            webbrowser.open(page.absolute().as_uri())


def _write(out: Path, texts: list[Path], ontology: Path | None) -> None:
    from kg.explore import FILE, Texts, explorer_html
    from kg.graph.output import write_files
    from kg.query.graph import load
    from kg.read import sources

    graph = load(out, ontology=open_lexicon(ontology).folder)
    kept = Texts(sources(texts, warn=say) if texts else ())
    write_files(out, {FILE: explorer_html(graph, texts=kept)})
