"""``kg why``, ``kg why-not``: the words, rules and reasons behind what a graph says, and behind what it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.application import Format, OntologyFolder, OutFolder, app, plain_errors, say

if TYPE_CHECKING:
    import msgspec

__all__ = ["why", "why_not"]

_NAME = "Label, other form, key or address"


@app.command()
def why(
    thing: Annotated[str, typer.Argument(help=f"{_NAME} of an initiative, union, person, place, group, post …")],
    out: OutFolder = Path("out"),
    ontology: OntologyFolder = None,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """Show why the graph says what it says about a thing: sentences, cue words, rules, reasons, confidence."""
    with plain_errors():
        from kg.query.graph import load
        from kg.query.why_text import explanation_lines

        explanation = load(out, ontology=ontology).why(thing)
        _print(explanation, explanation_lines(explanation), format)


@app.command("why-not")
def why_not(
    union: Annotated[str, typer.Argument(help=f"{_NAME} of a union.")],
    group: Annotated[str, typer.Argument(help="The same of a worker group; narrower groups count.")],
    out: OutFolder = Path("out"),
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            help="A file or folder that the graph was built from; repeat for several. With it the rules that decided"
            " are named.",
            show_default=False,
        ),
    ] = None,
    ontology: OntologyFolder = None,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """Show what keeps a union from a group: each sentence that names both, and what stopped the edge."""
    with plain_errors():
        from kg.query.graph import load
        from kg.query.why_text import why_not_lines

        def warn(message: str) -> None:
            say(f"warning: {message}")

        answer = load(out, ontology=ontology).why_not(union, group, texts or (), warn=warn)
        _print(answer, why_not_lines(answer), format)


def _print(answer: msgspec.Struct, lines: Iterator[str], format: Format) -> None:
    if format is Format.JSON:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(answer), indent=1).decode())
        return
    for line in lines:
        typer.echo(line)
