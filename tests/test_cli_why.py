"""``kg why`` and ``kg why-not``: what they print, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import kg.graph
from kg.cli import app
from kg.lexicon import Lexicon
from tests.graph import sample


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def ontology(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.ontology(tmp_path_factory.mktemp("schemes"))


@pytest.fixture(scope="module")
def out(ontology: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    kg.graph.write(sample.knowledge(), folder, lexicon=Lexicon(ontology))
    return folder


def test_why_prints_a_sentence_once_and_its_number_again(out: Path, ontology: Path):
    result = run("why", "暖灯行动", out, "--ontology", ontology)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "暖灯行动 (initiative) <https://w3id.org/union-kg/id/initiative/1a1a>"
    sentence = "1月18日,松竹区总工会启动“暖灯行动”,为快递小哥送上60余份保温杯"
    first = [line for line in lines if line.startswith("      [1] ")]
    assert len(first) == 1 and first[0].startswith(f"      [1] {sentence} ")
    assert "  云溪市松竹区总工会 ← “松竹区总工会” [1]" in lines


def test_why_gives_json(out: Path, ontology: Path):
    result = run("why", "云溪市松竹区总工会", out, "--ontology", ontology, "--format", "json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["type"] == "union"
    assert told["reasons"] == ["松竹区总工会:辖区唯一"]
    assert {form["words"] for form in told["forms"]} == {"松竹区总工会"}


def test_why_not_says_what_it_found(out: Path, ontology: Path):
    result = run("why-not", "云溪市总工会", "摆渡工", out, "--ontology", ontology)
    assert result.exit_code == 0
    assert "the edge exists, by 1 of its initiatives" in result.stdout
    result = run("why-not", "云溪市总工会", "快递员", out, "--ontology", ontology, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["edges"] == []


def test_what_nothing_is_called_ends_with_exit_code_2(out: Path, ontology: Path, tmp_path: Path):
    for arguments in (
        ("why", "无此工会", out),
        ("why-not", "无此工会", "快递员", out),
        ("why-not", "云溪市总工会", "无此群体", out),
        ("why", "暖灯行动", tmp_path),
        ("why-not", "云溪市总工会", "快递员", out, "--texts", tmp_path / "missing.txt"),
    ):
        result = run(*arguments, "--ontology", ontology)
        assert result.exit_code == 2, arguments
        assert result.stdout == ""
        assert result.stderr.startswith("kg: ") and result.stderr.count("\n") == 1
