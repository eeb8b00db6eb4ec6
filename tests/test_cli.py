"""The command line: what it prints, where, and with which exit code. The rooms are stood in for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError
from kg.model import (
    Amount,
    ArticleRecord,
    Entity,
    EntityType,
    Initiative,
    Knowledge,
    Measure,
    Membership,
    Phrase,
    SourceRecord,
)

PHRASE = Phrase("s", 0, 2, "工会")


def knowledge() -> Knowledge:
    """A union, its group, one initiative of nine statements, one post."""
    entities = [
        Entity(key, kind, key, (), (PHRASE,), 1.0)
        for key, kind in [("g", EntityType.GROUP), ("p", EntityType.PLACE), ("u", EntityType.UNION)]
    ]
    initiative = Initiative(
        "i",
        "慰问",
        (),
        False,
        "condolence",
        ("u",),
        ("o", "q"),
        ("g",),
        ("p",),
        (Amount("reached", Measure(2.0, "人"), PHRASE),),
        (PHRASE,),
        ("a",),
        1.0,
        "2023",
        "2024",
        "j",
    )
    return Knowledge(
        (SourceRecord("s", "s.txt", "0", 2),),
        (ArticleRecord("a", "", (), None, None, False, (PHRASE,)),) * 2,
        tuple(entities),
        (initiative,),
        (Membership("m", "x", "u", "主席", (PHRASE,), 1.0),),
    )


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stands in for the pipeline and the graph room; holds what they were called with."""
    calls: dict[str, Any] = {}

    def build_knowledge(paths: Any, *, warn: Callable[[str], None], **options: Any) -> Knowledge:
        calls["build"] = (paths, options)
        warn("b.txt: names\nno union")
        options["progress"](0, 1)
        return knowledge()

    def render(found: Knowledge, **options: Any) -> dict[str, bytes]:
        calls["render"] = options
        return {"graph.ttl": b"", "graph.nt": b"", "graph.json": b'{"nodes": []}'}

    monkeypatch.setattr("kg.pipeline.build_knowledge", build_knowledge)
    monkeypatch.setattr("kg.graph.files.render", render)
    return calls


def test_build_ends_with_table_and_names_of_files(built: dict[str, Any], tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("build", "seeds", "--out", out)
    assert result.exit_code == 0
    rows = dict(re.findall(r"^ ?([A-Za-z: ]+?) +│ +([\d.]+)", result.stdout, re.MULTILINE))
    assert rows.pop("seconds")
    assert rows == {
        "sources": "1",
        "articles": "2",
        "entities: Union": "1",
        "entities: Organization": "0",
        "entities: Person": "0",
        "entities: Place": "1",
        "entities: WorkerGroup": "1",
        "initiatives": "1",
        "facts": "10",
    }
    files = [out / name for name in ("graph.ttl", "graph.nt", "graph.json", "explorer.html")]
    assert result.stdout.splitlines()[-4:] == list(map(str, files))
    assert all(file.is_file() for file in files)
    assert result.stderr == "kg: warning: b.txt: names no union\n"


def test_options_reach_the_rooms(built: dict[str, Any], tmp_path: Path, root: Path) -> None:
    base = "https://example.org/things/"
    options = ["--base", base, "--workers", "3", "--ontology", root / "ontology"]
    result = run("build", "a", "b", "--out", tmp_path, *options)
    assert result.exit_code == 0
    paths, given = built["build"]
    assert paths == [Path("a"), Path("b")]
    assert given["workers"] == 3
    assert given["lexicon"].folder == root / "ontology"
    assert built["render"]["lexicon"] is given["lexicon"]
    assert built["render"]["base"] == base


@pytest.mark.parametrize(
    ("error", "line", "code"),
    [
        (InputError("a.txt: is empty;\n give a text"), "kg: a.txt: is empty; give a text", 2),
        (OSError(28, "No space left on device", "out"), "kg: out: No space left on device; ", 2),
        (KeyboardInterrupt(), "kg: interrupted; ", 130),
    ],
)
def test_errors_are_one_line(
    error: BaseException, line: str, code: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    monkeypatch.setattr("kg.pipeline.build_knowledge", fail)
    result = run("build", "seeds", "--out", tmp_path)
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith(line)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build"], "kg build seeds --out out"),
        (["build", "seeds", "--ontology", "nowhere"], "nowhere: holds no groups.ttl"),
        (["build", "seeds", "--base", "union"], "union"),
    ],
)
def test_what_is_asked_wrongly_is_said_before_any_work(
    arguments: list[str], says: str, built: dict[str, Any], tmp_path: Path
) -> None:
    result = run(*arguments, "--out", tmp_path)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert "build" not in built


def test_version() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", result.stdout)
