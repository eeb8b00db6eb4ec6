"""The pages on tools are true: their code runs, their files and columns exist, one page leads to all others."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.graph.appearance import MOST, colours
from kg.graph.network import RELATIONS, TYPES
from kg.query.export import FORMATS
from tests.docs.blocks import code_of, printed_by

PAGES = Path(__file__).resolve().parents[2] / "docs" / "tools"
NAMES = sorted(path.stem for path in PAGES.glob("*.md"))
PRINTED = {
    "ladybug": "总工会",
    "networkx-igraph": " initiatives\n",
    "pandas": "yuan",
}


def page(name: str) -> str:
    return (PAGES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PRINTED)
def test_the_code_of_a_page_runs(name: str, root: Path, seed_graph: Path, tmp_path: Path) -> None:
    shutil.copytree(seed_graph, tmp_path / "out")
    programs = code_of(page(name), "python")
    assert programs
    printed = [printed_by(program, tmp_path, root) for program in programs]
    assert all(printed)
    assert PRINTED[name] in "".join(printed)


def test_no_page_has_code_that_does_not_run() -> None:
    assert {name for name in NAMES if code_of(page(name), "python")} == set(PRINTED)


def test_the_first_page_leads_to_all_others() -> None:
    assert set(re.findall(r"\]\(([a-z0-9-]+)\.md\)", page("index"))) == set(NAMES) - {"index"}


def test_commands_run(seed_graph: Path, tmp_path: Path) -> None:
    commands = {command for name in NAMES for command in re.findall(r"kg export out --format (\w+)", page(name))}
    assert commands == set(FORMATS) & {"neo4j", "parquet", "yed"}
    for command in commands:
        arguments = ["export", str(seed_graph), "--format", command, "--into", str(tmp_path / command)]
        assert CliRunner().invoke(app, arguments).exit_code == 0


def test_what_the_first_page_says_of_looks_is_so() -> None:
    assert dict(re.findall(r"^\| `(\w+)` \| `(#[0-9a-f]{6})` \|$", page("index"), re.MULTILINE)) == colours()
    assert f"more than {MOST:,} nodes" in page("index")


def test_cypher_names_types_and_relations_that_exist(seed_graph: Path) -> None:
    questions = " ".join(code_of(page("neo4j"), "cypher"))
    assert set(re.findall(r"\(\w*:(\w+)", questions)) <= set(TYPES)
    assert set(re.findall(r"\[\w*:(\w+)", questions)) <= set(RELATIONS)
    script = FORMATS["neo4j"](kg.load(seed_graph))
    assert set(re.findall(r"out/neo4j/([\w.-]+)", page("neo4j"))) == set(script)
