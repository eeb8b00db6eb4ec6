"""``kg plot``: files, the same bytes every time, and one-sentence errors."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.plot import Picture


def run(*arguments: str | Path) -> Any:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_same_bytes_whatever_the_hash_seed_and_the_users_style(written: Path, root: Path, tmp_path: Path) -> None:
    program = """
import hashlib, sys, kg
from kg.plot import Picture, render
graph = kg.load(sys.argv[1])
for picture in Picture:
    for format in ("svg", "png"):
        print(picture, format, hashlib.sha256(render(graph, picture, format=format)).hexdigest())
"""
    style = tmp_path / "matplotlibrc"
    style.write_text("font.size: 30\ntext.usetex: True\naxes.facecolor: red\nsvg.fonttype: none\n", encoding="utf-8")
    told = []
    for more in ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "MATPLOTLIBRC": str(style)}):
        result = subprocess.run(
            [sys.executable, "-c", program, str(written)],
            env={**os.environ, "PYTHONPATH": str(root), **more},
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert result.returncode == 0, result.stderr
        told.append(result.stdout.splitlines())
    assert len(told[0]) == 8
    assert told[0] == told[1]


@pytest.mark.parametrize("picture", Picture)
def test_files_tell_nothing_of_the_day_or_the_machine(written: Path, tmp_path: Path, picture: Picture) -> None:
    result = run("plot", picture, written, "--out", tmp_path / "deep" / "a.svg")
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", f"{tmp_path / 'deep' / 'a.svg'}\n")
    svg = (tmp_path / "deep" / "a.svg").read_text(encoding="utf-8")
    assert "<dc:date>" not in svg and "Matplotlib v" not in svg and str(tmp_path) not in svg


def test_png(written: Path, tmp_path: Path) -> None:
    assert run("plot", "matrix", written, "--out", tmp_path / "a.png").exit_code == 0
    png = (tmp_path / "a.png").read_bytes()
    assert png.startswith(b"\x89PNG") and len(png) > 10_000
    assert b"tEXt" not in png and b"tIME" not in png


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["matrix", "--out", "a.pdf"], "a.pdf: pictures are written as .svg or .png"),
        (["matrix", "--since", "yesterday"], "'yesterday' is no period"),
        (["matrix", "--group", "焊接公"], "no worker group of the graph is called"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(arguments: list[str], says: str, written: Path, tmp_path: Path) -> None:
    if "--out" not in arguments:
        arguments = [*arguments, "--out", str(tmp_path / "a.svg")]
    result = run("plot", arguments[0], written, *arguments[1:])
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_without_matplotlib_the_extra_is_named(written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = run("plot", "matrix", written, "--out", tmp_path / "a.svg")
    assert result.exit_code == 2
    assert result.stderr == (
        "kg: pictures need matplotlib, which is not installed; run: pip install 'union-kg[plot]'\n"
    )


def test_help_names_every_picture() -> None:
    text = run("plot", "--help").stdout
    assert all(picture.value in text for picture in Picture)


def test_import_loads_no_matplotlib() -> None:
    code = "import sys, kg.cli, kg.plot; assert not {'matplotlib', 'pyoxigraph', 'numpy'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
