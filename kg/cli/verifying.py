"""``kg verify``: whether a graph says what its sources say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.application import BROKEN, Format, OntologyFolder, OutFolder, app, open_lexicon, plain_errors, say
from kg.errors import InputError

__all__ = ["verify"]


@app.command()
def verify(
    out: OutFolder = Path("out"),
    more: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH…]", help="More files and folders of sources.", show_default=False),
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--texts", metavar="PATH", help="File or folder of the sources that OUT was built from.", show_default=False
        ),
    ] = None,
    ontology: OntologyFolder = None,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """Prove a graph against its sources; exit code 1 where it is not proved.

    Every phrase stands in its source, character for character; every source is the file that the graph was built
    from, by its SHA-256; every fact has its evidence; every shape holds. Nothing leaves the machine.

    For instance: kg verify out --texts seeds
    """
    with plain_errors():
        if out.is_file():
            raise InputError(f"{out}: is a file; name the graph's folder first: kg verify out --texts PATH…")
        lexicon = open_lexicon(ontology)

        from kg.query.verification import verify as prove

        found = prove(out, [*(texts or ()), *(more or ())], lexicon=lexicon, warn=_warn)
        if format is Format.JSON:
            import msgspec

            typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        else:
            typer.echo(found.text)
        if not found.proved:
            raise typer.Exit(BROKEN)


def _warn(message: str) -> None:
    say(f"warning: {message}")
