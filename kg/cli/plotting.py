"""``kg plot``: pictures of a graph for a report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import OntologyFolder, OutFolder, app, open_lexicon, plain_errors, say
from kg.plot.choice import Choice, Language, Picture

__all__ = ["plot"]


@app.command()
def plot(
    picture: Annotated[Picture, typer.Argument(help="What to draw.", show_default=False)],
    out: OutFolder = Path("out"),
    file: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Picture to write, .svg or .png.")
    ] = None,
    union: Annotated[str | None, typer.Option(help="Only initiatives of this union.")] = None,
    group: Annotated[str | None, typer.Option(help="Only for this worker group and all narrower ones.")] = None,
    place: Annotated[str | None, typer.Option(help="Only in this place and all that it contains.")] = None,
    kind: Annotated[str | None, typer.Option(help="Only of this kind.")] = None,
    since: Annotated[str | None, typer.Option(help="Begun in this day, month or year or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Begun in this day, month or year or earlier.")] = None,
    top: Annotated[int, typer.Option(min=1, max=100, help="Rows at most.")] = 20,
    language: Annotated[Language, typer.Option(help="Language of titles, groups and kinds.")] = Language.CHINESE,
    title: Annotated[str | None, typer.Option(help="Another title.")] = None,
    ontology: OntologyFolder = None,
) -> None:
    """Draw a picture for a report: matrix, timeline, network or money; needs the extra "plot"."""
    with plain_errors():
        from kg.graph.output import write_files
        from kg.plot import render
        from kg.plot.canvas import format_of
        from kg.query.graph import load

        file = file or Path(f"{picture.value}.svg")
        choice = Choice(
            union=union, group=group, place=place, kind=kind, since=since, until=until,
            top=top, language=language, title=title,
        )  # fmt: skip
        ending = format_of(file.name)
        graph = load(out, ontology=open_lexicon(ontology).folder)
        written = render(graph, picture, choice, format=ending, warn=lambda sentence: say(f"warning: {sentence}"))
        write_files(file.parent, {file.name: written})
        typer.echo(file)
