"""``kg ask`` and ``kg sparql``: questions to a graph, named or one's own, and their answers in six formats."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kg.cli.application import OntologyFolder, app, open_lexicon, plain_errors, say
from kg.errors import InputError, QueryError

if TYPE_CHECKING:
    from kg.query.graph import Graph
    from kg.query.named import Question
    from kg.query.parameters import Conditions
    from kg.query.rows import Rows

__all__ = ["ask", "sparql"]

WIDTH = 100
"""Columns of a table that goes to a file or a pipe."""


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "md"
    TURTLE = "ttl"
    NTRIPLES = "nt"


Folder = Annotated[Path, typer.Option("--out", "-o", help="Folder that a build wrote.")]
As = Annotated[
    AnswerFormat,
    typer.Option(
        "--format", "-f",
        help="table and md show labels; csv and json hold the nodes too; ttl and nt hold all statements about the "
        "nodes of the answer, what they point at and their evidence.",
    ),
]  # fmt: skip


@app.command()
def ask(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The question; none lists them.", show_default=False)
    ] = None,
    out: Folder = Path("out"),
    union: Annotated[str | None, typer.Option(help="A union.")] = None,
    group: Annotated[str | None, typer.Option(help="A group of workers, with all narrower ones.")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind of initiative, with all narrower ones.")] = None,
    place: Annotated[str | None, typer.Option(help="A place, with all that lies within it.")] = None,
    standing: Annotated[str | None, typer.Option(help="carried-out, under-way, announced, called-for or past.")] = None,
    since: Annotated[str | None, typer.Option(help="From then on: 2023, 2023-01 or 2023-01-05.")] = None,
    until: Annotated[str | None, typer.Option(help="Up to then: 2023, 2023-01 or 2023-01-05.")] = None,
    initiative: Annotated[str | None, typer.Option(help="One initiative.")] = None,
    person: Annotated[str | None, typer.Option(help="One person.")] = None,
    organization: Annotated[str | None, typer.Option(help="One organisation; a union is one too.")] = None,
    format: As = AnswerFormat.TABLE,
    show_query: Annotated[
        bool, typer.Option("--show-query", help="Print the question's SPARQL, conditions set, and ask nothing.")
    ] = False,
    ontology: OntologyFolder = None,
) -> None:
    """Ask a named question: kg ask initiatives-by-group --group 快递员. Without a name, list the questions.

    Names are labels in Chinese or English, other forms, keys (union/330203) or IRIs. An unknown upper bound of a
    number is shown as open.
    """
    given = {
        "union": union, "group": group, "kind": kind, "place": place, "standing": standing, "since": since,
        "until": until, "initiative": initiative, "person": person, "organization": organization,
    }  # fmt: skip
    conditions = {key: value for key, value in given.items() if value is not None}
    with plain_errors():
        lexicon = open_lexicon(ontology)

        from kg.query.graph import load
        from kg.query.named import find_question, questions

        if name is None:
            if conditions:
                raise QueryError("conditions belong to a question; name one, or list them all: kg ask")
            _list_questions(questions(lexicon))
            return
        find_question(name, lexicon).check_taken(conditions)
        graph = load(out, ontology=lexicon.folder)
        chosen = cast("Conditions", conditions)
        if show_query:
            typer.echo(graph.question_text(name, **chosen), nl=False)
        else:
            _print(graph, graph.ask(name, **chosen), format)


@app.command()
def sparql(
    query: Annotated[
        str | None,
        typer.Argument(metavar="QUERY", help="SELECT, ASK, CONSTRUCT or DESCRIBE; - reads it from standard input."),
    ] = None,
    file: Annotated[Path | None, typer.Option(help="Read the question from a file.")] = None,
    out: Folder = Path("out"),
    format: As = AnswerFormat.TABLE,
    ontology: OntologyFolder = None,
) -> None:
    """Ask one's own question in SPARQL 1.1; the vocabulary's prefixes need not be declared."""
    with plain_errors():
        text = _own_question(query, file)
        lexicon = open_lexicon(ontology)

        from kg.query.graph import load

        graph = load(out, ontology=lexicon.folder)
        _print(graph, graph.sparql(text), format)


def _own_question(query: str | None, file: Path | None) -> str:
    if (query is None) == (file is None):
        raise QueryError("give one question: kg sparql 'SELECT …', or --file q.rq, or - for standard input")
    try:
        if file is not None:
            return file.read_text(encoding="utf-8-sig")
        return sys.stdin.buffer.read().decode("utf-8-sig") if query == "-" else str(query)
    except UnicodeDecodeError as error:
        raise InputError(f"{file or 'standard input'}: the question is not UTF-8; save it as UTF-8") from error


def _print(graph: Graph, rows: Rows, format: AnswerFormat) -> None:
    """The answer on stdout; of a table that is empty, a line on stderr says so."""
    from kg.query import rendering

    if format is AnswerFormat.CSV:
        text = rendering.as_csv(rows)
    elif format is AnswerFormat.JSON:
        text = rendering.as_json(rows)
    elif format is AnswerFormat.MARKDOWN:
        text = rendering.as_markdown(rows)
    elif format is AnswerFormat.TABLE:
        text = rendering.as_table(rows, _terminal_width()) + "\n"
        if not rows:
            say("nothing in the graph meets this")
    else:
        text = _statements(graph, rows, turtle=format is AnswerFormat.TURTLE)
    typer.echo(text, nl=False)


def _statements(graph: Graph, rows: Rows, *, turtle: bool) -> str:
    from kg.query.subgraph import rdf_text, statements_about

    if rows.triples is not None:
        return rdf_text(sorted(set(rows.triples), key=str), graph.base, turtle=turtle)
    if rows and not rows.node_columns:
        raise QueryError("the answer holds no nodes, so there is nothing to state in RDF; select nodes, or ask for csv")
    return rdf_text(statements_about(graph.store, rows.nodes()), graph.base, turtle=turtle)


def _terminal_width() -> int:
    from rich.console import Console

    console = Console()
    return console.width if console.is_terminal else WIDTH


def _list_questions(found: dict[str, Question]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("question", "what it asks, and which conditions it takes", show_edge=False, show_lines=True)
    for column in table.columns:
        column.overflow = "fold"
    for question in found.values():
        takes = " ".join(f"--{name}" for name in question.parameters)
        table.add_row(Text(question.name), Text("\n".join((question.chinese, question.english, takes))))
    Console(highlight=False, width=_terminal_width()).print(table)
    typer.echo("Ask one: kg ask NAME --group 快递员 --since 2023-01; --format csv, json, md, ttl or nt.")
