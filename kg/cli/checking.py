"""``kg validate``, ``kg score``, ``kg conflicts``: whether a graph holds, and how good it is."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.application import BROKEN, Format, OntologyFolder, OutFolder, app, open_lexicon, plain_errors

if TYPE_CHECKING:
    from kg.score import Score

__all__ = ["conflicts", "score", "validate"]


class Engine(StrEnum):
    """What holds a graph against its shapes; as in ``kg.query.validation``, which is heavy to import."""

    AUTO = "auto"
    SHACL = "shacl"
    SPARQL = "sparql"


@app.command()
def validate(
    out: OutFolder = Path("out"),
    ontology: OntologyFolder = None,
    engine: Annotated[
        Engine, typer.Option(help="pySHACL, or SPARQL on the store; auto: SPARQL from 20,000 statements on.")
    ] = Engine.AUTO,
) -> None:
    """Check a graph against the shapes of the ontology; exit code 1 where it breaks one."""
    with plain_errors():
        lexicon = open_lexicon(ontology)

        from kg.query import validate as check

        report = check(out, lexicon=lexicon, engine=engine.value)
        typer.echo(report.text)
        if not report.conforms:
            raise typer.Exit(BROKEN)


@app.command()
def score(
    gold: Annotated[Path, typer.Option(help="Folder of gold files, see docs/annotation-guide.md.")],
    texts: Annotated[Path, typer.Option(help="Folder of the texts that the gold files name.")],
    out: OutFolder = Path("out"),
    errors: Annotated[bool, typer.Option("--errors", help="List every miss, by file.")] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="The share that is right in every tenth of confidence.")
    ] = False,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """Hold a graph against gold files: precision, recall and F1 of everything in it.

    OUT may hold another annotator's gold instead: then how far the two agree.
    """
    with plain_errors():
        from kg.score import report
        from kg.score import score as hold_against

        result = hold_against(out, gold, texts)
        if format is Format.JSON:
            typer.echo(report.as_json(result, errors=errors, calibrated=calibration))
        else:
            _print_score(result, errors, calibration)


@app.command()
def conflicts(
    out: OutFolder = Path("out"),
    ontology: OntologyFolder = None,
    format: Annotated[Format, typer.Option(help="For people or for programs.")] = Format.TABLE,
) -> None:
    """List where reports of one initiative disagree: numbers, starts, names of a place, with their sentences."""
    with plain_errors():
        lexicon = open_lexicon(ontology)

        from kg.query.graph import load

        found = load(out, ontology=lexicon.folder).conflicts()
        if format is Format.JSON:
            import msgspec

            typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1).decode())
        elif found:
            from rich.console import Console

            from kg.query.conflict_table import conflict_table

            Console(highlight=False).print(conflict_table(found))
        else:
            typer.echo("No reports disagree.")


def _print_score(result: Score, errors: bool, calibrated: bool) -> None:
    from rich.console import Console

    from kg.score import report
    from kg.score.calibration import calibration

    console = Console(highlight=False)
    console.print(report.figures_table(result))
    if calibrated:
        console.print(report.calibration_table(calibration([result])))
    if errors:
        for line in report.miss_lines(result):
            typer.echo(line)
