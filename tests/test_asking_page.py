"""docs/asking.md is true: its commands and its Python run on the graph of the seeds, its question is one."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.lexicon import Lexicon
from kg.query.parameters import PARAMETERS
from tests.docs.blocks import code_of, printed_by


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "asking.md").read_text(encoding="utf-8")


def block(page: str, language: str) -> str:
    (found,) = code_of(page, language)
    return found


def test_its_commands_run(page: str, seed_graph: Path) -> None:
    lines = [line.partition("#")[0].partition(">")[0] for line in block(page, "sh").splitlines()]
    assert len(lines) == 4
    for line in lines:
        result = CliRunner().invoke(app, [*shlex.split(line)[1:], "--out", str(seed_graph)])
        assert result.exit_code == 0, result.stderr
        assert len(result.stdout.splitlines()) > 2, line


def test_its_python_runs(page: str, root: Path, seed_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(seed_graph)
    printed = printed_by(block(page, "python"), tmp_path, root)
    assert "┃" in printed
    assert int(re.findall(r"^(\d+) \('kind', ", printed, re.MULTILINE)[0]) > 0


def test_its_question_of_ones_own_takes_a_condition(page: str, by_hand_copy: Path, tmp_path: Path) -> None:
    shutil.copytree(Lexicon().folder, tmp_path / "ontology")
    head = "# zh: 什么?\n# en: What?\nSELECT ?initiative WHERE {\n?initiative a ukg:Initiative .\n"
    (tmp_path / "ontology" / "questions" / "mine.rq").write_text(head + block(page, "sparql") + "}\n", encoding="utf-8")
    graph = kg.load(by_hand_copy, ontology=tmp_path / "ontology")
    assert len(graph.ask("mine")) == 6
    assert len(graph.ask("mine", group="摆渡工")) == 2


def test_it_names_every_condition(page: str) -> None:
    for name in PARAMETERS:
        assert f"`{name}`" in page


@pytest.fixture
def by_hand_copy(root: Path, tmp_path: Path) -> Path:
    shutil.copy(root / "tests" / "query" / "questions.ttl", tmp_path / "graph.ttl")
    return tmp_path
