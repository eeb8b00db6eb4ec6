"""docs/why.md is true: its commands and its Python run on the graph of the seeds, its table has every rule."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.relate.trace import RULES
from tests.docs.blocks import code_of, printed_by


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "why.md").read_text(encoding="utf-8")


def test_its_commands_run(page: str, root: Path, seed_graph: Path) -> None:
    lines = [line for block in code_of(page, "sh") for line in block.splitlines()]
    assert len(lines) == 3
    for line in lines:
        places = {"out": str(seed_graph), "seeds": str(root / "seeds")}
        result = CliRunner().invoke(app, [places.get(word, word) for word in shlex.split(line)[1:]])
        assert result.exit_code == 0, result.stderr
        assert len(result.stdout.splitlines()) > 5, line


def test_its_python_runs(page: str, root: Path, seed_graph: Path, tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(seed_graph)
    (tmp_path / "seeds").symlink_to(root / "seeds")
    (program,) = code_of(page, "python")
    assert "宁波市总工会 union-head" in printed_by(program, tmp_path, root)


def test_its_table_says_what_every_rule_says(page: str) -> None:
    told = dict(re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.MULTILINE))
    assert {rule: told.get(rule) for rule in RULES} == RULES
