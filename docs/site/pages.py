"""The pages that are made, not written: each from what it describes, so that none can fall behind it."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import kg
from docs.site.diagram import diagram
from docs.site.markdown import plain, table
from docs.site.vocabulary import reference, terms
from kg.plot import Picture, render
from kg.query import questions
from tests.gold import figures
from tests.gold.groups import GROUPS

__all__ = ["generated"]

ROWS = 8
"""Rows of an answer that are shown."""
PICTURES = {
    Picture.MATRIX: "Who did how much for whom: unions in rows, worker groups in columns, how many initiatives.",
    Picture.TIMELINE: "When, by kind, as precisely as the texts tell: a dot is a day, a pale bar a month or a year.",
    Picture.NETWORK: "The same counts as the matrix, as a network.",
    Picture.MONEY: "The sums that the texts name, with the bounds of what they say roughly.",
}


def generated(graph: kg.Graph, root: Path) -> dict[str, bytes]:
    """Name and content of every generated file; `graph` is that of the seeds."""
    found = terms(root / "ontology")
    pages = {
        "vocabulary.md": reference(found),
        "questions.md": "\n".join(_questions(graph)),
        "commands.md": "\n".join(_commands()),
        "pictures.md": "\n".join(_pictures()),
        "scores.md": _scores(),
    }
    files = {name: text.rstrip().encode() + b"\n" for name, text in pages.items()}
    files["vocabulary.svg"] = diagram(found)
    files.update({f"{picture}.svg": render(graph, picture) for picture in Picture})
    return {f"reference/{name}": content for name, content in files.items()}


def _questions(graph: kg.Graph) -> Iterator[str]:
    yield from (
        "# Every named question", "",
        "Each is a file in `ontology/questions/`, SPARQL for any engine; a file that you add there is a question too. "
        "Here each is answered from the five pages in `seeds/`. How to ask them: [asking the graph](../asking.md).", "",
    )  # fmt: skip
    for question in questions().values():
        rows = graph.sparql(question.query)
        yield from (f"## {question.name}", "", plain(question.chinese), "", plain(question.english), "")
        if parameters := getattr(question, "parameters", ()):
            yield "Conditions: " + ", ".join(f"`--{name}`" for name in parameters) + "\n"
        columns = [name for name in rows.columns if not name.endswith("_iri")]
        yield table(columns, [[row[name] for name in columns] for row in rows[:ROWS]])
        yield f"{min(ROWS, len(rows))} of {len(rows)} rows.\n"
        yield from (
            "<details><summary>SPARQL</summary>",
            "",
            "```sparql",
            question.query.rstrip(),
            "```",
            "",
            "</details>",
            "",
        )


def _commands() -> Iterator[str]:
    import typer.main

    from kg.cli import app

    command: Any = typer.main.get_command(app)
    yield from ("# Every command", "", "What `kg --help` and `kg COMMAND --help` print.", "")
    for name in (None, *sorted(command.commands)):
        yield from (f"## kg {name}" if name else "## kg", "", "```text", _help(command, name), "```", "")


def _help(command: Any, name: str | None) -> str:
    """The help of a command as a terminal of 88 columns without colours shows it."""
    changed = {"COLUMNS": "88", "TERMINAL_WIDTH": "88", "NO_COLOR": "1", "TERM": "dumb"}
    before = {key: os.environ.get(key) for key in changed}
    os.environ.update(changed)
    written = io.StringIO()
    try:
        with redirect_stdout(written):
            command.main([*([name] if name else []), "--help"], prog_name="kg", standalone_mode=False)
    finally:
        for key, value in before.items():
            if value is None:
                del os.environ[key]
            else:
                os.environ[key] = value
    return "\n".join(line.rstrip() for line in written.getvalue().strip().splitlines())


def _pictures() -> Iterator[str]:
    yield from (
        "# Every picture", "",
        "Of the five pages in `seeds/`, as `kg plot` draws them; its options: [how to see](../seeing.md).", "",
    )  # fmt: skip
    for picture, words in PICTURES.items():
        yield from (f"## {picture.value.capitalize()}", "", words, "", "```sh")
        yield from (f"kg plot {picture.value} out --out {picture.value}.svg", "```", "")
        yield from (f"![{picture.value}]({picture.value}.svg)", "")


def _scores() -> str:
    """The figures that were recorded; a test of the suite holds a fresh build against them."""
    told = figures.recorded()
    names = sorted({measure for measures in told.values() for measure in measures})
    groups = {name: group.title for name, group in GROUPS.items()}
    rows = [
        [name, *(f"{told[group][name]['f1']:.2f}" if name in told[group] else None for group in groups)]
        for name in names
    ]
    return (
        "# Every score\n\nF1 of the main measures, with the interval in which it lies in 95 % of the draws when texts "
        "are drawn anew. What the columns are and how to read them: [how good it is](../quality.md).\n\n"
        + figures.readme_table(told)
        + "\n## All measures\n\n"
        + table(["F1 of", *groups.values()], rows)
    )
