"""README is true: its table is the graph's answer, its code runs, its commands exist."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from tests.docs.blocks import code_of, printed_by


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows(root: Path, readme: str, seed_graph: Path) -> list[tuple[str, ...]]:
    """The answer of a fresh build to README's SPARQL question."""
    found: list[tuple[str, ...]] = runpy.run_path(str(root / "tests" / "readme_table.py"))["answer"](
        readme, seed_graph / "graph.ttl"
    )
    return found


def test_table_is_the_graphs_answer(root: Path, readme: str, rows: list[tuple[str, ...]]) -> None:
    assert len(rows) == 5
    assert all(all(row) for row in rows)
    written = runpy.run_path(str(root / "tests" / "readme_table.py"))["table"](rows)
    assert written in readme, "the answer has changed; look at it, then: make readme"


def test_figures_are_those_recorded(root: Path, readme: str) -> None:
    """And those recorded are those of a fresh build, within 0.01: ``tests/score/test_recorded.py``."""
    from tests.gold import figures

    found = figures.TABLE.search(readme)
    assert found is not None
    assert found[2] == figures.readme_table(figures.recorded()), "make record-score"


def test_sentences_of_the_table_stand_in_the_seeds(root: Path, rows: list[tuple[str, ...]]) -> None:
    pages = "".join(re.sub(r"\s", "", path.read_text(encoding="utf-8")) for path in (root / "seeds").iterdir())
    assert all(sentence in pages for *_, sentence in rows)


def test_python_gives_the_same_answer(
    root: Path, readme: str, rows: list[tuple[str, ...]], seed_graph: Path, tmp_path: Path
) -> None:
    """Run where `seeds` and `out` are what README means by them; the first block prints the rows."""
    (tmp_path / "seeds").symlink_to(root / "seeds")
    (tmp_path / "out").symlink_to(seed_graph)
    programs = code_of(readme, "python")
    assert programs
    printed = [printed_by(program, tmp_path, root) for program in programs]
    lines = re.sub(r"[ \r\t]", "", printed[0]).splitlines()
    assert ["|".join(row[:3]).replace(" ", "") for row in rows] == [line.rsplit("|", 1)[0] for line in lines]
    assert [row[3] for row in rows] == [line.rsplit("|", 1)[1] for line in lines]


def test_commands_exist(root: Path, readme: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)`", readme)) | set(re.findall(r"^make ([a-z-]+)", readme, re.MULTILINE))
    assert {"graph", "test"} <= named <= targets
    for command in set(re.findall(r"kg (build|validate|[a-z]+) [a-z-]", "\n".join(code_of(readme, "sh")))):
        assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0
    assert "make test" in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_files_of_the_out_table_are_what_a_build_writes(readme: str, seed_graph: Path) -> None:
    section = readme.split("## What is in `out/`")[1].split("\n## ")[0]
    named = set(re.findall(r"`([a-z]+\.[a-z0-9]+)`", section))
    assert {path.name for path in seed_graph.iterdir() if path.is_file()} == named


def test_example_of_a_new_surface_form_is_turtle(readme: str) -> None:
    import pyoxigraph

    example = "@prefix group: <http://g/> .\n@prefix skos: <http://s/> .\n" + code_of(readme, "turtle")[0]
    assert len(list(pyoxigraph.parse(example.encode(), format=pyoxigraph.RdfFormat.TURTLE))) == 1
